// Editing a document of a task that trains nothing: undo, reset, wrong values, methods that come and go,
// files.
#include "engine/core/file_io.h"
#include "tests/support/temporary_folder.h"
#include "ui/models/kernel_error_model.h"

#include <QSignalSpy>
#include <QtTest>

namespace kernelscope::ui {
namespace {

const std::string kTrials = "/trials";
const std::string kNormX = "/pairs/norm_x";

}  // namespace

class DocumentModelTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theDefaultStudyHasEveryValueAtItsDefault() {
    KernelErrorModel model;
    QVERIFY(model.valid());
    QVERIFY(model.allDefault());
    QCOMPARE(model.methodCount(), 2);
    for (const Field& field : model.schema().fields)
      QVERIFY2(model.isDefault(field.pointer), field.pointer.c_str());
  }

  void anEditIsUndoneAndADragIsOneCommand() {
    KernelErrorModel model;
    model.setValue(kTrials, 50);
    const std::uint64_t gesture = model.newGesture();
    for (const double norm : {0.9, 1.1, 1.7}) model.setValue(kNormX, norm, gesture);
    QCOMPARE(model.undoStack().count(), 2);
    QCOMPARE(model.config()->pairs.normX, 1.7);
    model.undoStack().undo();
    QCOMPARE(model.config()->pairs.normX, 0.8);
    QCOMPARE(model.config()->trials, 50);
    model.undoStack().undo();
    QVERIFY(model.allDefault());
  }

  void resettingKnowsTheDefaultOfAMethodByItsPlace() {
    KernelErrorModel model;
    model.setValue("/methods/1/sampling", "iid");
    QVERIFY(!model.isDefault("/methods/1/sampling"));
    model.resetValue("/methods/1/sampling");
    QCOMPARE(model.config()->methods[1].sampling, std::string("orthogonal"));
    model.addMethod();
    model.resetValue("/methods/2/id");
    QCOMPARE(model.config()->methods[2].id, std::string("M3"));
    QVERIFY(model.valid());
    model.resetAll();
    QVERIFY(model.allDefault());
  }

  void aWrongValueStaysAsTypedAndIsListed() {
    KernelErrorModel model;
    QSignalSpy documents(&model, &DocumentModel::documentChanged);
    QSignalSpy experiments(&model, &DocumentModel::experimentChanged);
    model.setValue(kTrials, "many");
    model.setValue("/features", "8, x");
    QVERIFY(!model.valid());
    QCOMPARE(model.issues().size(), std::size_t{2});
    QCOMPARE(model.state(kTrials).value, nlohmann::json("many"));
    QCOMPARE(model.config()->trials, 500);
    QCOMPARE(documents.size(), 2);
    QCOMPARE(experiments.size(), 0);
    model.undoStack().undo();
    model.undoStack().undo();
    QVERIFY(model.valid());
  }

  void findingsLastUntilTheNextChange() {
    KernelErrorModel model;
    QSignalSpy found(&model, &DocumentModel::findingsChanged);
    model.setFindings({{"/target/expression", "does not parse"}});
    QCOMPARE(found.size(), 1);
    QVERIFY(model.valid());
    QCOMPARE(model.findings().size(), std::size_t{1});
    model.setValue(kTrials, 60);
    QVERIFY(model.findings().empty());
  }

  void anotherKernelTakesItsMethodsAlongInOneStep() {
    KernelErrorModel model;
    model.setValue("/methods/1/A", "frequency-dependent");
    model.setValue("/target/kind", "softmax");
    QVERIFY2(model.valid(), model.issues().empty() ? "" : model.issues().front().message.c_str());
    QCOMPARE(model.config()->methods[0].map, std::string("positive"));
    QCOMPARE(model.config()->methods[1].sampling, std::string("orthogonal"));
    QVERIFY(model.config()->methods[1].choiceOfA == KernelMethodSpec::AChoice::Fixed);
    QVERIFY(!model.allows("/methods/0/map", "universal-real"));
    QVERIFY(model.allows("/methods/0/map", "trigonometric"));
    model.undoStack().undo();
    QCOMPARE(model.config()->methods[0].map, std::string("universal-real"));
    QVERIFY(model.config()->methods[1].choiceOfA == KernelMethodSpec::AChoice::FrequencyDependent);
  }

  void everyTargetHasMethodsThatFit() {
    KernelErrorModel model;
    const Field* kinds = model.schema().find("/target/kind");
    const Field* names = model.schema().find("/target/name");
    for (const FieldChoice& kind : kinds->choices) {
      model.setValue("/target/kind", kind.value);
      QVERIFY2(model.valid(), kind.label.c_str());
    }
    model.setValue("/target/kind", "activation");
    for (const FieldChoice& name : names->choices) {
      model.setValue("/target/name", name.value);
      QVERIFY2(model.valid(), name.label.c_str());
    }
  }

