#pragma once
// Messages across the stage. At most one stands open, the newest; older ones wait under Details. A banner
// pushes the stage down and never covers it.

#include <QString>
#include <QWidget>
#include <functional>
#include <vector>

class QLabel;
class QPushButton;
class QToolButton;
class QVariantAnimation;

namespace kernelscope::ui {

class RunMarkIcon;
class ThemeController;
class ThemedLabel;

enum class BannerKind { Error, Warning, Notice };

struct BannerMessage {
  BannerKind kind = BannerKind::Notice;
  QString title;                         // what happened, one sentence
  QString detail;                        // what is kept or can be done; may be empty
  QString button;                        // empty: none
  std::function<void()> action;          // runs on the button, after the banner is withdrawn
  QString key;                           // a later message with the same non-empty key replaces this one
  std::function<void()> dismissed = {};  // runs when the user closes the message instead
};

class BannerHost final : public QWidget {
  Q_OBJECT

 public:
  explicit BannerHost(const ThemeController& theme, QWidget* parent = nullptr);

  void post(BannerMessage message);
  // Posts a message without a button.
  void say(BannerKind kind, const QString& key, const QString& title, const QString& detail);
  // Takes back every message with this key (the cause is gone).
  void withdraw(const QString& key);
  int count() const { return static_cast<int>(messages_.size()); }
  // The message in front; null when there is none.
  const BannerMessage* current() const { return messages_.empty() ? nullptr : &messages_.back(); }

  QSize sizeHint() const override;

 public slots:
  // Closes the message in front; the next one shows.
  void dismiss();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void build();
  void showFront();
  void fillDetails();
  void slideTo(int height);
  int contentHeight() const;
  void act();
  void closeFront();

  const ThemeController& theme_;
  std::vector<BannerMessage> messages_;  // newest last
  bool detailsOpen_ = false;
  int openHeight_ = 0;
  QWidget* content_ = nullptr;
  RunMarkIcon* mark_ = nullptr;
  ThemedLabel* title_ = nullptr;
  ThemedLabel* detail_ = nullptr;
  ThemedLabel* older_ = nullptr;
  QPushButton* button_ = nullptr;
  QToolButton* detailsButton_ = nullptr;
  QToolButton* closeButton_ = nullptr;
  QVariantAnimation* slide_ = nullptr;
};

}  // namespace kernelscope::ui
