#include "engine/config/kernel_error_config.h"

#include "engine/config/config_check.h"
#include "engine/config/config_codec.h"
#include "engine/config/experiment_document.h"
#include "engine/config/presets.h"
#include "engine/config/set_up_code.h"
#include "engine/core/file_io.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

namespace kernelscope {

namespace {

using nlohmann::json;

// The issues of a kernel-error document, "path: message" each.
std::string issuesOf(json values) {
  values["task"] = "kernel-error";
  std::string all;
  for (const ConfigIssue& issue : checkExperimentDocument(values))
    all += issue.path + ": " + issue.message + '\n';
  return all;
}

void expectIssue(const json& values, const std::string& path, const std::string& part) {
  const std::string issues = issuesOf(values);
  EXPECT_NE(issues.find(path + ": "), std::string::npos) << values.dump() << "\n" << issues;
  EXPECT_NE(issues.find(part), std::string::npos) << values.dump() << "\n" << issues;
}

}  // namespace

TEST(KernelErrorConfig, everyKeyHasADefault) {
  const KernelErrorConfig config = readKernelError(json(defaultDocument("kernel-error").values));
  EXPECT_EQ(config.trials, 500);
  EXPECT_EQ(config.features.size(), 12u);
  ASSERT_EQ(config.methods.size(), 2u);
  EXPECT_EQ(config.methods[0].sampling, "iid");
  EXPECT_EQ(config.methods[1].sampling, "orthogonal");
  EXPECT_EQ(config.methods[1].map, "universal-real");
}

TEST(KernelErrorConfig, missingKeysOfAMethodTakeTheirDefaults) {
  const json values = {{"task", "kernel-error"}, {"methods", {{{"id", "only"}, {"A", "optimal"}}}}};
  const KernelErrorConfig config = readKernelError(json(resolvedValues(values)));
  ASSERT_EQ(config.methods.size(), 1u);
  EXPECT_EQ(config.methods[0].choiceOfA, KernelMethodSpec::AChoice::Optimal);
  EXPECT_EQ(config.methods[0].degree, 7);
}

TEST(KernelErrorConfig, everyProblemIsNamedAtOnce) {
  const std::string issues = issuesOf({{"trials", 1},
                                       {"features", {8, 2.5}},
                                       {"pairs", {{"norm_x", -1}, {"x", {{1, 2}, {3}}}}},
                                       {"methods", {{{"map", "magic"}, {"A", 0.5}}, {{"sampling", "lucky"}}}},
                                       {"colour", "red"}});
  for (const char* path : {"/trials", "/features", "/pairs/norm_x", "/pairs/x", "/methods/0/map",
                           "/methods/0/A", "/methods/1/sampling", "/colour"})
    EXPECT_NE(issues.find(std::string(path) + ": "), std::string::npos) << path << "\n" << issues;
}

TEST(KernelErrorConfig, methodsMustFitTheTarget) {
  expectIssue({{"target", {{"kind", "formula"}}}}, "/methods/0/map", "universal-numeric");
  expectIssue({{"target", {{"kind", "arc-cosine"}}}}, "/methods/0/map", "\"arc-cosine\"");
  expectIssue(
      {{"target", {{"kind", "softmax"}}}, {"methods", {{{"map", "positive"}, {"A", "frequency-dependent"}}}}},
      "/methods/0/A", "optimal");
  expectIssue({{"methods", {{{"map", "eugen"}, {"sampling", "orthogonal"}}}}}, "/methods/0/sampling",
              "gaussian");
  expectIssue({{"methods", {{{"map", "eugen"}, {"sampling", "antithetic"}}}}}, "/methods/0/sampling",
              "equal");
  expectIssue({{"methods", {{{"as_released", {"raw-qr"}}}}}}, "/methods/0/as_released", "orthogonal");
  expectIssue({{"target", {{"name", "step"}}}}, "/methods/0/map", "universal-numeric");
}

TEST(KernelErrorConfig, pairsMustFitTogether) {
  expectIssue({{"pairs", {{"x", {{1, 2}}}}}}, "/pairs/w", "given together");
  expectIssue({{"pairs", {{"x", {{1, 2}}}, {"w", {{1, 2}, {3, 4}}}}}}, "/pairs/w", "has 2 rows; allowed: 1");
  expectIssue({{"pairs", {{"x", {{1, 2}}}, {"w", {{1, 2, 3}}}}}}, "/pairs/w", "3 entries; allowed: 2");
  expectIssue({{"pairs", {{"x", {{1, 2}}}, {"w", {{1, 2}}}, {"b", {1, 2}}}}}, "/pairs/b",
              "one for each pair");
}

TEST(KernelErrorConfig, namesOfMethodsDiffer) {
  expectIssue({{"methods", {{{"id", "M"}}, {{"id", "M"}}}}}, "/methods/1/id", "of its own");
  expectIssue({{"methods", {{{"id", "a/b"}}}}}, "/methods/0/id", "without");
}

TEST(KernelErrorConfig, studiesThatCannotBeHeldAreRefused) {
  expectIssue({{"trials", 100000}, {"pairs", {{"count", 4096}}}}, "/trials", "fewer");
}

TEST(KernelErrorConfig, aDocumentSurvivesSavingAndReading) {
  const test::TemporaryFolder folder;
  const ExperimentDocument document = withOverrides(
      defaultDocument("kernel-error"), {"/methods/1/A=optimal", "/target/name=gelu", "/trials=50"});
  saveDocument(document, folder.path() / "a.json");
  const ExperimentDocument again = loadDocument(folder.path() / "a.json");
  EXPECT_EQ(again.values, document.values);
  saveDocument(again, folder.path() / "b.json");
  EXPECT_EQ(readTextFile(folder.path() / "a.json", 1 << 20), readTextFile(folder.path() / "b.json", 1 << 20));
}

TEST(KernelErrorConfig, aSetUpCodeNamesWhatDiffers) {
  const ExperimentDocument document = withOverrides(defaultDocument("kernel-error"), {"/trials=50"});
  EXPECT_EQ(setUpCode(document), "kernelscope:kernel-error /trials=50");
  EXPECT_EQ(documentOfText(setUpCode(document)).values, document.values);
}

TEST(KernelErrorConfig, isNoTrainingExperiment) {
  EXPECT_THROW(decodeConfig({{"task", "kernel-error"}}), ConfigError);
  EXPECT_THROW(trainingConfig(defaultDocument("kernel-error")), ConfigError);
}

TEST(KernelErrorConfig, theJsonSchemaDescribesListsOfMethods) {
  const nlohmann::ordered_json schema = jsonSchema("kernel-error");
  const auto& methods = schema["properties"]["methods"];
  EXPECT_EQ(methods["type"], "array");
  EXPECT_EQ(methods["maxItems"], 8);
  EXPECT_EQ(methods["items"]["properties"]["map"]["enum"].size(), 8u);
  EXPECT_EQ(schema["properties"]["features"]["items"]["type"], "integer");
  EXPECT_TRUE(schema["properties"]["pairs"]["properties"]["x"].contains("oneOf"));
}

}  // namespace kernelscope
