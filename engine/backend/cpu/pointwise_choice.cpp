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

std::vector<const PointwiseTable*> pointwiseTables() {
  std::vector<const PointwiseTable*> tables = {&simd_baseline::kTable};
#ifdef __x86_64__
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi2")) {
    tables.push_back(&simd_v3::kTable);
  }
#endif
  return tables;
}

const PointwiseTable& choosePointwiseTable() {
  const std::vector<const PointwiseTable*> tables = pointwiseTables();
  const char* wish = std::getenv("KERNELSCOPE_SIMD");
  const bool forced = wish != nullptr && std::string_view(wish) == "baseline";
  return forced ? *tables.front() : *tables.back();
}

}  // namespace kernelscope
