#pragma once
// KS_HD marks scalar formulas that g++ (at every instruction level) and nvcc compile. On the host they
// are always inlined, so that no copy compiled for a newer processor can be linked into a baseline path.

#ifdef __CUDACC__
#define KS_HD __host__ __device__ inline
#else
#define KS_HD [[gnu::always_inline]] inline
#endif
