#include "engine/backend/cpu/pointwise_table.h"

#include <cstdlib>
#include <string_view>

namespace kernelscope {

namespace simd_baseline {
extern const PointwiseTable kTable;
}
#ifdef __x86_64__
namespace simd_v3 {
extern const PointwiseTable kTable;
}
#endif

const PointwiseTable& choosePointwiseTable() {
  const char* wish = std::getenv("KERNELSCOPE_SIMD");
  const bool forced = wish != nullptr && std::string_view(wish) == "baseline";
#ifdef __x86_64__
  if (!forced && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
      __builtin_cpu_supports("bmi2")) {
    return simd_v3::kTable;
  }
#endif
  static_cast<void>(forced);
  return simd_baseline::kTable;
}

}  // namespace kernelscope
