#pragma once
// A page that edits an experiment: what ExperimentFiles opens, saves and copies. Its id is the name of the
// task.

#include "engine/config/experiment_document.h"
#include "ui/pages/page.h"

#include <QString>
#include <filesystem>
#include <functional>

namespace kernelscope::ui {

class DocumentModel;

class DocumentPage : public Page {
 public:
  virtual DocumentModel& document() = 0;
  // Makes an experiment of the page's task the present one, as one undo step called `text`. `file`: where it
  // was read; empty for one without a file. `taken` is called then, at once or later; not when it turns out
  // that it cannot be used, which the page says itself. Throws Error for one that is seen to be unusable.
  virtual void takeDocument(const ExperimentDocument& document, const std::filesystem::path& file,
                            const QString& text, std::function<void()> taken) = 0;
  // Whether the page can do something with a picture.
  virtual bool takesPictures() const { return false; }
  virtual void takePicture(const QString& /*path*/, std::function<void()> /*taken*/) {}
};

}  // namespace kernelscope::ui
