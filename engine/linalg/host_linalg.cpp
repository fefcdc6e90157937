#include "engine/linalg/host_linalg.h"

#include "engine/core/error.h"

#include <Eigen/Dense>
#include <fmt/format.h>

namespace kernelscope {

void orthonormalizeRows(std::span<double> rows, std::int64_t k, std::int64_t d, QrSigns signs) {
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
  if (signs == QrSigns::Positive) a *= diagonal.cwiseSign().asDiagonal();
}

std::vector<double> singularValues(std::span<const double> matrix, std::int64_t rows, std::int64_t columns) {
  if (rows < 1 || columns < 1 || static_cast<std::int64_t>(matrix.size()) != rows * columns)
    throw ShapeError(fmt::format("singular values of {} numbers as [{}, {}]", matrix.size(), rows, columns));
  using RowMajorMatrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  const Eigen::Map<const RowMajorMatrix> a(matrix.data(), rows, columns);
  const Eigen::VectorXd values = Eigen::BDCSVD<Eigen::MatrixXd>(a).singularValues();
  return {values.data(), values.data() + values.size()};
}

std::vector<double> leastSquares(std::span<const double> design, std::int64_t columns,
                                 std::span<const double> right) {
  const auto rows = static_cast<std::int64_t>(right.size());
  if (columns < 1 || rows < 1 || static_cast<std::int64_t>(design.size()) != rows * columns) {
    throw ShapeError(
        fmt::format("least squares of {} numbers in {} columns for {} rows", design.size(), columns, rows));
  }
  using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  const Eigen::Map<const RowMajor> a(design.data(), rows, columns);
  const Eigen::Map<const Eigen::VectorXd> b(right.data(), rows);
  const Eigen::VectorXd x = a.completeOrthogonalDecomposition().solve(b);
  return {x.data(), x.data() + columns};
}

}  // namespace kernelscope
