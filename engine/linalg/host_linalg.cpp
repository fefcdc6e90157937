#include "engine/linalg/host_linalg.h"

#include "engine/core/error.h"

#include <Eigen/Dense>
#include <fmt/format.h>

namespace kernelscope {

void orthonormalizeRows(std::span<double> rows, std::int64_t k, std::int64_t d) {
  if (k < 0 || k > d || static_cast<std::int64_t>(rows.size()) != k * d) {
    throw ShapeError(
        fmt::format("cannot make {} orthonormal rows of length {} from {} numbers", k, d, rows.size()));
  }
  if (k == 0) return;
  // Row-major [k, d] is column-major [d, k]: the rows are the columns of A = Q R.
  Eigen::Map<Eigen::MatrixXd> a(rows.data(), d, k);
  const Eigen::HouseholderQR<Eigen::MatrixXd> qr(a);
  const Eigen::VectorXd diagonal = qr.matrixQR().diagonal();
  if (!(diagonal.cwiseAbs().minCoeff() > 0)) {
    throw NumericalError("orthonormalizeRows: the rows are linearly dependent or not finite");
  }
  a = qr.householderQ() * Eigen::MatrixXd::Identity(d, k);
  a *= diagonal.cwiseSign().asDiagonal();
}

}  // namespace kernelscope
