#pragma once
// Causal kernels from the real part of their frequency response: the even part of a causal sequence
// determines it (the imaginary part is its discrete Hilbert transform). With e the inverse transform of the
// real part, length N, the sequence is e(0), 2 e(1) .. 2 e(N/2 - 1), e(N/2), then zeros. Source: Oppenheim
// and Schafer, section 11.4; use in frequency-domain Toeplitz layers: Qin et al. 2023 (arXiv 2305.09028),
// section 3.3.

#include <complex>
#include <span>
#include <vector>

namespace kernelscope {

struct CausalResponse {
  std::vector<double> taps;                    // lags 0 .. N/2; those above are zero
  std::vector<std::complex<double>> response;  // N/2 + 1: the given real part and its Hilbert pair
};

// `realPart` at the frequencies 2 pi k / N, k = 0 .. N/2. Throws ShapeError for fewer than 2. O(N log N).
CausalResponse causalResponse(std::span<const double> realPart);

}  // namespace kernelscope
