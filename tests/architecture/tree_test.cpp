// The rules, applied to this checkout. What each rule says stands in include_rules.h and file_rules.h.

#include "tests/architecture/file_rules.h"
#include "tests/architecture/include_rules.h"

#include <gtest/gtest.h>

namespace kernelscope::architecture {
namespace {

const SourceTree& checkout() {
  static const SourceTree tree = readSourceTree(KERNELSCOPE_SOURCE_DIR);
  return tree;
}

TEST(Architecture, theCheckoutWasRead) {
  EXPECT_NE(checkout().find("CMakeLists.txt"), nullptr);
  EXPECT_NE(checkout().find("engine/core/error.h"), nullptr);
  EXPECT_EQ(checkout().find("build/dev/build.ninja"), nullptr);
}

TEST(Architecture, appDependsOnUiDependsOnEngine) {
  EXPECT_EQ(describe(checkTopLevelOrder(checkout())), "");
}

TEST(Architecture, engineFoldersLookOnlyToTheLeft) {
  EXPECT_EQ(describe(checkEngineFolderOrder(checkout())), "");
}

TEST(Architecture, librariesStayBehindTheirFences) {
  EXPECT_EQ(describe(checkLibraryFences(checkout())), "");
}

TEST(Architecture, includesAreRootRelativeOwnHeaderFirst) {
  EXPECT_EQ(describe(checkIncludeStyle(checkout())), "");
}

TEST(Architecture, filesStaySmall) {
  EXPECT_EQ(describe(checkFileSizes(checkout())), "");
}

TEST(Architecture, headersBeginWithPragmaOnce) {
  EXPECT_EQ(describe(checkPragmaOnce(checkout())), "");
}

TEST(Architecture, noFileNamesAFolderOfOneMachine) {
  EXPECT_EQ(describe(checkNoMachinePaths(checkout())), "");
}

TEST(Architecture, noMarkOfUnfinishedWork) {
  EXPECT_EQ(describe(checkNoUnfinishedMarks(checkout())), "");
}

TEST(Architecture, everySourceIsListedInCMake) {
  EXPECT_EQ(describe(checkSourcesListed(checkout())), "");
}

TEST(Architecture, linksOfPagesLeadSomewhere) {
  EXPECT_EQ(describe(checkMarkdownLinks(checkout())), "");
}

}  // namespace
}  // namespace kernelscope::architecture
