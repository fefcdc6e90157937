#include "engine/io/csv_writer.h"

#include "engine/core/contract.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <limits>
#include <vector>

namespace kernelscope {
namespace {

TEST(CsvWriter, numbersAreTheShortestThatReadBack) {
  EXPECT_EQ(csvNumber(0.1), "0.1");
  EXPECT_EQ(csvNumber(0.1F), "0.1");
  EXPECT_EQ(csvNumber(-3.0), "-3");
  EXPECT_EQ(csvNumber(5e-4), "5e-04");  // shorter than 0.0005
  EXPECT_EQ(csvNumber(std::numeric_limits<double>::infinity()), "inf");
  EXPECT_EQ(csvNumber(std::numeric_limits<double>::quiet_NaN()), "");
  for (const double value : {1.0 / 3, 1e-310, 1.7976931348623157e308, 55.123456789012345}) {
    EXPECT_EQ(std::strtod(csvNumber(value).c_str(), nullptr), value);
  }
}

TEST(CsvWriter, buildsRowsAndQuotesWhereNeeded) {
  const std::vector<std::string> header = {"step", "lane", "psnr_db", "note"};
  CsvTable table(header);
  table.cell(1).cell("A").cell(31.5).cell("plain");
  table.endRow();
  table.cell(std::int64_t{2}).cell("B").cell(std::numeric_limits<double>::quiet_NaN()).cell("a \"b\", c\nd");
  table.endRow();
  EXPECT_EQ(table.text(), "step,lane,psnr_db,note\n1,A,31.5,plain\n2,B,,\"a \"\"b\"\", c\nd\"\n");
}

TEST(CsvWriter, aRowMustBeWhole) {
  const std::vector<std::string> header = {"a", "b"};
  CsvTable table(header);
  table.cell(1);
  EXPECT_THROW(table.endRow(), BrokenContract);
}

}  // namespace
}  // namespace kernelscope
