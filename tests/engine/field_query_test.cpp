#include "engine/run/field_query.h"

#include "engine/core/compute_pool.h"
#include "engine/data/query_grid.h"
#include "engine/nn/network_builder.h"
#include "engine/run/field_observer.h"
#include "engine/run/recovered_values.h"
#include "tests/support/small_experiment.h"

#include <gtest/gtest.h>

#include <cmath>

namespace kernelscope {
namespace {

struct Asked {
  ExperimentConfig config = test::smallExperiment(1);
  std::shared_ptr<const ImageDataset> data = test::smallDataset(config, 40);
  std::shared_ptr<WorkerContexts> workers =
      std::make_shared<WorkerContexts>(std::make_shared<ComputePool>(2), "cpu");
  std::shared_ptr<const Network> network =
      std::make_shared<Network>(buildNetwork(config.lane(LaneId::B), 2, 1));
  HostTensor start = network->initialParameters(7);
  Predictor predictor{network, start.values<float>(), workers, DType::Float32};
  std::vector<std::pair<std::int64_t, int>> requests;  // points and channels of every evaluation

  JetSource source() {
    return [this](const HostTensor& inputs, const JetLayout& layout) {
      requests.emplace_back(inputs.rows(), layout.channels());
      return predictor.evaluate(inputs, layout);
    };
  }
};

HostTensor point(double x, double y) {
  const float place[] = {static_cast<float>(x), static_cast<float>(y)};
  return HostTensor::from<float>(place, 1, 2);
}

TEST(FieldQuery, everySampleIsThePredictorAtTheCentreOfItsCell) {
  Asked asked;
  const JetLayout everything = viewLayout(FieldView::Laplacian);
  for (const int query : {2, 4}) {
    const auto value =
        queriedField(*asked.data, FieldView::Value, query, asked.source(), [] { return false; });
    const auto slope =
        queriedField(*asked.data, FieldView::Gradient, query, asked.source(), [] { return false; });
    const auto second =
        queriedField(*asked.data, FieldView::Laplacian, query, asked.source(), [] { return false; });
    ASSERT_TRUE(value && slope && second);
    ASSERT_EQ(value->width, 40 * query);
    ASSERT_EQ(value->samples.size(), static_cast<std::size_t>(1600 * query * query));
    for (const auto& [row, column] : {std::pair(0, 0), std::pair(17, 60), std::pair(40 * query - 1, 3)}) {
      const HostJet exact = asked.predictor.evaluate(
          point(queryCoordinate(column, 40, query), queryCoordinate(row, 40, query)), everything);
      const auto number = [](const HostTensor& one) { return static_cast<double>(one.values<float>()[0]); };
      // Float32 products of other tile sizes differ in the last bits.
      EXPECT_NEAR(value->at(row, column), 0.5 * (number(exact.values()) + 1), 1e-5);
      EXPECT_NEAR(slope->at(row, column),
                  0.5 * std::hypot(number(exact.derivative(0)), number(exact.derivative(1))),
                  1e-4 * (1 + std::abs(slope->at(row, column))));
      EXPECT_NEAR(second->at(row, column), 0.5 * number(exact.laplacian()),
                  1e-3 * (1 + std::abs(second->at(row, column))));
    }
  }
}

TEST(FieldQuery, asksForTheDerivativesOfTheViewOnlyAndForEveryCellOnce) {
  for (const auto& [view, channels] : {std::pair(FieldView::Value, 1), std::pair(FieldView::Gradient, 3),
                                       std::pair(FieldView::Laplacian, 4)}) {
    Asked asked;
    queriedField(*asked.data, view, 4, asked.source(), [] { return false; });
    std::int64_t points = 0;
    for (const auto& [rows, shown] : asked.requests) {
      EXPECT_EQ(shown, channels);
      EXPECT_LE(rows, kQueryBandCells);
      points += rows;
    }
    EXPECT_EQ(points, 160 * 160);
    EXPECT_GT(asked.requests.size(), 1U);
  }
}

// The plane that derivatives leave open, at any point: what it is at the pixels when the points are pixels.
TEST(FieldQuery, theRecoveredPlaneIsTheSameBetweenThePixels) {
  Asked asked;
  const RecoveredPlane plane{{{{0.5, -0.25, 2}}}};
  HostTensor atPixels(DType::Float32, 1600, 1), atPoints(DType::Float32, 1600, 1);
  addPlane(*asked.data, plane, atPixels);
  const std::vector<float> pixels = queryCoordinates(40, 40, 1, 0, 40);
  addPlaneAt(HostTensor::from<float>(pixels, 1600, 2), plane, atPoints);
  for (std::int64_t i = 0; i < 1600; ++i) EXPECT_NEAR(atPoints.at(i, 0), atPixels.at(i, 0), 1e-6);
  HostTensor one(DType::Float32, 1, 1);
  addPlaneAt(point(0.5, -0.125), plane, one);
  EXPECT_NEAR(one.at(0, 0), 0.5 - 0.125 - 0.25, 1e-7);
}

TEST(FieldQuery, isAbandonedBetweenBands) {
  Asked asked;
  int looks = 0;
  EXPECT_FALSE(queriedField(*asked.data, FieldView::Value, 4, asked.source(), [&] { return ++looks == 2; }));
  EXPECT_EQ(asked.requests.size(), 1U);
}

}  // namespace
}  // namespace kernelscope
