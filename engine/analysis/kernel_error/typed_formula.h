#pragma once
// A formula of z as people type it: "exp(-z^2/2)*cos(3*z)". Parsed by muParser.

#include <memory>
#include <string>

namespace kernelscope {

class TypedFormula {
 public:
  // Throws ConfigError at `pointer` for a text that is no formula of z, is nested too deeply, or has no
  // finite value at z = 0, saying where and why.
  TypedFormula(const std::string& expression, const std::string& pointer);
  ~TypedFormula();
  TypedFormula(TypedFormula&&) noexcept;

  // NaN where the formula has no value. One thread at a time.
  double operator()(double z) const;

 private:
  struct Internals;
  std::unique_ptr<Internals> internals_;
};

}  // namespace kernelscope
