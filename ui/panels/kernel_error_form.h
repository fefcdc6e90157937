#pragma once
// Fills the set-up form of a kernel-error study: the kernel, what all methods share, and one group for each
// method with its line mark. Methods are added below the groups and removed in their heads; rows and choices
// without a meaning for the present study are not shown.

#include "ui/forms/form_section.h"

#include <QObject>
#include <vector>

class QPushButton;

namespace kernelscope::ui {

class KernelErrorModel;
class SchemaForm;
class ThemeController;

class KernelErrorForm final : public QObject {
  Q_OBJECT

 public:
  // The form must have been made from sections(model). All must outlive this, the form excepted.
  KernelErrorForm(const ThemeController& theme, KernelErrorModel& model, SchemaForm& form, QObject* parent);

  static std::vector<FormSection> sections(const KernelErrorModel& model);

 private:
  void addButtons();
  void addRemoveButtons();
  void follow();
  void showNames();

  const ThemeController& theme_;
  KernelErrorModel& model_;
  SchemaForm& form_;
  QPushButton* add_ = nullptr;
  int shown_ = 0;  // methods in the form
};

}  // namespace kernelscope::ui
