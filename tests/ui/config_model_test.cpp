// Editing an experiment: undo, gestures, wrong values, files.

#include "ui/models/config_model.h"

#include "engine/config/config_codec.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUndoCommand>
#include <QtTest>

namespace kernelscope::ui {
namespace {

const std::string kRate = "/optimizer/learning_rate";
const std::string kFeaturesB = "/lanes/B/layers/*/features";
const std::string kWidthA = "/lanes/A/layers/*/width";

QByteArray contentOf(const std::filesystem::path& path) {
  QFile file(QString::fromStdString(path.string()));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class ConfigModelTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void defaultExperimentHasEveryFieldAtItsDefault() {
    ConfigModel model(defaultExperiment());
    QVERIFY(model.valid());
    QVERIFY(model.allDefault());
    for (const Field& field : model.schema().fields) {
      QVERIFY2(model.isDefault(field.pointer), field.pointer.c_str());
    }
  }

  void oneEditIsOneUndoCommand() {
    ConfigModel model(defaultExperiment());
    model.setValue(kRate, 1e-3);
    model.setValue("/steps", 500);
    QCOMPARE(model.undoStack().count(), 2);
    QCOMPARE(model.config().optimizer.learningRate, 1e-3);
    model.undoStack().undo();
    QCOMPARE(model.config().steps, defaultExperiment().steps);
    QCOMPARE(model.config().optimizer.learningRate, 1e-3);
    model.undoStack().undo();
    QVERIFY(model.config() == defaultExperiment());
    model.undoStack().redo();
    QCOMPARE(model.config().optimizer.learningRate, 1e-3);
  }

  void settlingTellsHowTheSetUpWasReached() {
    ConfigModel model(defaultExperiment());
    QSignalSpy settled(&model, &ConfigModel::configSettled), edited(&model, &ConfigModel::edited);
    const auto last = [&settled] { return settled.back().at(0).value<ConfigUpdate>(); };
    model.setValue(kFeaturesB, 16);
    QCOMPARE(edited.back().at(0).toInt(), 1);
    QTRY_COMPARE(settled.size(), 1);
    QCOMPARE(last().undoPosition, 1);
    QVERIFY(!last().byHistory);
    model.undoStack().undo();
    QTRY_COMPARE(settled.size(), 2);
    QCOMPARE(last().undoPosition, 0);
    QVERIFY(last().byHistory);
    QCOMPARE(edited.size(), 1);
    // A drag that ends where it began leaves no command: the same as undone.
    const std::uint64_t gesture = model.newGesture();
    model.setValue(kFeaturesB, 8, gesture);
    QTRY_COMPARE(settled.size(), 3);
    model.setValue(kFeaturesB, 32, gesture);
    QTRY_COMPARE(settled.size(), 4);
    QCOMPARE(last().undoPosition, 0);
    QVERIFY(last().byHistory);
  }

  void aSizeRaceShowsTheSolvedFeaturesAndEndsWhenTheyAreSetByHand() {
    ConfigModel model(defaultExperiment());
    model.setValue("/race", "size");
    QCOMPARE(model.state(kFeaturesB).value.get<int>(), 64);
    // A then trains 384 + 129 x 100 + 101 x 128 + 129 = 26,341 parameters, B 17,153 + 256 m.
    model.setValue("/lanes/A/layers/1/width", 100);
    QVERIFY(model.valid());
    QCOMPARE(model.state(kFeaturesB).value.get<int>(), 36);
    model.setValue(kFeaturesB, 20);
    QCOMPARE(model.config().race, std::string("steps"));
    QCOMPARE(model.state(kFeaturesB).value.get<int>(), 20);
    model.undoStack().undo();
    QCOMPARE(model.config().race, std::string("size"));
  }

  void equalValueIsNoEdit() {
    ConfigModel model(defaultExperiment());
    model.setValue(kRate, model.state(kRate).value);
    model.setValue("/steps", static_cast<double>(model.config().steps));
    QCOMPARE(model.undoStack().count(), 0);
  }

  void editsOfOneDragBecomeOneCommand() {
    ConfigModel model(defaultExperiment());
    const std::uint64_t gesture = model.newGesture();
    for (const double rate : {6e-4, 7e-4, 9e-4}) model.setValue(kRate, rate, gesture);
    model.setValue(kRate, 2e-3, model.newGesture());
    QCOMPARE(model.undoStack().count(), 2);
    model.undoStack().undo();
    QCOMPARE(model.config().optimizer.learningRate, 9e-4);
    model.undoStack().undo();
    QCOMPARE(model.config().optimizer.learningRate, 5e-4);
  }

  void dragBackToItsStartLeavesNoCommand() {
    ConfigModel model(defaultExperiment());
    const std::uint64_t gesture = model.newGesture();
    model.setValue(kRate, 6e-4, gesture);
    model.setValue(kRate, 5e-4, gesture);
    QCOMPARE(model.undoStack().count(), 0);
    QVERIFY(model.allDefault());
  }

  void wrongValueStaysAsTypedAndTheLastConfigGoesOn() {
    ConfigModel model(defaultExperiment());
    QSignalSpy documents(&model, &ConfigModel::documentChanged), configs(&model, &ConfigModel::configChanged);
    model.setValue(kRate, -1);
    model.setValue(kFeaturesB, "many");
    QVERIFY(!model.valid());
    QCOMPARE(model.issues().size(), std::size_t{2});
    QCOMPARE(QString::fromStdString(model.issues().front().path), QString::fromStdString(kRate));
    QCOMPARE(model.state(kRate).value, nlohmann::json(-1));
    QCOMPARE(model.state(kFeaturesB).value, nlohmann::json("many"));
    QVERIFY(model.config() == defaultExperiment());
    QCOMPARE(documents.count(), 2);
    QCOMPARE(configs.count(), 0);
    model.undoStack().undo();
    model.undoStack().undo();
    QVERIFY(model.valid());
  }

  void patternSetsEveryLayerThatHasTheKey() {
    ConfigModel model(defaultExperiment());
    model.setValue(kWidthA, 64);
    const std::vector<LayerSpec>& layers = model.config().lane(LaneId::A).layers;
    for (std::size_t index = 0; index + 1 < layers.size(); ++index) QCOMPARE(layers[index].width, 64);
    QCOMPARE(layers.back().width, 0);
    QVERIFY(!model.isDefault(kWidthA));
    model.resetValue(kWidthA);
    QVERIFY(model.allDefault());
    model.setValue("/lanes/A/layers/0/width", 32);
    QVERIFY(model.state(kWidthA).mixed);
  }

  void settledSignalGathersEdits() {
    ConfigModel model(defaultExperiment());
    int signalCount = 0;
    ConfigUpdate last;
    connect(&model, &ConfigModel::configSettled, this, [&](const ConfigUpdate& update) {
      ++signalCount;
      last = update;
    });
    model.setValue(kRate, 1e-3);
    model.setValue(kRate, 2e-3);
    QTRY_COMPARE(signalCount, 1);
    QCOMPARE(last.before.optimizer.learningRate, 5e-4);
    QCOMPARE(last.after.optimizer.learningRate, 2e-3);
    QVERIFY(last.change == ConfigChange::Live);
    model.setValue(kFeaturesB, 16);
    QTRY_COMPARE(signalCount, 2);
    QVERIFY(last.change == ConfigChange::RestartLaneB);
  }

  void saveLoadSaveGivesTheSameBytes() {
    QTemporaryDir folder;
    const std::filesystem::path first = std::filesystem::path(folder.path().toStdString()) / "first.json";
    const std::filesystem::path second = first.parent_path() / "second.json";
    ConfigModel model(defaultExperiment());
    model.setValue(kRate, 7e-4);
    model.setValue(kFeaturesB, 17);
    model.setValue("/image/train_pixels", {{"fraction", 0.25}});
    model.saveFile(first);
    QVERIFY(model.undoStack().isClean());
    ConfigModel reader(defaultExperiment());
    reader.loadFile(first);
    QVERIFY(reader.undoStack().isClean());
    QCOMPARE(reader.config().lane(LaneId::B).layers[2].features, 17);
    reader.saveFile(second);
    QVERIFY(!contentOf(first).isEmpty());
    QCOMPARE(contentOf(first), contentOf(second));
  }

  void editsAfterSavingAreNotClean() {
    QTemporaryDir folder;
    ConfigModel model(defaultExperiment());
    model.saveFile(std::filesystem::path(folder.path().toStdString()) / "experiment.json");
    model.setValue("/steps", 123);
    QVERIFY(!model.undoStack().isClean());
    model.undoStack().undo();
    QVERIFY(model.undoStack().isClean());
  }

  void whatIsNoEditLeavesNothingToSave() {
    ConfigModel model(defaultExperiment());
    QSignalSpy edited(&model, &ConfigModel::edited);
    model.pushDone(std::make_unique<QUndoCommand>(QStringLiteral("fork")));
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited.front().front().toInt(), 1);
    QVERIFY(model.undoStack().canUndo() && !model.modified());
    model.setValue("/steps", 123);
    QVERIFY(model.modified());
    model.undoStack().undo();
    QVERIFY(!model.modified());
  }

