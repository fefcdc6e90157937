#pragma once
// One page of the window: the widget between the rail and the window's right edge, and the commands it
// answers. The main window knows pages only through this interface and never what they show.

#include <QString>
#include <QStringList>

class QWidget;

namespace kernelscope::ui {

class BannerHost;

class Page {
 public:
  virtual ~Page() = default;

  // Stable name: "image-field". Also the value of --page.
  virtual QString id() const = 0;
  // The small word under the rail icon: "Image".
  virtual QString title() const = 0;
  // Name of the rail icon without folder and suffix: "page_image_field".
  virtual QString iconName() const = 0;
  // The page itself. The window's page stack becomes its parent and deletes it.
  virtual QWidget* widget() = 0;
  // Ids of the commands (ui/command_registry.h) that mean something on this page. All other page commands
  // are greyed while the page is in front, so that nothing moves.
  virtual QStringList commands() const = 0;
  // Called when the page comes in front, and when another takes its place. While it is in front the transport
  // bar, the status strip, the title and the state of the shared commands are its own.
  virtual void setInFront(bool) {}
  // The place above the page's stage where messages appear; the window reports there, too.
  virtual BannerHost& banners() = 0;
};

}  // namespace kernelscope::ui
