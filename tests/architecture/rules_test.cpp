// The rules themselves, on small trees with one thing wrong: a rule that finds nothing would guard nothing.

#include "tests/architecture/file_rules.h"
#include "tests/architecture/include_rules.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kernelscope::architecture {
namespace {

SourceTree oneFile(const std::string& path, const std::string& text) {
  return makeSourceTree({{path, text}});
}

std::string repeated(const std::string& line, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += line;
  return text;
}

TEST(IncludesOf, readsQuotedAndAngledWithLineNumbers) {
  const SourceTree tree =
      oneFile("a.cpp", "// text\n#include \"engine/core/error.h\"\n  # include <vector>  // why\n");
  const std::vector<Include> includes = includesOf(tree.files.front());
  ASSERT_EQ(includes.size(), 2u);
  EXPECT_EQ(includes[0].target, "engine/core/error.h");
  EXPECT_TRUE(includes[0].quoted);
  EXPECT_EQ(includes[0].line, 2);
  EXPECT_EQ(includes[1].target, "vector");
  EXPECT_FALSE(includes[1].quoted);
}

TEST(TopLevelOrder, engineMayNotIncludeUi) {
  const auto found = checkTopLevelOrder(oneFile("engine/run/run.cpp", "#include \"ui/theme/theme.h\"\n"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(describe(found),
            "engine/run/run.cpp:1: engine may not include ui/theme/theme.h (app -> ui -> engine)\n");
}

TEST(TopLevelOrder, uiMayIncludeEngineButNeitherAppNorTests) {
  EXPECT_TRUE(checkTopLevelOrder(oneFile("ui/a.cpp", "#include \"engine/run/experiment.h\"\n")).empty());
  EXPECT_EQ(checkTopLevelOrder(oneFile("ui/a.cpp", "#include \"app/composition.h\"\n")).size(), 1u);
  EXPECT_EQ(checkTopLevelOrder(oneFile("ui/a.cpp", "#include \"tests/support/tolerance.h\"\n")).size(), 1u);
}

TEST(EngineFolderOrder, looksOnlyToTheLeft) {
  EXPECT_TRUE(
      checkEngineFolderOrder(oneFile("engine/nn/a.h", "#include \"engine/backend/backend.h\"\n")).empty());
  EXPECT_EQ(checkEngineFolderOrder(oneFile("engine/backend/a.h", "#include \"engine/nn/jet.h\"\n")).size(),
            1u);
  EXPECT_EQ(
      checkEngineFolderOrder(oneFile("engine/core/a.h", "#include \"engine/tensor/tensor.h\"\n")).size(), 1u);
  EXPECT_EQ(
      checkEngineFolderOrder(oneFile("engine/tasks/a.cpp", "#include \"engine/train/trainer.h\"\n")).size(),
      1u);
  EXPECT_EQ(
      checkEngineFolderOrder(oneFile("engine/nn/a.cpp", "#include \"engine/data/image_dataset.h\"\n")).size(),
      1u);
  EXPECT_TRUE(
      checkEngineFolderOrder(oneFile("engine/run/a.cpp", "#include \"engine/train/trainer.h\"\n")).empty());
}

TEST(EngineFolderOrder, namesAFolderWithoutAPlace) {
  EXPECT_EQ(checkEngineFolderOrder(oneFile("engine/attic/a.cpp", "")).size(), 1u);
}

TEST(LibraryFences, engineHasNoQt) {
  EXPECT_EQ(checkLibraryFences(oneFile("engine/io/a.cpp", "#include <QImage>\n")).size(), 1u);
  EXPECT_EQ(checkLibraryFences(oneFile("engine/io/a.cpp", "#include <QtGui/QImage>\n")).size(), 1u);
  EXPECT_TRUE(checkLibraryFences(oneFile("ui/theme/a.cpp", "#include <QImage>\n")).empty());
}

TEST(LibraryFences, customPlotStaysInPlots) {
  EXPECT_EQ(checkLibraryFences(oneFile("ui/pages/a.cpp", "#include <qcustomplot.h>\n")).size(), 1u);
  EXPECT_EQ(checkLibraryFences(oneFile("app/main.cpp", "#include \"qcustomplot.h\"\n")).size(), 1u);
  EXPECT_TRUE(checkLibraryFences(oneFile("ui/plots/a.h", "#include <qcustomplot.h>\n")).empty());
}

TEST(LibraryFences, eigenStaysInNumericalSources) {
  EXPECT_TRUE(checkLibraryFences(oneFile("engine/linalg/a.cpp", "#include <Eigen/QR>\n")).empty());
  EXPECT_TRUE(checkLibraryFences(oneFile("engine/backend/cpu/a.cpp", "#include <Eigen/Core>\n")).empty());
  EXPECT_EQ(checkLibraryFences(oneFile("engine/linalg/a.h", "#include <Eigen/QR>\n")).size(), 1u);
  EXPECT_EQ(checkLibraryFences(oneFile("engine/nn/a.cpp", "#include <Eigen/Core>\n")).size(), 1u);
  EXPECT_EQ(checkLibraryFences(oneFile("ui/plots/a.cpp", "#include <Eigen/Core>\n")).size(), 1u);
  EXPECT_EQ(checkLibraryFences(oneFile("ui/plots/a.cpp", "#include <fftw3.h>\n")).size(), 1u);
  EXPECT_EQ(checkLibraryFences(oneFile("app/main.cpp", "#include <cblas.h>\n")).size(), 1u);
}

TEST(LibraryFences, fmtStaysOutOfHeaders) {
  EXPECT_EQ(checkLibraryFences(oneFile("engine/io/a.h", "#include <fmt/format.h>\n")).size(), 1u);
  EXPECT_TRUE(checkLibraryFences(oneFile("engine/io/a.cpp", "#include <fmt/format.h>\n")).empty());
}

TEST(IncludeStyle, quotedIncludesAreRootRelative) {
  EXPECT_EQ(
      checkIncludeStyle(makeSourceTree({{"engine/nn/a.h", "#include \"b.h\"\n"}, {"engine/nn/b.h", ""}}))
          .size(),
      1u);
  EXPECT_TRUE(checkIncludeStyle(
                  makeSourceTree({{"engine/nn/a.h", "#include \"engine/nn/b.h\"\n"}, {"engine/nn/b.h", ""}}))
                  .empty());
}

TEST(IncludeStyle, ownHeaderComesFirst) {
  const std::string header = "engine/nn/jet.h";
  const std::string source = "engine/nn/jet.cpp";
  EXPECT_EQ(checkIncludeStyle(
                makeSourceTree({{header, ""}, {source, "#include <vector>\n#include \"" + header + "\"\n"}}))
                .size(),
            1u);
  EXPECT_EQ(checkIncludeStyle(makeSourceTree({{header, ""}, {source, ""}})).size(), 1u);
  EXPECT_TRUE(
      checkIncludeStyle(
          makeSourceTree({{header, ""}, {source, "#include \"" + header + "\"\n#include <vector>\n"}}))
          .empty());
}

TEST(FileSizes, fiveHundredLinesAreTheLimit) {
  EXPECT_TRUE(checkFileSizes(oneFile("engine/a.cpp", repeated("int x;\n", 500))).empty());
  EXPECT_EQ(checkFileSizes(oneFile("engine/a.cpp", repeated("int x;\n", 501))).size(), 1u);
  EXPECT_TRUE(checkFileSizes(oneFile("README.md", repeated("text\n", 900))).empty());
}

TEST(PragmaOnce, mayFollowCommentsOnly) {
  EXPECT_TRUE(checkPragmaOnce(oneFile("a.h", "// What this is for.\n\n#pragma once\n")).empty());
  EXPECT_EQ(checkPragmaOnce(oneFile("a.h", "#include <vector>\n#pragma once\n")).size(), 1u);
  EXPECT_EQ(checkPragmaOnce(oneFile("a.h", "")).size(), 1u);
}

TEST(MachinePaths, areFoundInAnyTextFile) {
  const std::string home = std::string("/ho") + "me/";
  EXPECT_EQ(checkNoMachinePaths(oneFile("tests/run", "cd " + home + "anna\n")).size(), 1u);
  EXPECT_EQ(checkNoMachinePaths(oneFile("a.json", "{\"p\": \"" + home + "anna\"}\n")).size(), 1u);
  EXPECT_TRUE(checkNoMachinePaths(oneFile("README.md", "see docs" + home + "page\n")).empty());
}

TEST(UnfinishedMarks, areFoundInCodeAndScripts) {
  const std::string mark = std::string("TO") + "DO";
  EXPECT_EQ(checkNoUnfinishedMarks(oneFile("engine/a.cpp", "// " + mark + " later\n")).size(), 1u);
  EXPECT_EQ(checkNoUnfinishedMarks(oneFile("app/run", "# " + mark + "\n")).size(), 1u);
  EXPECT_TRUE(checkNoUnfinishedMarks(oneFile("engine/a.cpp", "auto" + mark + "x\n")).empty());
}

TEST(SourcesListed, eachSourceStandsInACMakeList) {
  const std::string cmake = "engine/nn/CMakeLists.txt";
  const std::string source = "engine/nn/jet.cpp";
  EXPECT_TRUE(
      checkSourcesListed(makeSourceTree({{cmake, "target_sources(x PRIVATE\n  jet.cpp\n)\n"}, {source, ""}}))
          .empty());
  EXPECT_EQ(checkSourcesListed(
                makeSourceTree({{cmake, "target_sources(x PRIVATE\n  # jet.cpp\n)\n"}, {source, ""}}))
                .size(),
            1u);
  EXPECT_EQ(checkSourcesListed(
                makeSourceTree({{cmake, "target_sources(x PRIVATE\n  my_jet.cpp\n)\n"}, {source, ""}}))
                .size(),
            1u);
  EXPECT_TRUE(checkSourcesListed(
                  makeSourceTree({{"engine/CMakeLists.txt", "add_library(x nn/jet.cpp)\n"}, {source, ""}}))
                  .empty());
}

TEST(SourcesListed, globsAreRefused) {
  EXPECT_EQ(checkSourcesListed(oneFile("ui/CMakeLists.txt", "file(GLOB sources *.cpp)\n")).size(), 1u);
  EXPECT_TRUE(checkSourcesListed(oneFile("ui/CMakeLists.txt", "# no GLOB here\n")).empty());
}

TEST(MarkdownLinks, leadToFilesAndFoldersOfTheCheckout) {
  const std::string page =
      "see [a](../engine/README.md#seam), [b](tests/), [c](https://example.org/x), [d](#below)\n";
  EXPECT_TRUE(checkMarkdownLinks(
                  makeSourceTree({{"ui/README.md", page}, {"engine/README.md", ""}, {"ui/tests/run", ""}}))
                  .empty());
  EXPECT_EQ(checkMarkdownLinks(makeSourceTree({{"ui/README.md", page}, {"engine/README.md", ""}})).size(),
            1u);
}

}  // namespace
}  // namespace kernelscope::architecture