  void whatDisagreesWithAChoiceYields() {
    KernelErrorModel model;
    model.setValue("/methods/1/map", "eugen");  // it draws orthogonally, which signs cannot
    QVERIFY(model.valid());
    QCOMPARE(model.config()->methods[1].projection, std::string("gaussian"));
    model.setValue("/methods/1/projection", "rademacher");
    QCOMPARE(model.config()->methods[1].sampling, std::string("iid"));
    model.setValue("/methods/0/sampling", "orthogonal");
    model.setValue("/methods/0/as_released", nlohmann::json::array({"raw-qr"}));
    model.setValue("/methods/0/sampling", "iid");
    QVERIFY(model.config()->methods[0].asReleased.empty());
    QVERIFY(model.valid());
  }

  void onlyRowsThatMeanSomethingMatter() {
    KernelErrorModel model;
    QVERIFY(model.matters("/target/name"));
    QVERIFY(!model.matters("/target/expression"));
    QVERIFY(!model.matters("/methods/0/degree"));
    QVERIFY(!model.matters("/methods/0/growth"));
    model.setValue("/methods/0/A", "frequency-dependent");
    QVERIFY(model.matters("/methods/0/growth"));
    QVERIFY(!model.matters("/methods/1/growth"));
    model.setValue("/target/kind", "formula");
    QVERIFY(model.matters("/target/expression"));
    model.setValue("/pairs/x", nlohmann::json::array({nlohmann::json::array({1.0, 2.0})}));
    QVERIFY(!model.matters("/pairs/dimension"));
  }

  void methodsComeAndGo() {
    KernelErrorModel model;
    model.addMethod();
    QCOMPARE(model.methodCount(), 3);
    QCOMPARE(model.config()->methods[2].id, std::string("M3"));
    QCOMPARE(model.config()->methods[2].sampling, std::string("antithetic"));
    model.removeMethod(0);
    QCOMPARE(model.config()->methods[0].id, std::string("M2"));
    model.addMethod();
    QVERIFY(model.valid());
    for (int i = 0; i < 12; ++i) model.addMethod();
    QCOMPARE(model.methodCount(), KernelErrorModel::kMostMethods);
    for (int i = 0; i < 12; ++i) model.removeMethod(0);
    QCOMPARE(model.methodCount(), 1);
    QVERIFY(model.valid());
  }

  void savedLoadedAndSavedAgainIsByteIdentical() {
    const test::TemporaryFolder folder;
    KernelErrorModel model;
    model.setValue("/target/kind", "arc-cosine");
    model.setValue("/features", {8, 64, 512});
    model.addMethod();
    model.saveFile(folder.file("first.json"));
    QVERIFY(model.undoStack().isClean());
    KernelErrorModel other;
    QSignalSpy files(&other, &DocumentModel::fileChanged);
    other.loadFile(folder.file("first.json"));
    QCOMPARE(files.size(), 1);
    QCOMPARE(other.document(), model.document());
    other.saveFile(folder.file("second.json"));
    QCOMPARE(QString::fromStdString(readTextFile(folder.file("first.json"), 1u << 20)),
             QString::fromStdString(readTextFile(folder.file("second.json"), 1u << 20)));
    other.undoStack().undo();
    QVERIFY(other.allDefault());
  }

  void filesOfAStudyStayReachableFromAnotherFolder() {
    const test::TemporaryFolder folder;
    std::filesystem::create_directories(folder.path() / "deep");
    KernelErrorModel model;
    model.saveFile(folder.file("study.json"));
    model.loadFile(folder.file("study.json"));
    model.setValue("/pairs/x", "inputs.npy");
    model.setValue("/pairs/w", "deep/weights.npy");
    model.saveFile(folder.path() / "deep" / "study.json");
    KernelErrorModel moved;
    moved.loadFile(folder.path() / "deep" / "study.json");
    QCOMPARE(moved.config()->pairs.w.file, std::string("weights.npy"));
    QCOMPARE(moved.config()->pairs.x.file, folder.file("inputs.npy").string());
  }

  void anotherTaskIsRefused() {
    KernelErrorModel model;
    QVERIFY_THROWS_EXCEPTION(ConfigError, model.setDocument(defaultDocument("image-field"), "other"));
    QVERIFY(model.allDefault());
  }
};

}  // namespace kernelscope::ui

QTEST_MAIN(kernelscope::ui::DocumentModelTest)
#include "document_model_test.moc"
