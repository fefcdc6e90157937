#include "engine/analysis/kernel_error/typed_formula.h"

#include "engine/core/error.h"

#include <muParser.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace kernelscope {

namespace {

constexpr int kDeepest = 40;

int depthOf(const std::string& text) {
  int depth = 0, deepest = 0;
  for (const char character : text) {
    if (character == '(') deepest = std::max(deepest, ++depth);
    if (character == ')') --depth;
  }
  return deepest;
}

double positivePart(double z) {
  return z > 0 ? z : 0;
}

double step(double z) {
  return z > 0 ? 1 : 0;
}

void addFunctions(mu::Parser& parser) {
  parser.DefineFun(
      "erf", +[](double z) { return std::erf(z); });
  parser.DefineFun("relu", positivePart);
  parser.DefineFun("step", step);
  parser.DefineFun(
      "sigmoid", +[](double z) { return 1 / (1 + std::exp(-z)); });
  parser.DefineConst("pi", std::acos(-1.0));
  parser.DefineConst("e", std::exp(1.0));
}

}  // namespace

struct TypedFormula::Internals {
  double z = 0;
  mu::Parser parser;
};

TypedFormula::TypedFormula(const std::string& expression, const std::string& pointer)
    : internals_(std::make_unique<Internals>()) {
  const auto refuse = [&](const std::string& why) {
    throw ConfigError({{pointer, "got \"" + expression + "\": " + why +
                                     ". Allowed: a formula of z with + - * / ^, numbers, pi, sin, cos, tan, "
                                     "tanh, exp, log, sqrt, abs, erf, relu, step, sigmoid"}});
  };
  if (depthOf(expression) > kDeepest) refuse("brackets are nested more than 40 deep");
  mu::Parser& parser = internals_->parser;
  addFunctions(parser);
  parser.DefineVar("z", &internals_->z);
  double atZero = 0;
  try {
    parser.SetExpr(expression);
    atZero = parser.Eval();
  } catch (const mu::ParserError& error) {
    std::string why = error.GetMsg();
    while (!why.empty() && (why.back() == '.' || why.back() == ' ' || why.back() == '\n')) why.pop_back();
    refuse(why);
  }
  if (!std::isfinite(atZero)) refuse("it has no finite value at z = 0");
}

TypedFormula::~TypedFormula() = default;
TypedFormula::TypedFormula(TypedFormula&&) noexcept = default;

double TypedFormula::operator()(double z) const {
  internals_->z = z;
  try {
    return internals_->parser.Eval();
  } catch (const mu::ParserError&) {
    return std::numeric_limits<double>::quiet_NaN();
  }
}

}  // namespace kernelscope
