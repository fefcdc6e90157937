#pragma once
// Offers what an earlier session left: a run that was cut off, or a set-up that was closed without saving.
// A banner with a button; closing the banner drops the offer.

#include <QObject>

namespace kernelscope {
struct JournalState;
struct JournalSummary;
}  // namespace kernelscope

namespace kernelscope::ui {

class BannerHost;
class ConfigModel;
class RunPresenter;
class SessionJournal;

class RecoveryOffer final : public QObject {
  Q_OBJECT

 public:
  // All must outlive it.
  RecoveryOffer(SessionJournal& journal, ConfigModel& model, RunPresenter& presenter, BannerHost& banners,
                QObject* parent = nullptr);

 private:
  void offer(const JournalSummary& summary);
  void takeOver(const JournalState& state);

  SessionJournal& journal_;
  ConfigModel& model_;
  RunPresenter& presenter_;
  BannerHost& banners_;
};

}  // namespace kernelscope::ui
