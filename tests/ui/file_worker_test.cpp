// Work on files happens off the window's thread, in order; failures are told and leave nothing behind.
#include "ui/presenters/file_worker.h"

#include "engine/core/error.h"
#include "engine/core/file_io.h"
#include "tests/support/temporary_folder.h"

#include <QSignalSpy>
#include <QThread>
#include <QtTest>
#include <future>

using namespace kernelscope;
using namespace kernelscope::ui;

class FileWorkerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void workRunsElsewhereAndItsEndIsToldHere() {
    FileWorker worker;
    QSignalSpy finished(&worker, &FileWorker::finished);
    QThread* workedIn = nullptr;
    QThread* toldIn = nullptr;
    worker.submit({"a.csv", "a failed", [&](WorkReport&) { workedIn = QThread::currentThread(); },
                   [&] { toldIn = QThread::currentThread(); }});
    QCOMPARE(worker.pending(), 1);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(workedIn != nullptr && workedIn != QThread::currentThread());
    QCOMPARE(toldIn, QThread::currentThread());
    QCOMPARE(worker.pending(), 0);
  }

  void jobsRunInTheirOrder() {
    FileWorker worker;
    QList<int> order;
    for (int i = 0; i < 5; ++i) worker.submit({"x", "x", [&order, i](WorkReport&) { order << i; }, {}});
    QTRY_COMPARE(worker.pending(), 0);
    QCOMPARE(order, (QList<int>{0, 1, 2, 3, 4}));
  }

  void aFailureNamesTheFileAndTheCauseAndLeavesNothing() {
    const test::TemporaryFolder folder;
    FileWorker worker;
    QSignalSpy failed(&worker, &FileWorker::failed);
    QSignalSpy finished(&worker, &FileWorker::finished);
    const std::filesystem::path file = folder.file("figures/a.png");
    worker.submit({"a.png",
                   "a.png could not be written.",
                   [file](WorkReport&) { writeFileAtomically(file, std::string_view("bytes")); },
                   {}});
    QTRY_COMPARE(failed.count(), 1);
    const auto problem = failed.first().first().value<Problem>();
    QCOMPARE(problem.title, QStringLiteral("a.png could not be written."));
    QVERIFY(problem.detail.contains(QString::fromStdString(file.string())));
    QVERIFY(problem.detail.contains(QStringLiteral("No such file or directory")));
    QCOMPARE(finished.count(), 0);
    QCOMPARE(folder.entryCount(), std::size_t{0});
  }

  void longWorkTellsHowFarItIs() {
    FileWorker worker;
    QSignalSpy progressed(&worker, &FileWorker::progressed);
    std::promise<void> go;
    auto gone = go.get_future().share();
    worker.submit({"long.csv",
                   "x",
                   [gone](WorkReport& report) {
                     report.progress(0.25);
                     gone.wait();
                   },
                   {}});
    QTRY_VERIFY(progressed.count() >= 1);
    QCOMPARE(progressed.last()[0].toString(), QStringLiteral("long.csv"));
    QCOMPARE(progressed.last()[1].toDouble(), 0.25);
    go.set_value();
    QTRY_COMPARE(worker.pending(), 0);
  }

  void theEndOfTheProgramIsHeard() {
    std::atomic<bool> started = false, heard = false;
    {
      FileWorker worker;
      worker.submit({"x",
                     "x",
                     [&](WorkReport& report) {
                       started = true;
                       while (report.progress(0.5)) std::this_thread::yield();
                       heard = true;
                     },
                     {}});
      QTRY_VERIFY(started);
    }
    QVERIFY(heard);
  }
};

QTEST_GUILESS_MAIN(FileWorkerTest)
#include "file_worker_test.moc"
