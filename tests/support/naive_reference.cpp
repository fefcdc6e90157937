#include "tests/support/naive_reference.h"

#include "tests/support/taylor_series.h"

#include <cmath>
#include <complex>
#include <vector>

namespace kernelscope::test {

namespace {

using ChannelMatrix = std::vector<std::vector<double>>;

double element(const HostTensor& tensor, Transpose transpose, std::int64_t row, std::int64_t col) {
  return transpose == Transpose::Yes ? tensor.at(col, row) : tensor.at(row, col);
}

Taylor logistic(const Taylor& z) {
  return Taylor::constant(1) / (Taylor::constant(1) + exp(-1.0L * z));
}

// sin(z) / z at z + t: by division away from 0; near 0 by the power series of sinc, summed far enough.
Taylor sinc(const Taylor& z) {
  if (std::abs(z.c[0]) > 0.5L) {
    Taylor sine, cosine;
    sinCos(z, sine, cosine);
    return sine / z;
  }
  Taylor sum = Taylor::constant(1), term = Taylor::constant(1);
  for (int k = 1; k < 20; ++k) {
    term = (-1.0L / (2 * k * (2 * k + 1))) * (term * (z * z));
    sum = sum + term;
  }
  return sum;
}

Taylor activate(ActivationKind kind, const Taylor& z) {
  const bool on = z.c[0] > 0;
  Taylor sine, cosine;
  sinCos(z, sine, cosine);
  switch (kind) {
    case ActivationKind::Identity:
      return z;
    case ActivationKind::Sine:
      return sine;
    case ActivationKind::Cosine:
      return cosine;
    case ActivationKind::ReLU:
      return on ? z : Taylor::constant(0);
    case ActivationKind::Step:
      return Taylor::constant(on ? 1 : 0);
    case ActivationKind::SquaredReLU:
      return on ? z * z : Taylor::constant(0);
    case ActivationKind::Tanh:
      return 2.0L * logistic(2.0L * z) + Taylor::constant(-1);
    case ActivationKind::GELU:
      return 0.5L * (z * (Taylor::constant(1) + erf(std::sqrt(0.5L) * z)));
    case ActivationKind::SiLU:
      return z * logistic(z);
    case ActivationKind::Sigmoid:
      return logistic(z);
    case ActivationKind::Softplus:
      return log(Taylor::constant(1) + exp(z));
    case ActivationKind::Gaussian:
      return exp(-0.5L * (z * z));
    case ActivationKind::Sinc:
      return sinc(z);
  }
  return Taylor::constant(std::nanl(""));
}

// d out_i / d z_j over the channels of one sample and unit; `z` lists its channels.
ChannelMatrix channelJacobian(const std::array<double, 4>& s, const JetLayout& layout,
                              const std::vector<double>& z) {
  const auto d = static_cast<std::size_t>(layout.coordinates);
  ChannelMatrix j(z.size(), std::vector<double>(z.size(), 0.0));
  j[0][0] = s[1];
  for (std::size_t k = 1; k <= d; ++k) {
    j[k][0] = s[2] * z[k];
    j[k][k] = s[1];
  }
  if (!layout.laplacian) return j;
  const std::size_t l = d + 1;
  j[l][0] = s[2] * z[l];
  for (std::size_t k = 1; k <= d; ++k) {
    const double weight = layout.weight(static_cast<int>(k) - 1);
    j[l][0] += s[3] * weight * z[k] * z[k];
    j[l][k] = 2 * s[2] * weight * z[k];
  }
  j[l][l] = s[1];
  return j;
}

std::vector<double> channelsAt(const JetLayout& layout, const HostTensor& x, std::int64_t sample,
                               std::int64_t col) {
  const std::int64_t batch = x.rows() / layout.channels();
  std::vector<double> channels;
  for (int c = 0; c < layout.channels(); ++c) channels.push_back(x.at(c * batch + sample, col));
  return channels;
}

void setChannels(const std::vector<double>& channels, std::int64_t sample, std::int64_t col, HostTensor& x) {
  const std::int64_t batch = x.rows() / static_cast<std::int64_t>(channels.size());
  for (std::size_t c = 0; c < channels.size(); ++c) {
    x.set(static_cast<std::int64_t>(c) * batch + sample, col, channels[c]);
  }
}

}  // namespace

HostTensor naiveGemm(Transpose transposeA, Transpose transposeB, double alpha, const HostTensor& a,
                     const HostTensor& b, double beta, const HostTensor& c) {
  const std::int64_t inner = transposeA == Transpose::Yes ? a.rows() : a.cols();
  HostTensor result(DType::Float64, c.rows(), c.cols());
  for (std::int64_t i = 0; i < c.rows(); ++i) {
    for (std::int64_t j = 0; j < c.cols(); ++j) {
      double sum = 0;
      for (std::int64_t k = 0; k < inner; ++k)
        sum += element(a, transposeA, i, k) * element(b, transposeB, k, j);
      result.set(i, j, alpha * sum + (beta == 0 ? 0 : beta * c.at(i, j)));
    }
  }
  return result;
}

std::array<double, 4> naiveActivation(ActivationKind kind, double z) {
  const Taylor y = activate(kind, Taylor::variable(z));
  return {y.derivative(0), y.derivative(1), y.derivative(2), y.derivative(3)};
}

std::array<double, 4> naiveActivation(const Activation& activation, double z) {
  std::array<double, 4> s = naiveActivation(activation.kind, activation.frequency * z);
  double scale = activation.amplitude;
  for (double& value : s) {
    value *= scale;
    scale *= activation.frequency;
  }
  return s;
}

HostTensor naiveActivateJet(const Activation& activation, const JetLayout& layout, const HostTensor& z) {
  HostTensor out(DType::Float64, z.rows(), z.cols());
  const std::int64_t batch = z.rows() / layout.channels();
  const auto d = static_cast<std::size_t>(layout.coordinates);
  for (std::int64_t sample = 0; sample < batch; ++sample) {
    for (std::int64_t col = 0; col < z.cols(); ++col) {
      std::vector<double> channels = channelsAt(layout, z, sample, col);
      const auto s = naiveActivation(activation, channels[0]);
      double sumOfSquares = 0;
      for (std::size_t k = 1; k <= d; ++k) {
        sumOfSquares += layout.weight(static_cast<int>(k) - 1) * channels[k] * channels[k];
        channels[k] *= s[1];
      }
      if (layout.laplacian) channels[d + 1] = s[1] * channels[d + 1] + s[2] * sumOfSquares;
      channels[0] = s[0];
      setChannels(channels, sample, col, out);
    }
  }
  return out;
}

HostTensor naiveActivateJetAdjoint(const Activation& activation, const JetLayout& layout, const HostTensor& z,
                                   const HostTensor& g) {
  HostTensor zbar(DType::Float64, z.rows(), z.cols());
  const std::int64_t batch = z.rows() / layout.channels();
  for (std::int64_t sample = 0; sample < batch; ++sample) {
    for (std::int64_t col = 0; col < z.cols(); ++col) {
      const std::vector<double> at = channelsAt(layout, z, sample, col);
      const std::vector<double> incoming = channelsAt(layout, g, sample, col);
      const ChannelMatrix jacobian = channelJacobian(naiveActivation(activation, at[0]), layout, at);
      std::vector<double> adjoint(at.size(), 0.0);
      for (std::size_t i = 0; i < at.size(); ++i) {
        for (std::size_t j = 0; j < at.size(); ++j) adjoint[j] += jacobian[i][j] * incoming[i];
      }
      setChannels(adjoint, sample, col, zbar);
    }
  }
  return zbar;
}

HostTensor naiveHalfSquaredNorm(const JetLayout& layout, const HostTensor& x) {
  const std::int64_t batch = x.rows() / layout.channels(), laplacian = 1 + layout.coordinates;
  HostTensor q(DType::Float64, x.rows(), 1);
  const auto product = [&](std::int64_t a, std::int64_t b, std::int64_t row) {
    double sum = 0;
    for (std::int64_t i = 0; i < x.cols(); ++i) sum += x.at(a * batch + row, i) * x.at(b * batch + row, i);
    return sum;
  };
  for (std::int64_t row = 0; row < batch; ++row) {
    q.set(row, 0, product(0, 0, row) / 2);
    for (int k = 1; k <= layout.coordinates; ++k) q.set(k * batch + row, 0, product(0, k, row));
    if (!layout.laplacian) continue;
    double sum = product(0, laplacian, row);
    for (int k = 0; k < layout.coordinates; ++k) sum += layout.weight(k) * product(1 + k, 1 + k, row);
    q.set(laplacian * batch + row, 0, sum);
  }
  return q;
}

HostTensor naiveHalfSquaredNormAdjoint(const JetLayout& layout, const HostTensor& x, const HostTensor& g) {
  // The derivative of <g, q> by every entry of x: q is a quadratic form, so central differences are exact.
  HostTensor result(DType::Float64, x.rows(), x.cols()), moved = x.as(DType::Float64);
  for (std::int64_t r = 0; r < x.rows(); ++r) {
    for (std::int64_t c = 0; c < x.cols(); ++c) {
      const double centre = moved.at(r, c);
      double difference = 0;
      for (const double sign : {1.0, -1.0}) {
        moved.set(r, c, centre + sign);
        const HostTensor q = naiveHalfSquaredNorm(layout, moved);
        for (std::int64_t i = 0; i < q.rows(); ++i) difference += sign * g.at(i, 0) * q.at(i, 0);
      }
      moved.set(r, c, centre);
      result.set(r, c, difference / 2);
    }
  }
  return result;
}

WaveParts naiveExponentialWave(const JetLayout& layout, double amplitude, const HostTensor& scale,
                               const HostTensor& q, const HostTensor& z) {
  const std::int64_t batch = z.rows() / layout.channels(), laplacian = 1 + layout.coordinates;
  WaveParts parts = {{DType::Float64, z.rows(), z.cols()}, {DType::Float64, z.rows(), z.cols()}};
  for (std::int64_t row = 0; row < batch; ++row) {
    for (std::int64_t c = 0; c < z.cols(); ++c) {
      const double a = scale.at(0, c);
      const auto h = [&](std::int64_t channel) {
        const std::int64_t r = channel * batch + row;
        return std::complex<double>(a * a * q.at(r, 0), a * z.at(r, c));
      };
      const auto put = [&](std::int64_t channel, std::complex<double> value) {
        parts.cosine.set(channel * batch + row, c, value.real());
        parts.sine.set(channel * batch + row, c, value.imag());
      };
      const std::complex<double> wave = amplitude * std::exp(h(0));
      std::complex<double> second = layout.laplacian ? h(laplacian) : 0;
      put(0, wave);
      for (int k = 0; k < layout.coordinates; ++k) {
        put(1 + k, wave * h(1 + k));
        second += layout.weight(k) * h(1 + k) * h(1 + k);
      }
      if (layout.laplacian) put(laplacian, wave * second);
    }
  }
  return parts;
}

HostTensor naiveLinear(const JetLayout& layout, const HostTensor& x, const HostTensor& weight,
                       const HostTensor& bias) {
  const HostTensor zero(DType::Float64, x.rows(), weight.rows());
  HostTensor y = naiveGemm(Transpose::No, Transpose::Yes, 1, x, weight, 0, zero);
  for (std::int64_t row = 0; row < x.rows() / layout.channels(); ++row) {
    for (std::int64_t col = 0; col < y.cols(); ++col) y.set(row, col, y.at(row, col) + bias.at(0, col));
  }
  return y;
}

}  // namespace kernelscope::test
