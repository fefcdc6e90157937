#include "engine/backend/cpu/cpu_backend.h"
#include "engine/backend/cpu/cpu_tensor.h"
#include "engine/backend/cpu/pointwise_table.h"
#include "engine/core/error.h"

#include <cblas.h>
#include <fmt/format.h>

#include <algorithm>

namespace kernelscope {

namespace {

CBLAS_TRANSPOSE blasTranspose(Transpose transpose) {
  return transpose == Transpose::Yes ? CblasTrans : CblasNoTrans;
}

void product(CBLAS_TRANSPOSE ta, CBLAS_TRANSPOSE tb, int m, int n, int k, float alpha, const float* a,
             int lda, const float* b, int ldb, float beta, float* c, int ldc) {
  cblas_sgemm(CblasRowMajor, ta, tb, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
}
void product(CBLAS_TRANSPOSE ta, CBLAS_TRANSPOSE tb, int m, int n, int k, double alpha, const double* a,
             int lda, const double* b, int ldb, double beta, double* c, int ldc) {
  cblas_dgemm(CblasRowMajor, ta, tb, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
}

int leadingDimension(const Tensor& tensor) {
  const std::int64_t stride = std::max<std::int64_t>({tensor.rowStride(), tensor.cols(), 1});
  return static_cast<int>(stride);
}

}  // namespace

void CpuBackend::gemm(Transpose transposeA, Transpose transposeB, double alpha, const Tensor& a,
                      const Tensor& b, double beta, const Tensor& c) {
  const bool ta = transposeA == Transpose::Yes, tb = transposeB == Transpose::Yes;
  const std::int64_t m = ta ? a.cols() : a.rows(), k = ta ? a.rows() : a.cols();
  const std::int64_t n = tb ? b.rows() : b.cols(), kb = tb ? b.cols() : b.rows();
  if (k != kb) throw ShapeError(fmt::format("gemm: inner sizes {} and {} differ", k, kb));
  cpu::expectShape("gemm", "the result", c, m, n);
  cpu::expectDType("gemm", "b", b, a.dtype());
  cpu::expectDType("gemm", "the result", c, a.dtype());
  if (m == 0 || n == 0) return;
  dispatch(a.dtype(), [&](auto zero) {
    using T = decltype(zero);
    product(blasTranspose(transposeA), blasTranspose(transposeB), static_cast<int>(m), static_cast<int>(n),
            static_cast<int>(k), static_cast<T>(alpha), cpu::data<T>(a), leadingDimension(a), cpu::data<T>(b),
            leadingDimension(b), static_cast<T>(beta), cpu::data<T>(c), leadingDimension(c));
  });
}

void CpuBackend::fillRows(const Tensor& row, const Tensor& to) {
  cpu::expectShape("fillRows", "the row", row, 1, to.cols());
  cpu::expectDType("fillRows", "the row", row, to.dtype());
  dispatch(to.dtype(), [&](auto zero) {
    using T = decltype(zero);
    const T* source = cpu::data<T>(row);
    for (std::int64_t r = 0; r < to.rows(); ++r) {
      std::copy_n(source, to.cols(), cpu::data<T>(to) + r * to.rowStride());
    }
  });
}

void CpuBackend::columnSums(const Tensor& x, double beta, const Tensor& sums) {
  cpu::expectShape("columnSums", "the sums", sums, 1, x.cols());
  cpu::expectDType("columnSums", "the sums", sums, x.dtype());
  dispatch(x.dtype(), [&](auto zero) {
    using T = decltype(zero);
    table_.of<T>().columnSums(x.rows(), x.cols(), {cpu::data<T>(x), x.rowStride()}, static_cast<T>(beta),
                              cpu::data<T>(sums));
  });
}

}  // namespace kernelscope
