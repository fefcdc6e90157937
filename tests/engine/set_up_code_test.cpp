#include "engine/config/set_up_code.h"

#include "engine/config/config_codec.h"
#include "engine/config/experiment_document.h"
#include "engine/config/presets.h"
#include "engine/core/error.h"

#include <gtest/gtest.h>

namespace kernelscope {

TEST(SetUpCode, theDefaultExperimentIsItsTaskAlone) {
  EXPECT_EQ(setUpCode(defaultExperiment()), "kernelscope:image-field");
}

TEST(SetUpCode, namesEachValueThatDiffers) {
  ExperimentConfig config = defaultExperiment();
  config.seed = 9;
  config.optimizer.learningRate = 0.001;
  config.lanes[1].layers[2].features = 16;
  const std::string code = setUpCode(config);
  for (const char* part : {" /seed=9", " /optimizer/learning_rate=0.001", " /lanes/B/layers/2/features=16"})
    EXPECT_NE(code.find(part), std::string::npos) << code;
  EXPECT_EQ(encodeConfig(experimentOfText(code)), encodeConfig(config));
}

TEST(SetUpCode, everyPresetComesBackFromItsCodeAndFromItsText) {
  for (const PresetInfo& preset : listPresets()) {
    const ExperimentDocument document = loadDocumentOrPreset(preset.name);
    const std::string code = setUpCode(document);
    EXPECT_EQ(code.find('\n'), std::string::npos) << code;
    EXPECT_EQ(documentOfText(code).values, document.values) << code;
    EXPECT_EQ(documentOfText(documentText(document)).values, document.values) << preset.name;
  }
}

TEST(SetUpCode, otherListsOfLayersAndTextsWithBlanksSurvive) {
  ExperimentConfig config = defaultExperiment();
  config.title = "Two words = \"quoted\"";
  config.lanes[0].layers.erase(config.lanes[0].layers.begin());
  config.image.crop = CropSpec{1, 2, 30, 40};
  const std::string code = setUpCode(config);
  EXPECT_EQ(encodeConfig(experimentOfText(code)), encodeConfig(config)) << code;
}

TEST(SetUpCode, lineBreaksOfAChatDoNoHarm) {
  EXPECT_EQ(experimentOfText("\n  kernelscope:image-field\n /seed=9\r\n /steps=50 \n").steps, 50);
}

TEST(SetUpCode, aPictureFileIsNamedByItsWholePath) {
  ExperimentConfig config = defaultExperiment();
  config.baseDirectory = "/somewhere/experiments";
  config.image.source = "../pictures/cat.png";
  EXPECT_EQ(experimentOfText(setUpCode(config)).image.source, "/somewhere/pictures/cat.png");
}

TEST(SetUpCode, aTextThatIsNoSetUpIsRefusedWithAReason) {
  EXPECT_THROW(experimentOfText(""), ContentError);
  EXPECT_THROW(experimentOfText("good morning"), ContentError);
  EXPECT_THROW(experimentOfText("{\"seed\": "), ContentError);
  EXPECT_THROW(experimentOfText("kernelscope:knitting /seed=9"), ContentError);
  EXPECT_THROW(experimentOfText("kernelscope:image-field /seed=-1"), ConfigError);
  EXPECT_THROW(experimentOfText("kernelscope:image-field /no/such/place=1"), ConfigError);
}

TEST(SetUpCode, theCommandLineTakesACodeInPlaceOfAPreset) {
  EXPECT_EQ(loadExperimentOrPreset("kernelscope:image-field /steps=77").steps, 77);
}

}  // namespace kernelscope
