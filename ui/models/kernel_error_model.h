#pragma once
// The kernel-error study that the set-up panel edits: a document whose methods can be added and removed, and
// which settings of it mean something. An edit that leaves a method without a meaning (softmax features for
// tanh) changes the method in the same undo command.

#include "engine/config/kernel_error_config.h"
#include "ui/models/document_model.h"

#include <memory>

namespace kernelscope::ui {

class KernelErrorModel final : public DocumentModel {
  Q_OBJECT

 public:
  static constexpr int kMostMethods = 8;

  explicit KernelErrorModel(QObject* parent = nullptr);
  explicit KernelErrorModel(const ExperimentDocument& document, QObject* parent = nullptr);

  // The study of the document when it is valid, else the last valid one.
  std::shared_ptr<const KernelErrorConfig> config() const { return config_; }

  int methodCount() const;
  // A copy of the last method under a free name, with the next way of drawing that no method has yet.
  void addMethod();
  // Nothing when it is the only one.
  void removeMethod(int index);

  // Whether the value at a place has an effect on the present study.
  bool matters(const std::string& pointer) const;
  // Whether a choice fits what else is chosen.
  bool allows(const std::string& pointer, const nlohmann::json& choice) const;

 protected:
  nlohmann::json completed(nlohmann::json document, const std::string& pattern) const override;
  nlohmann::json accepted(const DocumentState& state) override;
  nlohmann::json defaultAt(const Field& field, const std::string& pointer) const override;

 private:
  std::shared_ptr<const KernelErrorConfig> config_;
};

}  // namespace kernelscope::ui
