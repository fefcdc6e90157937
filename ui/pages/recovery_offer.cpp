#include "ui/pages/recovery_offer.h"

#include "ui/models/config_model.h"
#include "ui/presenters/run_presenter.h"
#include "ui/presenters/session_journal.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/number_text.h"

#include <QDateTime>
#include <QLocale>

namespace kernelscope::ui {

namespace {

constexpr auto kProblemKey = "journal-problem";

QString savedWhen(const JournalSummary& summary) {
  const QDateTime saved = QDateTime::fromMSecsSinceEpoch(summary.savedAt);
  const QString time = QLocale().toString(saved.time(), QLocale::ShortFormat);
  if (saved.date() == QDate::currentDate()) return time;
  return QLocale().toString(saved.date(), QLocale::ShortFormat) + QLatin1Char(' ') + time;
}

}  // namespace

RecoveryOffer::RecoveryOffer(SessionJournal& journal, ConfigModel& model, RunPresenter& presenter,
                             BannerHost& banners, QObject* parent)
    : QObject(parent), journal_(journal), model_(model), presenter_(presenter), banners_(banners) {
  connect(&journal_, &SessionJournal::found, this, &RecoveryOffer::offer);
  connect(&journal_, &SessionJournal::recovered, this, &RecoveryOffer::takeOver);
  connect(&journal_, &SessionJournal::failed, this, [this](const Problem& problem) {
    banners_.say(BannerKind::Warning, QString::fromLatin1(kProblemKey), problem.title, problem.detail);
  });
}

void RecoveryOffer::offer(const JournalSummary& summary) {
  BannerMessage message;
  message.kind = BannerKind::Notice;
  message.key = QStringLiteral("recovery:") + QString::fromStdString(summary.folder.string());
  const QString step = countText(summary.step), steps = countText(summary.steps);
  if (summary.closed) {
    message.title = tr("The set-up of the last session was not saved.");
    message.detail = tr("Its run stood at step %1 of %2 (%3). Closing this message drops it.")
                         .arg(step, steps, savedWhen(summary));
    message.button = tr("Restore");
  } else {
    const std::int64_t seconds = (summary.aliveUntil - summary.savedAt + 500) / 1000;
    message.title = tr("Recover the run: step %1 of %2").arg(step, steps);
    message.detail = tr("The last session broke off. This was saved %1 s before its end (%2). Closing this "
                        "message drops it.")
                         .arg(countText(seconds), savedWhen(summary));
    message.button = tr("Recover");
  }
  message.action = [this, summary] { journal_.recover(summary); };
  message.dismissed = [this, summary] { journal_.discard(summary); };
  banners_.post(message);
}

// The model tells the presenter, too, a moment later; the run is under way by then.
void RecoveryOffer::takeOver(const JournalState& state) {
  model_.setConfig(state.config, tr("recovered run"));
  presenter_.resume(state.config, state.checkpoints);
}

}  // namespace kernelscope::ui
