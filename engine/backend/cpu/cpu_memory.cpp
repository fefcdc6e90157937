#include "engine/backend/cpu/cpu_backend.h"
#include "engine/backend/cpu/cpu_tensor.h"
#include "engine/core/error.h"

#include <fmt/format.h>

#include <cstring>
#include <new>

namespace kernelscope {

namespace {

constexpr std::align_val_t kAlignment{64};

class HostBuffer final : public DeviceBuffer {
 public:
  explicit HostBuffer(std::int64_t bytes)
      : data_(::operator new(static_cast<std::size_t>(bytes), kAlignment)) {}
  ~HostBuffer() override { ::operator delete(data_, kAlignment); }
  HostBuffer(const HostBuffer&) = delete;
  HostBuffer& operator=(const HostBuffer&) = delete;
  void* data() override { return data_; }

 private:
  void* data_;
};

template <typename T>
void copyRows(const T* from, std::int64_t fromStride, T* to, std::int64_t toStride, std::int64_t rows,
              std::int64_t cols) {
  const auto bytes = static_cast<std::size_t>(cols) * sizeof(T);
  for (std::int64_t r = 0; r < rows; ++r) {
    if (bytes > 0) std::memcpy(to + r * toStride, from + r * fromStride, bytes);
  }
}

}  // namespace

std::shared_ptr<DeviceBuffer> CpuBackend::allocateBytes(std::int64_t bytes) {
  try {
    return std::make_shared<HostBuffer>(bytes);
  } catch (const std::bad_alloc&) {
    throw DeviceError(
        fmt::format("the CPU has no {:.1f} MB of memory left", static_cast<double>(bytes) * 1e-6));
  }
}

void CpuBackend::upload(const HostTensor& from, const Tensor& to) {
  cpu::expectShape("upload", "the device tensor", to, from.rows(), from.cols());
  cpu::expectDType("upload", "the device tensor", to, from.dtype());
  dispatch(to.dtype(), [&](auto zero) {
    using T = decltype(zero);
    copyRows(from.values<T>().data(), from.cols(), cpu::data<T>(to), to.rowStride(), to.rows(), to.cols());
  });
}

HostTensor CpuBackend::download(const Tensor& from) {
  HostTensor to(from.dtype(), from.rows(), from.cols());
  dispatch(from.dtype(), [&](auto zero) {
    using T = decltype(zero);
    copyRows<T>(cpu::data<T>(from), from.rowStride(), to.values<T>().data(), to.cols(), from.rows(),
                from.cols());
  });
  return to;
}

void CpuBackend::copy(const Tensor& from, const Tensor& to) {
  cpu::expectAlike("copy", "the destination", to, from);
  dispatch(from.dtype(), [&](auto zero) {
    using T = decltype(zero);
    copyRows<T>(cpu::data<T>(from), from.rowStride(), cpu::data<T>(to), to.rowStride(), from.rows(),
                from.cols());
  });
}

void CpuBackend::fill(const Tensor& to, double value) {
  dispatch(to.dtype(), [&](auto zero) {
    using T = decltype(zero);
    for (std::int64_t r = 0; r < to.rows(); ++r) {
      T* row = cpu::data<T>(to) + r * to.rowStride();
      for (std::int64_t c = 0; c < to.cols(); ++c) row[c] = static_cast<T>(value);
    }
  });
}

void CpuBackend::gatherRows(const Tensor& from, std::span<const std::int32_t> rows, const Tensor& to) {
  cpu::expectShape("gatherRows", "the destination", to, static_cast<std::int64_t>(rows.size()), from.cols());
  cpu::expectDType("gatherRows", "the destination", to, from.dtype());
  for (const std::int32_t row : rows) {
    if (row < 0 || row >= from.rows()) {
      throw ShapeError(fmt::format("gatherRows: row {} of a tensor with {} rows", row, from.rows()));
    }
  }
  dispatch(from.dtype(), [&](auto zero) {
    using T = decltype(zero);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      copyRows<T>(cpu::data<T>(from) + rows[i] * from.rowStride(), 0,
                  cpu::data<T>(to) + static_cast<std::int64_t>(i) * to.rowStride(), 0, 1, from.cols());
    }
  });
}

}  // namespace kernelscope
