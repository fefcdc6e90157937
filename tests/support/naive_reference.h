#pragma once
// What the engine's operations should give, as plain double loops over host tensors (float64), written from
// the definitions and slow on purpose.

#include "engine/backend/backend.h"

#include <array>

namespace kernelscope::test {

// alpha op(a) op(b) + beta c.
HostTensor naiveGemm(Transpose transposeA, Transpose transposeB, double alpha, const HostTensor& a,
                     const HostTensor& b, double beta, const HostTensor& c);

// s, s', s'', s''' at z for frequency 1, by the C library's functions and Taylor arithmetic.
std::array<double, 4> naiveActivation(ActivationKind kind, double z);

// s ... s''' of amplitude s(frequency z) with respect to z.
std::array<double, 4> naiveActivation(const Activation& activation, double z);

// The activation of a jet: z [channels batch, width] -> the same shape.
HostTensor naiveActivateJet(const Activation& activation, const JetLayout& layout, const HostTensor& z);

// J^T g with the Jacobian J of naiveActivateJet written out channel by channel.
HostTensor naiveActivateJetAdjoint(const Activation& activation, const JetLayout& layout, const HostTensor& z,
                                   const HostTensor& g);

// |x|^2 / 2 of the rows of a jet, [channels batch, 1], and its adjoint J^T g.
HostTensor naiveHalfSquaredNorm(const JetLayout& layout, const HostTensor& x);
HostTensor naiveHalfSquaredNormAdjoint(const JetLayout& layout, const HostTensor& x, const HostTensor& g);

// amplitude exp(a^2 q + i a z), column by column, in complex arithmetic; a jet of values, q [channels batch,
// 1].
struct WaveParts {
  HostTensor cosine, sine;
};
WaveParts naiveExponentialWave(const JetLayout& layout, double amplitude, const HostTensor& scale,
                               const HostTensor& q, const HostTensor& z);

// x W^T + b on a jet: the bias on value rows only.
HostTensor naiveLinear(const JetLayout& layout, const HostTensor& x, const HostTensor& weight,
                       const HostTensor& bias);

}  // namespace kernelscope::test
