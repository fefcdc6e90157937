#pragma once
// Comparing arrays of numbers, with the worst place printed.

#include "engine/tensor/host_tensor.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <span>
#include <string>

namespace kernelscope::test {

// Symmetric relative error of two numbers: |a - b| / max(|a|, |b|, floor). `floor` is the size below which a
// difference counts absolutely; 0 where both are 0. NaN and infinity equal nothing but themselves.
double symmetricError(double a, double b, double floor);

// Largest absolute value; 0 for none.
double largest(std::span<const double> values);

// EXPECT that every symmetric relative error is at most `tolerance`; prints the worst index and `what`.
void expectClose(std::span<const double> actual, std::span<const double> expected, double tolerance,
                 double floor, const std::string& what);
// The same for whole tensors of any dtype, shapes included.
void expectClose(const HostTensor& actual, const HostTensor& expected, double tolerance, double floor,
                 const std::string& what);

// EXPECT the same dtype, shape and bits.
void expectSameBits(const HostTensor& actual, const HostTensor& expected, const std::string& what);

}  // namespace kernelscope::test
