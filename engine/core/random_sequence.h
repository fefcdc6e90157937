#pragma once
// Random numbers in a row from one counter-based stream: for draws whose number is not known beforehand.
// A sequence belongs to one thread; two of the same stream give the same numbers.

#include "engine/core/rng.h"

namespace kernelscope {

class RandomSequence {
 public:
  explicit RandomSequence(const RngStream& stream) : stream_(stream) {}

  double uniform();  // [0, 1), 53 bits
  double normal();   // standard; Box and Muller, both values used
  // Chi-squared with `degrees` >= 1: twice a Gamma(degrees / 2) variable (Marsaglia and Tsang 2000).
  double chiSquared(int degrees);

 private:
  double gamma(double shape);  // shape >= 1/2

  RngStream stream_;
  std::uint64_t counter_ = 0;
  bool hasSpare_ = false;
  double spare_ = 0;
};

}  // namespace kernelscope
