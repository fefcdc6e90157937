#include "engine/io/npy.h"

#include "engine/core/error.h"
#include "engine/core/file_io.h"
#include "engine/io/npy_header.h"

#include <fmt/format.h>

#include <array>
#include <cstring>
#include <limits>

namespace kernelscope {

namespace {

constexpr std::string_view kMagic = "\x93NUMPY";
constexpr std::size_t kMaximumNpyHeaderBytes = 65536;

// Values of a stored type T, made row-major, as values of type Out.
template <typename Stored, typename Out>
std::vector<Out> loaded(std::span<const std::byte> data, const std::vector<std::int64_t>& shape,
                        bool fortranOrder) {
  const std::size_t count = data.size() / sizeof(Stored), rank = shape.size();
  std::vector<Out> values(count);
  std::vector<std::int64_t> index(rank, 0);
  for (std::size_t i = 0; i < count; ++i) {
    std::size_t source = i;
    if (fortranOrder) {
      source = 0;
      for (std::size_t axis = rank; axis-- > 0;) {
        source = source * static_cast<std::size_t>(shape[axis]) + static_cast<std::size_t>(index[axis]);
      }
      for (std::size_t axis = rank; axis-- > 0 && ++index[axis] == shape[axis];) index[axis] = 0;
    }
    Stored value;
    std::memcpy(&value, data.data() + source * sizeof(Stored), sizeof(Stored));
    values[i] = static_cast<Out>(value);
  }
  return values;
}

using Loader = ArrayValues (*)(std::span<const std::byte>, const std::vector<std::int64_t>&, bool);

template <typename Stored, typename Out>
ArrayValues load(std::span<const std::byte> data, const std::vector<std::int64_t>& shape, bool fortranOrder) {
  return loaded<Stored, Out>(data, shape, fortranOrder);
}

struct StoredType {
  std::string_view descr;
  std::size_t bytes;
  Loader loader;
};

constexpr std::array kStoredTypes = {
    StoredType{"<f4", 4, load<float, float>},
    StoredType{"<f8", 8, load<double, double>},
    StoredType{"<i8", 8, load<std::int64_t, std::int64_t>},
    StoredType{"<i4", 4, load<std::int32_t, std::int64_t>},
    StoredType{"<i2", 2, load<std::int16_t, std::int64_t>},
    StoredType{"|i1", 1, load<std::int8_t, std::int64_t>},
    StoredType{"<u4", 4, load<std::uint32_t, std::int64_t>},
    StoredType{"<u2", 2, load<std::uint16_t, std::int64_t>},
    StoredType{"|u1", 1, load<std::uint8_t, std::int64_t>},
    StoredType{"|b1", 1, load<std::uint8_t, std::int64_t>},
};

const StoredType& storedType(const std::string& descr, const std::filesystem::path& file,
                             const std::string& what) {
  for (const StoredType& type : kStoredTypes) {
    if (type.descr == descr) return type;
  }
  std::string reason = "only float32, float64, bool and integers up to 64 bits (not uint64) can be read";
  if (descr.find('O') != std::string::npos)
    reason = "object arrays are refused, because reading them runs code";
  if (descr.starts_with('>')) reason = "it is big-endian; save it with .astype('<f8')";
  throw ContentError(file, fmt::format("{} has the type {}: {}", what, descr, reason));
}

// The header's text and where the data begins.
struct HeaderPlace {
  std::string_view text;
  std::size_t dataBegins = 0;
};

HeaderPlace headerPlace(std::span<const std::byte> bytes, const std::filesystem::path& file,
                        const std::string& what) {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  if (!text.starts_with(kMagic))
    throw ContentError(file, what + " is not a NumPy array: it does not begin with \\x93NUMPY");
  const std::size_t lengthBytes = bytes.size() > 6 && std::to_integer<int>(bytes[6]) == 1 ? 2 : 4;
  const std::size_t textBegins = 8 + lengthBytes;
  if (bytes.size() < textBegins) throw ContentError(file, what + " ends inside its header");
  const int version = std::to_integer<int>(bytes[6]);
  if (version < 1 || version > 3)
    throw ContentError(file, fmt::format("{} has the unknown .npy version {}", what, version));
  std::uint32_t length = 0;
  std::memcpy(&length, bytes.data() + 8, lengthBytes);
  if (length > kMaximumNpyHeaderBytes) {
    throw ContentError(file, fmt::format("{} has a header of {} bytes, and at most {} are allowed", what,
                                         length, kMaximumNpyHeaderBytes));
  }
  if (length > bytes.size() - textBegins) throw ContentError(file, what + " ends inside its header");
  return {text.substr(textBegins, length), textBegins + length};
}

}  // namespace

NamedArray decodeNpy(std::span<const std::byte> bytes, const std::filesystem::path& file,
                     const std::string& what) {
  const HeaderPlace place = headerPlace(bytes, file, what);
  const std::optional<NpyHeader> header = parseNpyHeader(place.text);
  if (!header) throw ContentError(file, what + " has a header that cannot be understood");
  const StoredType& type = storedType(header->descr, file, what);
  const std::span<const std::byte> data = bytes.subspan(place.dataBegins);
  const std::size_t count =
      checkedElementCount(header->shape, type.bytes, std::numeric_limits<std::size_t>::max(), file, what);
  if (count * type.bytes != data.size()) {
    throw ContentError(file, fmt::format("{} holds {} bytes of numbers, but its shape {} needs {}", what,
                                         data.size(), shapeText(header->shape), count * type.bytes));
  }
  return {{}, header->shape, type.loader(data, header->shape, header->fortranOrder)};
}

NamedArray readNpy(const std::filesystem::path& file, std::size_t maximumBytes) {
  NamedArray array = decodeNpy(readBinaryFile(file, maximumBytes), file, "the array");
  array.name = file.stem().string();
  return array;
}

std::vector<std::byte> encodeNpy(const NamedArray& array) {
  checkShape(array);
  constexpr std::array<const char*, 3> kDescr = {"<f4", "<f8", "<i8"};  // in the order of ArrayValues
  std::string text = npyHeaderText({kDescr[array.values.index()], false, array.shape});
  constexpr std::size_t kPrefix = 10, kAlignment = 64;  // the data begins at a multiple of 64
  text.resize((kPrefix + text.size() + kAlignment) / kAlignment * kAlignment - kPrefix, ' ');
  text.back() = '\n';
  std::string start(kMagic);
  start += {'\x01', '\x00', static_cast<char>(text.size() & 0xff), static_cast<char>(text.size() >> 8)};
  start += text;
  const std::span<const std::byte> head = std::as_bytes(std::span(start)), data = bytesOf(array.values);
  std::vector<std::byte> bytes(head.begin(), head.end());
  bytes.insert(bytes.end(), data.begin(), data.end());
  return bytes;
}

void writeNpy(const NamedArray& array, const std::filesystem::path& file) {
  writeFileAtomically(file, encodeNpy(array));
}

}  // namespace kernelscope
