#include "engine/run/metrics_csv.h"

#include "engine/core/error.h"
#include "engine/core/file_io.h"
#include "tests/support/expect_message.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <string>

namespace kernelscope {
namespace {

MetricHistory historyOf(std::initializer_list<std::int64_t> steps, double factor) {
  MetricHistory history({"mse", "heldout_mse"});
  for (const std::int64_t step : steps) {
    const double values[] = {factor * static_cast<double>(step),
                             step == 1 ? MetricHistory::kMissing : factor + 0.1};
    history.append(step, 0.25 * static_cast<double>(step), values);
  }
  return history;
}

TEST(MetricsCsv, rowsAreOrderedByStepWithABeforeB) {
  EXPECT_EQ(metricsCsv({historyOf({1, 2}, 0.5), historyOf({1, 3}, 2)}),
            "step,seconds,lane,mse,heldout_mse\n"
            "1,0.25,A,0.5,\n"
            "1,0.25,B,2,\n"
            "2,0.5,A,1,0.6\n"
            "3,0.75,B,6,2.1\n");
}

TEST(MetricsCsv, aLaneWithoutRowsIsLeftOut) {
  EXPECT_EQ(metricsCsv({MetricHistory(), historyOf({1}, 2)}),
            "step,seconds,lane,mse,heldout_mse\n1,0.25,B,2,\n");
}

TEST(MetricsCsv, whatIsReadBackIsTheSameNumber) {
  const test::TemporaryFolder folder;
  MetricHistory awkward({"mse"});
  const double values[] = {1.0 / 3.0};
  awkward.append(1, 0.1, values);
  const double huge[] = {std::numeric_limits<double>::infinity()};
  awkward.append(2, 1e-300, huge);
  writeFileAtomically(folder.path() / "metrics.csv", metricsCsv({awkward, historyOf({}, 1)}));

  const std::array<MetricHistory, 2> read = readMetricsCsv(folder.path() / "metrics.csv");
  ASSERT_EQ(read[0].size(), 2u);
  EXPECT_EQ(read[0].value(0, 0), 1.0 / 3.0);
  EXPECT_TRUE(std::isinf(read[0].value(1, 0)));
  EXPECT_EQ(read[0].seconds(1), 1e-300);
  EXPECT_TRUE(read[1].empty());
}

TEST(MetricsCsv, aLongRecordIsWrittenWholeWithProgress) {
  const test::TemporaryFolder folder;
  MetricHistory a({"mse"}), b({"mse"});
  for (std::int64_t step = 1; step <= 9000; ++step) {
    const double value[] = {1.0 / static_cast<double>(step)};
    a.append(step, 0.5, value);
    if (step % 3 == 0) b.append(step, 0.5, value);
  }
  std::vector<double> shares;
  writeMetricsCsv({a, b}, folder.file("m.csv"), [&](double share) {
    shares.push_back(share);
    return true;
  });
  EXPECT_EQ(readTextFile(folder.file("m.csv"), 1u << 24), metricsCsv({a, b}));
  EXPECT_GE(shares.size(), 2u);
  EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
  EXPECT_LE(shares.back(), 1);
}

TEST(MetricsCsv, aMillionStepsGiveAMillionRows) {
  constexpr std::int64_t kRows = 1'000'000;
  const test::TemporaryFolder folder;
  MetricHistory a({"mse", "heldout_mse"}), b({"mse", "heldout_mse"});
  for (std::int64_t step = 1; step <= kRows; ++step) {
    const double values[] = {1.0 / static_cast<double>(step), MetricHistory::kMissing};
    a.append(step, 0.001 * static_cast<double>(step), values);
    if (step % 1000 == 0) b.append(step, 0.5, values);
  }
  writeMetricsCsv({a, b}, folder.file("m.csv"), [](double) { return true; });
  std::ifstream file(folder.file("m.csv"));
  std::string line;
  std::getline(file, line);
  std::int64_t ofA = 0, ofB = 0;
  while (std::getline(file, line)) {
    std::int64_t& rows = line.find(",A,") != std::string::npos ? ofA : ofB;
    ++rows;
    const std::int64_t step = &rows == &ofA ? ofA : 1000 * ofB;
    ASSERT_EQ(line.compare(0, line.find(','), std::to_string(step)), 0) << line;
  }
  EXPECT_EQ(ofA, kRows);
  EXPECT_EQ(ofB, kRows / 1000);
}

TEST(MetricsCsv, workThatIsCalledOffLeavesNoFile) {
  const test::TemporaryFolder folder;
  MetricHistory a({"mse"});
  const double value[] = {1.0};
  for (std::int64_t step = 1; step <= 9000; ++step) a.append(step, 0.5, value);
  writeMetricsCsv({a, MetricHistory()}, folder.file("m.csv"), [](double) { return false; });
  EXPECT_EQ(folder.entryCount(), 0u);
}

TEST(MetricsCsv, aBrokenLineIsNamed) {
  const test::TemporaryFolder folder;
  const auto read = [&folder](std::string_view text) {
    writeFileAtomically(folder.path() / "m.csv", text);
    readMetricsCsv(folder.path() / "m.csv");
  };
  test::expectMessage<ContentError>([&] { read("hello"); }, "step,seconds,lane");
  test::expectMessage<ContentError>([&] { read("step,seconds,lane,mse\n1,0,A,1\n2,0,A\n"); }, "line 3");
  test::expectMessage<ContentError>([&] { read("step,seconds,lane,mse\n1,0,C,1\n"); }, "lane A or B");
  test::expectMessage<ContentError>([&] { read("step,seconds,lane,mse\n1,0,A,x\n"); }, "\"x\"");
}

TEST(MetricsCsv, aMissingFileIsAnInputOutputError) {
  const test::TemporaryFolder folder;
  EXPECT_THROW(readMetricsCsv(folder.path() / "none.csv"), IoError);
}

}  // namespace
}  // namespace kernelscope
