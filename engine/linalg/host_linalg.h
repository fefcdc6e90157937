#pragma once
// One-off linear algebra on the host, float64, row-major.

#include <cstdint>
#include <span>
#include <vector>

namespace kernelscope {

// Replaces k <= d linearly independent rows of a [k, d] matrix by the orthonormal rows that Gram and Schmidt
// would make of them, by Householder QR. Independent Gaussian rows become Haar distributed ones; k = d gives
// a Haar orthogonal matrix. 2 k^2 d flops.
// The signs matter: Q of the factorisation alone is not Haar distributed, Q diag(sign(diag R)) is
// (Mezzadri 2007, section 5).  Throws ShapeError if the shape does not fit or k > d, NumericalError if the
// rows are dependent.
enum class QrSigns { Positive, AsFactored };  // as factored: not Haar distributed, to show what that does
void orthonormalizeRows(std::span<double> rows, std::int64_t k, std::int64_t d,
                        QrSigns signs = QrSigns::Positive);

// The singular values of a [rows, columns] matrix, largest first. O(rows columns min(rows, columns)).
std::vector<double> singularValues(std::span<const double> matrix, std::int64_t rows, std::int64_t columns);

// The x that brings `design` x closest to `right` [rows], `design` [rows, columns]; the shortest such x where
// the columns are dependent. 2 rows columns^2 flops.  Throws ShapeError if the shapes do not fit.
std::vector<double> leastSquares(std::span<const double> design, std::int64_t columns,
                                 std::span<const double> right);

}  // namespace kernelscope
