#include "engine/core/error.h"
#include "engine/io/picture_decoders.h"

#include <cctype>

// Portable grey map and pixel map (netpbm): P2, P3 as text, P5, P6 as bytes, 16 bit big-endian.

namespace kernelscope {

namespace {

class PnmParser {
 public:
  PnmParser(std::span<const std::byte> bytes, const std::filesystem::path& file)
      : bytes_(bytes), file_(file) {}

  Picture parse() {
    const char kind = characterAt(1);
    if (kind == '1' || kind == '4' || kind == '7') {
      throw ContentError(file_, std::string("is a ") + (kind == '7' ? "PAM" : "PBM") +
                                    " picture, which cannot be read; save it as PGM, PPM or PNG");
    }
    format_ = kind == '2' || kind == '5' ? "PGM" : "PPM";
    at_ = 2;
    const std::int64_t width = number("width", kHeaderLimit), height = number("height", kHeaderLimit);
    checkPictureSize(width, height, file_);
    const std::int64_t maximum = number("largest value", kHeaderLimit);
    if (maximum < 1 || maximum > 65535) {
      fail("its largest value is " + std::to_string(maximum) + ", and 1 to 65535 are allowed");
    }
    Picture picture;
    picture.width = static_cast<int>(width);
    picture.height = static_cast<int>(height);
    picture.channels = format_[1] == 'G' ? 1 : 3;
    const auto count = static_cast<std::size_t>(width * height * picture.channels);
    const bool text = kind == '2' || kind == '3';
    const std::size_t bytesEach = text ? 2 : maximum > 255 ? 2 : 1;  // text: a digit and a blank
    if (!text) ++at_;                                                // the one blank after the header
    const std::size_t available = at_ < bytes_.size() ? bytes_.size() - at_ : 0;
    if (available + 1 < count * bytesEach || (!text && available < count * bytesEach)) {
      fail("the file ends too early for " + std::to_string(width) + " x " + std::to_string(height) +
           " pixels");
    }
    picture.samples.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
      const std::int64_t value = text ? number("sample", kHeaderLimit) : binarySample(bytesEach);
      if (value > maximum)
        fail("a sample of " + std::to_string(value) + " is above " + std::to_string(maximum));
      picture.samples.push_back(static_cast<float>(value) / static_cast<float>(maximum));
    }
    return picture;
  }

 private:
  static constexpr std::int64_t kHeaderLimit = 1000000000;

  char characterAt(std::size_t at) const {
    return at < bytes_.size() ? std::to_integer<char>(bytes_[at]) : '\0';
  }

  [[noreturn]] void fail(const std::string& what) const {
    throw ContentError(file_, std::string("is a broken ") + format_ + ": " + what);
  }

  void skipBlanksAndComments() {
    while (at_ < bytes_.size()) {
      if (characterAt(at_) == '#') {
        while (at_ < bytes_.size() && characterAt(at_) != '\n') ++at_;
      } else if (std::isspace(static_cast<unsigned char>(characterAt(at_))) != 0) {
        ++at_;
      } else {
        return;
      }
    }
  }

  std::int64_t number(const char* what, std::int64_t limit) {
    skipBlanksAndComments();
    if (at_ >= bytes_.size()) fail(std::string("the file ends where its ") + what + " should stand");
    const auto isDigit = [&] {
      return characterAt(at_) >= '0' && characterAt(at_) <= '9' && at_ < bytes_.size();
    };
    if (!isDigit()) fail(std::string("its ") + what + " is not a number");
    std::int64_t value = 0;
    while (isDigit() && value <= limit) value = value * 10 + (characterAt(at_++) - '0');
    if (value > limit) fail(std::string("its ") + what + " has too many digits");
    return value;
  }

  std::int64_t binarySample(std::size_t bytesEach) {
    std::int64_t value = std::to_integer<std::int64_t>(bytes_[at_++]);
    if (bytesEach == 2) value = value * 256 + std::to_integer<std::int64_t>(bytes_[at_++]);
    return value;
  }

  std::span<const std::byte> bytes_;
  const std::filesystem::path& file_;
  const char* format_ = "PGM";
  std::size_t at_ = 0;
};

}  // namespace

bool startsLikePnm(std::span<const std::byte> bytes) {
  if (bytes.size() < 3 || std::to_integer<char>(bytes[0]) != 'P') return false;
  const char kind = std::to_integer<char>(bytes[1]);
  return kind >= '1' && kind <= '7' && std::isspace(std::to_integer<unsigned char>(bytes[2])) != 0;
}

Picture decodePnm(std::span<const std::byte> bytes, const std::filesystem::path& file) {
  return PnmParser(bytes, file).parse();
}

}  // namespace kernelscope
