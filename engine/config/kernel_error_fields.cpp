#include "engine/config/kernel_error_fields.h"

namespace kernelscope {

namespace {

constexpr int kMostPairs = 4096;
constexpr int kMostMethods = 8;  // as many as the plot has series

Field normField(const char* pointer, const char* label, const char* help) {
  return {.pointer = pointer,
          .label = label,
          .minimum = 0,
          .maximum = 1000,
          .sliderMinimum = 0.1,
          .sliderMaximum = 4,
          .defaultValue = 0.8,
          .help = help};
}

Field tableField(const char* pointer, const char* label, int rank, const char* help) {
  return {.pointer = pointer,
          .label = label,
          .kind = FieldKind::Numbers,
          .hidden = true,
          .minimum = -1e6,
          .maximum = 1e6,
          .most = kMostPairs,
          .rank = rank,
          .files = true,
          .defaultValue = nlohmann::json::array(),
          .help = help};
}

std::vector<Field> mapFields(const std::string& method) {
  return {
      {.pointer = method + "id",
       .label = "Name",
       .kind = FieldKind::Text,
       .effect = FieldEffect::Live,
       .advanced = true,
       .minimum = 1,
       .maximum = 40,
       .defaultValue = "M1",
       .help = "What the method is called in the plot and in the arrays."},
      {.pointer = method + "map",
       .label = "Features",
       .kind = FieldKind::Choice,
       .defaultValue = "universal-real",
       .choices = {{"universal-real", "URF real"},
                   {"universal-complex", "URF complex"},
                   {"universal-numeric", "URF numeric"},
                   {"arc-cosine", "arc-cosine"},
                   {"positive", "positive"},
                   {"trigonometric", "trigonometric"},
                   {"maclaurin", "Maclaurin"},
                   {"eugen", "polynomial"}},
       .help = "How a projection becomes a feature. URF, universal random features, need the Fourier "
               "transform of f, "
               "Maclaurin and polynomial ones its power series, the others belong to one kernel."},
      {.pointer = method + "sampling",
       .label = "Projections",
       .kind = FieldKind::Choice,
       .defaultValue = "iid",
       .choices = {{"iid", "independent"},
                   {"orthogonal", "orthogonal"},
                   {"antithetic", "in pairs ±"},
                   {"quasi", "quasi-random"}},
       .help =
           "How the projections of one draw relate: independent, orthogonal within blocks of d, each with "
           "its negative, or spread evenly (Sobol points, shifted at random)."},
      {.pointer = method + "A",
       .label = "A",
       .symbol = "A",
       .kind = FieldKind::Choice,
       .minimum = -4,
       .maximum = 0,
       .sliderMinimum = -1,
       .sliderMaximum = 0,
       .defaultValue = 0.0,
       .choices = {{0.0, "0"}, {"optimal", "optimal"}, {"frequency-dependent", "by frequency"}},
       .help = "The free number of exponential features, at most 0: below 0 every feature is bounded, at a "
               "price that grows with the dimension. Optimal: what minimises the predicted variance."},
  };
}

std::vector<Field> freeChoiceFields(const std::string& method) {
  return {
      {.pointer = method + "growth",
       .label = "c of A(s)",
       .symbol = "c",
       .scale = FieldScale::Logarithmic,
       .advanced = true,
       .exclusiveMinimum = true,
       .minimum = 0,
       .maximum = 100,
       .sliderMinimum = 0.1,
       .sliderMaximum = 20,
       .defaultValue = 3.0,
       .help = "Where A follows the frequency s: A(s) = -c s²/8."},
      {.pointer = method + "proposal",
       .label = "Frequencies",
       .kind = FieldKind::Choice,
       .advanced = true,
       .defaultValue = "amplitude",
       .choices = {{"amplitude", "as |F|"}, {"optimal", "least variance"}},
       .help = "How often a frequency is drawn: as |F|, or as |F| times the size of its feature."},
      {.pointer = method + "split",
       .label = "Split",
       .kind = FieldKind::Choice,
       .advanced = true,
       .defaultValue = "opposite",
       .choices = {{"same", "same phase"}, {"opposite", "opposite phase"}},
       .help = "Complex features: same phase has the smaller variance where x.w < 0, opposite phase where "
               "x.w > 0."},
      {.pointer = method + "scale",
       .label = "Split scale",
       .kind = FieldKind::Choice,
       .advanced = true,
       .minimum = 0,
       .maximum = 1000,
       .sliderMinimum = 0,
       .sliderMaximum = 4,
       .defaultValue = "norms",
       .choices = {{"norms", "|x| / |w|"}, {1.0, "1"}, {0.0, "0: unscaled"}},
       .help =
           "Real features: how a frequency is shared between input and weight. |x| / |w| is best; 0 is the "
           "unscaled split, whose variance is infinite for slowly decaying transforms."},
      {.pointer = method + "degree",
       .label = "Degree",
       .kind = FieldKind::Integer,
       .advanced = true,
       .minimum = 1,
       .maximum = 24,
       .sliderMinimum = 1,
       .sliderMaximum = 12,
       .defaultValue = 7,
       .help = "Polynomial features: the highest power. What is left out is the bias."},
      {.pointer = method + "projection",
       .label = "Entries",
       .kind = FieldKind::Choice,
       .advanced = true,
       .defaultValue = "rademacher",
       .choices = {{"rademacher", "±1"}, {"gaussian", "Gaussian"}},
       .help = "Entries of the projections of polynomial features: signs, or normal numbers."},
      {.pointer = method + "as_released",
       .label = "As released",
       .kind = FieldKind::Choices,
       .advanced = true,
       .defaultValue = nlohmann::json::array(),
       .choices = {{"raw-qr", "orthogonal without sign fix"},
                   {"uniform-projections", "uniform projections"},
                   {"small-projections", "projections of size 0.02"},
                   {"double-correction", "norm correction twice"},
                   {"half-kernel", "arc-cosine without √2"}},
       .help = "Defects of the published code, one by one, so that their effect can be seen."},
  };
}

}  // namespace

std::vector<Field> targetFields() {
  return {
      {.pointer = "/target/kind",
       .label = "Kernel",
       .kind = FieldKind::Choice,
       .group = FieldGroup::Data,
       .defaultValue = "activation",
       .choices = {{"activation", "f(w·x + b)"},
                   {"formula", "formula f(z)"},
                   {"arc-cosine", "arc-cosine"},
                   {"softmax", "softmax exp(w·x)"},
                   {"gaussian", "Gaussian"}},
       .help = "What is estimated: an activation of w.x + b, a typed formula of z = w.x + b, or a kernel."},
      {.pointer = "/target/name",
       .label = "Function",
       .kind = FieldKind::Choice,
       .group = FieldGroup::Data,
       .defaultValue = "sine",
       .choices = {{"sine", "sine"},
                   {"cosine", "cosine"},
                   {"gaussian", "Gaussian"},
                   {"sinc", "sinc"},
                   {"tanh", "tanh"},
                   {"sigmoid", "sigmoid"},
                   {"softplus", "softplus"},
                   {"silu", "SiLU"},
                   {"gelu", "GELU"},
                   {"relu", "ReLU"},
                   {"squared-relu", "squared ReLU"},
                   {"step", "step"},
                   {"identity", "identity"}},
       .help = "The activation f."},
      {.pointer = "/target/frequency",
       .label = "Frequency",
       .symbol = "ω₀",
       .group = FieldGroup::Data,
       .scale = FieldScale::Logarithmic,
       .advanced = true,
       .exclusiveMinimum = true,
       .minimum = 0,
       .maximum = 1000,
       .sliderMinimum = 0.1,
       .sliderMaximum = 10,
       .defaultValue = 1.0,
       .help = "f(ω₀ z) instead of f(z)."},
      {.pointer = "/target/expression",
       .label = "Formula",
       .kind = FieldKind::Text,
       .group = FieldGroup::Data,
       .minimum = 1,
       .maximum = 200,
       .defaultValue = "exp(-z^2/2)*cos(3*z)",
       .help = "f as a formula of z: + - * / ^, sin, cos, tanh, exp, log, sqrt, abs, erf and the like."},
      {.pointer = "/target/order",
       .label = "Order",
       .symbol = "n",
       .kind = FieldKind::Choice,
       .group = FieldGroup::Data,
       .defaultValue = 1,
       .choices = {{0, "0: step"}, {1, "1: ReLU"}, {2, "2: ReLU squared"}},
       .help = "Power of the positive part in the arc-cosine kernel."},
  };
}

std::vector<Field> pairFields() {
  std::vector<Field> fields = {
      tableField("/pairs/x", "Inputs x", 2, "Inputs, a row each. Empty: they are drawn."),
      tableField("/pairs/w", "Weights w", 2, "Weights, a row for each input."),
      tableField("/pairs/b", "Biases b", 1, "A bias for each pair; empty: none."),
      {.pointer = "/pairs/dimension",
       .label = "Dimension",
       .symbol = "d",
       .kind = FieldKind::Integer,
       .scale = FieldScale::Logarithmic,
       .minimum = 1,
       .maximum = 4096,
       .sliderMinimum = 2,
       .sliderMaximum = 512,
       .defaultValue = 16,
       .help = "Entries of x and w."},
      normField("/pairs/norm_x", "|x|", "Length of the inputs."),
      normField("/pairs/norm_w", "|w|", "Length of the weights. The errors grow with exp(|x| |w|)."),
      {.pointer = "/pairs/angle_degrees",
       .label = "Angle",
       .unit = "°",
       .kind = FieldKind::Choice,
       .maximum = 180,
       .sliderMaximum = 180,
       .defaultValue = 60.0,
       .choices = {{60.0, "60"}, {"random", "random"}},
       .help = "Between x and w; random: each pair has its own, as random directions have."},
      {.pointer = "/pairs/bias",
       .label = "Bias",
       .symbol = "b",
       .advanced = true,
       .minimum = -1000,
       .maximum = 1000,
       .sliderMinimum = -3,
       .sliderMaximum = 3,
       .defaultValue = 0.0,
       .help = "b of every pair."},
      {.pointer = "/pairs/count",
       .label = "Pairs",
       .kind = FieldKind::Integer,
       .scale = FieldScale::Logarithmic,
       .advanced = true,
       .minimum = 1,
       .maximum = kMostPairs,
       .sliderMinimum = 1,
       .sliderMaximum = 64,
       .defaultValue = 1,
       .help = "How many pairs of x and w are drawn; errors are averages over them."},
  };
  for (Field& field : fields) field.group = FieldGroup::Data;
  return fields;
}

std::vector<Field> methodFields() {
  std::vector<Field> fields = {
      {.pointer = "/methods",
       .label = "Methods",
       .kind = FieldKind::Objects,
       .hidden = true,
       .fewest = 1,
       .most = kMostMethods,
       .defaultValue = {{{"id", "M1"}, {"sampling", "iid"}}, {{"id", "M2"}, {"sampling", "orthogonal"}}},
       .help = "What is compared."}};
  const std::string method = "/methods/*/";
  for (const auto& part : {mapFields(method), freeChoiceFields(method)})
    fields.insert(fields.end(), part.begin(), part.end());
  return fields;
}

}  // namespace kernelscope