  void loadingCanBeUndone() {
    QTemporaryDir folder;
    const std::filesystem::path file = std::filesystem::path(folder.path().toStdString()) / "experiment.json";
    ExperimentConfig other = defaultExperiment();
    other.seed = 99;
    saveExperiment(other, file);
    ConfigModel model(defaultExperiment());
    model.loadFile(file);
    QCOMPARE(model.config().seed, std::uint64_t{99});
    model.undoStack().undo();
    QCOMPARE(model.config().seed, std::uint64_t{7});
  }

  void failedLoadAndInvalidSaveChangeNothing() {
    QTemporaryDir folder;
    const std::filesystem::path file = std::filesystem::path(folder.path().toStdString()) / "bad.json";
    QFile bad(QString::fromStdString(file.string()));
    QVERIFY(bad.open(QIODevice::WriteOnly));
    bad.write("{ \"steps\": -3 }");
    bad.close();
    ConfigModel model(defaultExperiment());
    QVERIFY_THROWS_EXCEPTION(ConfigError, model.loadFile(file));
    QVERIFY(model.allDefault());
    QCOMPARE(model.undoStack().count(), 0);
    model.setValue(kRate, "fast");
    const std::filesystem::path target = file.parent_path() / "never.json";
    QVERIFY_THROWS_EXCEPTION(ConfigError, model.saveFile(target));
    QVERIFY(!std::filesystem::exists(target));
  }
};

}  // namespace kernelscope::ui

QTEST_GUILESS_MAIN(kernelscope::ui::ConfigModelTest)
#include "config_model_test.moc"
