#include "engine/config/config_codec.h"

#include "engine/config/config_check.h"
#include "engine/core/error.h"
#include "engine/core/file_io.h"
#include "tests/support/expect_message.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <limits>

namespace kernelscope {
namespace {

using nlohmann::json;
using test::expectMessage;
using test::TemporaryFolder;

std::filesystem::path written(const TemporaryFolder& folder, const std::string& text) {
  const auto file = folder.file("experiment.json");
  std::ofstream(file, std::ios::binary) << text;
  return file;
}

ExperimentConfig unusualExperiment() {
  ExperimentConfig config = defaultExperiment();
  config.title = "Zwölf Kräne";
  config.seed = 9007199254740991;
  config.batch = 300;
  config.optimizer.learningRate = 1.0 / 3.0;
  config.optimizer.schedule = {"cosine", 20, 0.01, 250, 0.25};
  config.image.source = "pictures/own.png";
  config.image.trainPixels = "fraction";
  config.image.fraction = 0.1;
  config.image.crop = CropSpec{3, 5, 40, 30};
  config.stop.targetPsnrDb = 42.5;
  config.backend = "cpu";
  LayerSpec& snnk = config.lanes[1].layers[2];
  snnk.map = "arc-cosine";
  snnk.order = 2;
  snnk.projection = "iid";
  return config;
}

TEST(ConfigCodec, decodingWhatWasEncodedGivesTheSameExperiment) {
  for (const ExperimentConfig& config : {defaultExperiment(), unusualExperiment()}) {
    const OrderedJson document = encodeConfig(config);
    EXPECT_EQ(decodeConfig(document), config);
    EXPECT_EQ(encodeConfig(decodeConfig(document)).dump(), document.dump());
  }
}

TEST(ConfigCodec, savedTextReadAndSavedAgainIsByteIdentical) {
  const TemporaryFolder folder;
  const auto first = folder.file("a.json"), second = folder.file("b.json");
  saveExperiment(unusualExperiment(), first);
  saveExperiment(loadExperiment(first), second);
  EXPECT_EQ(readTextFile(first, 1 << 20), readTextFile(second, 1 << 20));
}

TEST(ConfigCodec, emptyDocumentIsTheDefaultExperiment) {
  EXPECT_EQ(decodeConfig(json::object()), defaultExperiment());
}

TEST(ConfigCodec, theDocumentedExampleIsTheDefaultExperiment) {
  // The fixed keys with the values of the headless contract.
  const json document = json::parse(R"({
    "task": "image-field", "seed": 7, "steps": 1000, "batch": "full",
    "optimizer": { "kind": "adam", "learning_rate": 5e-4 },
    "image": { "source": "builtin:camera_128", "train_pixels": "every-other" },
    "supervise": "value",
    "lanes": { "A": { "name": "FFL", "layers": [
                 { "type": "dense", "width": 128, "activation": "sine", "omega0": 30 },
                 { "type": "dense", "width": 128, "activation": "sine", "omega0": 30 },
                 { "type": "dense", "width": 128, "activation": "sine", "omega0": 30 },
                 { "type": "dense", "activation": "identity" } ] },
               "B": { "name": "SNNK", "layers": [
                 { "type": "dense", "width": 128, "activation": "sine", "omega0": 30 },
                 { "type": "dense", "width": 128, "activation": "sine", "omega0": 30 },
                 { "type": "snnk", "width": 128, "map": "trigonometric", "features": 32, "sigma": 0.1,
                   "radial": "off", "projection": "orthogonal" },
                 { "type": "dense", "activation": "identity" } ] } } })");
  EXPECT_EQ(decodeConfig(document), defaultExperiment());
}

TEST(ConfigCodec, documentWithSomeKeysKeepsTheDefaultsOfTheOthers) {
  const json document = {{"steps", 300}, {"lanes", {{"B", {{"name", "half"}}}}}};
  ExperimentConfig expected = defaultExperiment();
  expected.steps = 300;
  expected.lanes[1].name = "half";
  EXPECT_EQ(decodeConfig(document), expected);
}

TEST(ConfigCodec, everyDefaultIsWrittenInAFixedOrder) {
  const OrderedJson document = encodeConfig(defaultExperiment());
  std::vector<std::string> keys;
  for (const auto& item : document.items()) keys.push_back(item.key());
  const std::vector<std::string> expected = {"schema", "task",    "title",     "seed",  "steps",
                                             "batch",  "race",    "optimizer", "image", "supervise",
                                             "stop",   "backend", "lanes"};
  EXPECT_EQ(keys, expected);
  EXPECT_EQ(document["batch"], "full");
  EXPECT_TRUE(document["image"]["crop"].is_null());
  EXPECT_EQ(document["lanes"]["A"]["layers"][0].dump(),
            R"({"type":"dense","width":128,"activation":"sine","omega0":30})");
  EXPECT_EQ(document["lanes"]["A"]["layers"][3].dump(), R"({"type":"dense","activation":"identity"})");
}

TEST(ConfigCodec, fractionOfThePixelsIsWrittenAsAnObject) {
  EXPECT_EQ(encodeConfig(unusualExperiment())["image"]["train_pixels"].dump(), R"({"fraction":0.1})");
  EXPECT_EQ(decodeConfig({{"image", {{"train_pixels", {{"fraction", 0.3}}}}}}).image.fraction, 0.3);
}

TEST(ConfigCodec, wholeNumbersWrittenAsRealsAreRead) {
  EXPECT_EQ(decodeConfig({{"steps", 300.0}}).steps, 300);
  EXPECT_EQ(decodeConfig({{"optimizer", {{"learning_rate", 1}}}}).optimizer.learningRate, 1.0);
}

TEST(ConfigCodec, filesRememberTheirFolder) {
  const TemporaryFolder folder;
  EXPECT_EQ(loadExperiment(written(folder, "{}")).baseDirectory, folder.path());
}

TEST(ConfigCodec, byteOrderMarkIsSkipped) {
  const TemporaryFolder folder;
  EXPECT_EQ(loadExperiment(written(folder, "\xEF\xBB\xBF{\"seed\": 3}")).seed, 3u);
}

TEST(ConfigCodec, textThatIsNotJsonNamesLineAndColumn) {
  const TemporaryFolder folder;
  const auto load = [&](const std::string& text) {
    return [file = written(folder, text)] { loadExperiment(file); };
  };
  expectMessage<ContentError>(load("{\n  \"steps\": NaN\n}"), "line 2, column 12");
  expectMessage<ContentError>(load("{\n  \"steps\": -Infinity }"), "line 2, column");
  expectMessage<ContentError>(load(""), "line 1, column 1");
  expectMessage<ContentError>(load("{\"steps\": 10"), "not JSON");
  expectMessage<ContentError>(load("{\"steps\": 10} trailing"), "not JSON");
  expectMessage<ContentError>(load("{\"title\": \"\xFF\"}"), "not JSON");
  expectMessage<ContentError>(load("// comment\n{}"), "line 1, column");
}

TEST(ConfigCodec, numberThatOverflowsIsReportedAsNotFinite) {
  const TemporaryFolder folder;
  const auto file = written(folder, "{\"optimizer\": {\n \"learning_rate\": 1e999}}");
  expectMessage<ConfigError>([&] { loadExperiment(file); },
                             "/optimizer/learning_rate: got 1e999 (line 2, column 19)");
}

TEST(ConfigCodec, keyThatStandsTwiceIsReportedWithTheOtherIssues) {
  const TemporaryFolder folder;
  const auto file = written(
      folder,
      R"({"steps": 5, "steps": 6, "lanes": {"A": {"layers": [{}, {"type":"dense","type":"x"}]}}, "seed": -1})");
  try {
    loadExperiment(file);
    FAIL() << "nothing was thrown";
  } catch (const ConfigError& error) {
    std::vector<std::string> paths;
    for (const ConfigIssue& issue : error.issues()) paths.push_back(issue.path);
    const std::vector<std::string> expected = {"/steps", "/lanes/A/layers/1/type", "/seed",
                                               "/lanes/A/layers/0/width"};
    EXPECT_EQ(paths, expected);
  }
}

TEST(ConfigCodec, deepNestingIsRefused) {
  const TemporaryFolder folder;
  const auto file = written(folder, std::string(100000, '['));
  expectMessage<ContentError>([&] { loadExperiment(file); }, "nested more than 64 levels");
}

TEST(ConfigCodec, hugeFileIsRefused) {
  const TemporaryFolder folder;
  const auto file = written(folder, "{}");
  std::filesystem::resize_file(file, kMaximumExperimentBytes + 1);
  EXPECT_THROW(loadExperiment(file), ContentError);
}

TEST(ConfigCodec, missingFileAndFolderAreIoErrors) {
  const TemporaryFolder folder;
  EXPECT_THROW(loadExperiment(folder.file("missing.json")), IoError);
  EXPECT_THROW(loadExperiment(folder.path()), IoError);
  EXPECT_THROW(saveExperiment(defaultExperiment(), folder.file("no/such/folder.json")), IoError);
}

TEST(ConfigCodec, savingElsewhereKeepsTheRelativePictureReachable) {
  ExperimentConfig config = defaultExperiment();
  config.image.source = "pictures/own.png";
  config.baseDirectory = "/data/study";
  EXPECT_EQ(rebasedTo(config, "/data/study/./").image.source, "pictures/own.png");
  EXPECT_EQ(rebasedTo(config, "/data").image.source, "study/pictures/own.png");
  EXPECT_EQ(rebasedTo(config, "/elsewhere/run").image.source, "/data/study/pictures/own.png");
  config.image.source = "builtin:camera";
  EXPECT_EQ(rebasedTo(config, "/elsewhere/run").image.source, "builtin:camera");
  config.image.source = "/pictures/own.png";
  EXPECT_EQ(rebasedTo(config, "/elsewhere/run").image.source, "/pictures/own.png");
}

}  // namespace
}  // namespace kernelscope
