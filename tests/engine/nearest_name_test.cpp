#include "engine/config/nearest_name.h"

#include <gtest/gtest.h>

namespace kernelscope {
namespace {

TEST(NearestName, findsMisspeltNames) {
  const std::vector<std::string> names = {"learning_rate", "beta1", "beta2", "seed", "steps"};
  EXPECT_EQ(nearestName("learing_rate", names), "learning_rate");  // a letter missing
  EXPECT_EQ(nearestName("sede", names), "seed");                   // two swapped
  EXPECT_EQ(nearestName("step", names), "steps");
  EXPECT_EQ(nearestName("beta3", names), "beta1");  // the first among equals
  EXPECT_EQ(nearestName("momentum", names), "");
  EXPECT_EQ(nearestName(std::string(1000, 'a'), names), "");
}

}  // namespace
}  // namespace kernelscope
