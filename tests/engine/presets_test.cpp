#include "engine/config/presets.h"

#include "engine/config/config_check.h"
#include "engine/config/config_codec.h"
#include "engine/config/experiment_document.h"
#include "engine/config/task_definition.h"
#include "engine/core/error.h"
#include "engine/core/file_io.h"
#include "tests/support/expect_message.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace kernelscope {
namespace {

using test::expectMessage;
using test::TemporaryFolder;

// Points the program at other resources for one test.
class ChosenResources {
 public:
  explicit ChosenResources(const std::filesystem::path& folder) {
    setenv("KERNELSCOPE_RESOURCES", folder.c_str(), 1);
  }
  ~ChosenResources() { unsetenv("KERNELSCOPE_RESOURCES"); }
  ChosenResources(const ChosenResources&) = delete;
  ChosenResources& operator=(const ChosenResources&) = delete;
};

void makePreset(const TemporaryFolder& folder, const std::string& name, const std::string& text) {
  std::filesystem::create_directories(folder.path() / "presets");
  std::ofstream(folder.path() / "presets" / (name + ".json")) << text;
}

TEST(Presets, theDefaultExperimentComesFirst) {
  const std::vector<PresetInfo> presets = listPresets();
  ASSERT_FALSE(presets.empty());
  EXPECT_EQ(presets.front().name, "image-field");
  ExperimentConfig first = loadExperimentOrPreset("image-field");
  EXPECT_FALSE(first.title.empty());
  first.title.clear();
  first.baseDirectory.clear();
  EXPECT_EQ(first, defaultExperiment());
}

TEST(Presets, everyShippedPresetCanBeRun) {
  for (const PresetInfo& preset : listPresets()) {
    SCOPED_TRACE(preset.name);
    const ExperimentDocument document = loadDocumentOrPreset(preset.name);
    EXPECT_TRUE(checkExperimentDocument(nlohmann::json(document.values)).empty());
    EXPECT_EQ(document.title(), preset.title);
    EXPECT_EQ(document.task(), preset.task);
    if (!taskDefinition(preset.task).training) continue;
    const ExperimentConfig config = loadExperimentOrPreset(preset.name);
    EXPECT_TRUE(
        std::filesystem::is_regular_file(resolveImageSource(config.image.source, config.baseDirectory)));
  }
}

TEST(Presets, everyShippedPresetIsDescribedInASentence) {
  for (const PresetInfo& preset : listPresets()) {
    SCOPED_TRACE(preset.name);
    EXPECT_GT(preset.description.size(), 20U);
    EXPECT_TRUE(preset.description.ends_with('.'));
    EXPECT_NE(preset.title, preset.name);
  }
}

TEST(Presets, theIndexGivesTheOrderAndTheDescriptions) {
  const TemporaryFolder folder;
  for (const char* name : {"aardvark", "image-field", "yak", "zebra"}) makePreset(folder, name, R"({})");
  std::ofstream(folder.path() / "presets.json")
      << R"([{"name": "zebra", "description": "Stripes."}, {"name": "aardvark", "description": "Ants."},
             {"name": "gone", "description": "Nothing."}])";
  const ChosenResources chosen(folder.path());
  std::vector<std::string> names, descriptions;
  for (const PresetInfo& preset : listPresets()) {
    names.push_back(preset.name);
    descriptions.push_back(preset.description);
  }
  EXPECT_EQ(names, (std::vector<std::string>{"image-field", "zebra", "aardvark", "yak"}));
  EXPECT_EQ(descriptions, (std::vector<std::string>{"", "Stripes.", "Ants.", ""}));
}

TEST(Presets, aBrokenIndexIsNamed) {
  const TemporaryFolder folder;
  makePreset(folder, "zebra", R"({})");
  const ChosenResources chosen(folder.path());
  for (const char* text : {"{}", "[", R"([{"name": "zebra"}])", R"([{"name": 3, "description": "x"}])"}) {
    std::ofstream(folder.path() / "presets.json") << text;
    expectMessage<ContentError>([] { listPresets(); }, "presets.json");
  }
}

TEST(Presets, savedLoadedAndSavedAgainEveryPresetIsByteIdentical) {
  const test::TemporaryFolder folder;
  for (const PresetInfo& preset : listPresets()) {
    const std::filesystem::path first = folder.file("first.json"), second = folder.file("second.json");
    saveDocument(loadDocumentOrPreset(preset.name), first);
    saveDocument(loadDocument(first), second);
    EXPECT_EQ(readTextFile(first, 1u << 20), readTextFile(second, 1u << 20)) << preset.name;
    EXPECT_EQ(loadDocument(second).values, loadDocumentOrPreset(preset.name).values) << preset.name;
  }
}

TEST(Presets, pathsAreExperimentsToo) {
  const TemporaryFolder folder;
  const auto file = folder.file("own.json");
  std::ofstream(file) << R"({"seed": 11})";
  EXPECT_EQ(loadExperimentOrPreset(file.string()).seed, 11u);
}

TEST(Presets, unknownNameIsAnsweredWithTheKnownOnes) {
  expectMessage<IoError>([] { loadExperimentOrPreset("image-feild"); }, "\"image-field\"");
  expectMessage<IoError>([] { loadExperimentOrPreset("/no/such/file.json"); }, "no such file");
}

TEST(Presets, resourcesCanBeChosen) {
  const TemporaryFolder folder;
  makePreset(folder, "zebra", R"({"title": "Z"})");
  makePreset(folder, "image-field", R"({})");
  makePreset(folder, "aardvark", R"({"title": "A"})");
  const ChosenResources chosen(folder.path());
  EXPECT_EQ(resourceDirectory(), folder.path());
  std::vector<std::string> names, titles;
  for (const PresetInfo& preset : listPresets()) {
    names.push_back(preset.name);
    titles.push_back(preset.title);
  }
  EXPECT_EQ(names, (std::vector<std::string>{"image-field", "aardvark", "zebra"}));
  EXPECT_EQ(titles, (std::vector<std::string>{"image-field", "A", "Z"}));
  EXPECT_TRUE(builtinImages().empty());
}

TEST(Presets, brokenPresetIsNamed) {
  const TemporaryFolder folder;
  makePreset(folder, "broken", "{");
  const ChosenResources chosen(folder.path());
  expectMessage<ContentError>([] { listPresets(); }, "broken.json");
}

TEST(Presets, chosenFolderWithoutResourcesIsRefused) {
  const TemporaryFolder folder;
  const ChosenResources chosen(folder.path());
  expectMessage<IoError>([] { resourceDirectory(); }, "KERNELSCOPE_RESOURCES");
}

TEST(Presets, pictureSourcesAreResolved) {
  const std::vector<std::string> pictures = builtinImages();
  ASSERT_FALSE(pictures.empty());
  EXPECT_EQ(pictures.front(), "camera_128");
  EXPECT_TRUE(std::filesystem::is_regular_file(resolveImageSource("builtin:camera_128", "/anywhere")));
  EXPECT_EQ(resolveImageSource("own.png", "/data"), "/data/own.png");
  EXPECT_EQ(resolveImageSource("/pictures/own.png", "/data"), "/pictures/own.png");
  expectMessage<ConfigError>([] { resolveImageSource("builtin:camera_129", ""); }, "\"camera_128\"");
  EXPECT_THROW(resolveImageSource("builtin:../presets/image-field", ""), ConfigError);
  EXPECT_THROW(resolveImageSource("builtin:", ""), ConfigError);
}

}  // namespace
}  // namespace kernelscope
