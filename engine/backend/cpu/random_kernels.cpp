#include "engine/backend/cpu/random_kernels.h"

#include "engine/backend/cpu/pointwise_table.h"
#include "engine/core/contract.h"

#include <string_view>

namespace kernelscope {

namespace simd_baseline {
void normalPairs(const RngKey& key, std::uint64_t first, std::size_t count, double* a, double* b);
void uniformPairs(const RngKey& key, std::uint64_t first, std::size_t count, double* a, double* b);
}  // namespace simd_baseline
#ifdef __x86_64__
namespace simd_v3 {
void normalPairs(const RngKey& key, std::uint64_t first, std::size_t count, double* a, double* b);
void uniformPairs(const RngKey& key, std::uint64_t first, std::size_t count, double* a, double* b);
}  // namespace simd_v3
#endif

namespace {

using PairKernel = void (*)(const RngKey&, std::uint64_t, std::size_t, double*, double*);

struct RandomKernelTable {
  PairKernel normals, uniforms;
};

const RandomKernelTable& pairKernels() {
  static const RandomKernelTable chosen = [] {
#ifdef __x86_64__
    if (std::string_view(choosePointwiseTable().level) != "x86-64")
      return RandomKernelTable{simd_v3::normalPairs, simd_v3::uniformPairs};
#endif
    return RandomKernelTable{simd_baseline::normalPairs, simd_baseline::uniformPairs};
  }();
  return chosen;
}

}  // namespace

void fillNormalPairs(const RngStream& stream, std::uint64_t first, std::span<double> a, std::span<double> b) {
  KS_EXPECT(a.size() == b.size(), "both halves of the pairs have one length");
  pairKernels().normals(stream.key(), first, a.size(), a.data(), b.data());
}

void fillUniformPairs(const RngStream& stream, std::uint64_t first, std::span<double> a,
                      std::span<double> b) {
  KS_EXPECT(a.size() == b.size(), "both halves of the pairs have one length");
  pairKernels().uniforms(stream.key(), first, a.size(), a.data(), b.data());
}

}  // namespace kernelscope
