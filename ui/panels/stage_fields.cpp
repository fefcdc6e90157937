#include "ui/panels/stage_fields.h"

#include <algorithm>
#include <utility>

namespace kernelscope::ui {

namespace {

template <typename Sign>
std::array<GrowingLimits, kFieldViews> limitsOf(Sign&& sign) {
  const auto of = [&](FieldView view) { return GrowingLimits(sign(view)); };
  return {of(FieldView::Value), of(FieldView::Gradient), of(FieldView::Laplacian), of(FieldView::Error),
          of(FieldView::Spectrum)};
}

std::size_t viewIndex(FieldView view) {
  return static_cast<std::size_t>(view);
}

}  // namespace

MissingColors missingColors(const Theme& theme) {
  return {theme.colour(Colour::Diverged), theme.colour(Colour::Stage)};
}

StageFields::StageFields()
    : limits_(limitsOf([](FieldView view) { return fieldViewLook(view).sign; })),
      differenceLimits_(limitsOf([](FieldView) { return FieldSign::Signed; })) {}

void StageFields::setView(FieldView view) {
  view_ = view;
  differenceKnown_ = false;
  fitLimits();
}

bool StageFields::take(StageSource source, std::shared_ptr<const Observation> fields) {
  fields_[sourceIndex(source)] = std::move(fields);
  if (source != StageSource::Target) differenceKnown_ = false;
  const Field2d* shown = field(source);
  const FieldRange before = limits();
  if (shown != nullptr && decidesLimits(source)) limits_[viewIndex(view_)].include(*shown);
  const FieldRange after = limits();
  return before.minimum != after.minimum || before.maximum != after.maximum;
}

const Field2d* StageFields::field(StageSource source) const {
  const auto& fields = fields_[sourceIndex(source)];
  if (!fields) return nullptr;
  const FieldViewLook& look = fieldViewLook(view_);
  const Field2d* found = fields->find(source == StageSource::Target ? look.targetFieldName : look.fieldName);
  return found != nullptr && !found->empty() ? found : nullptr;
}

QSize StageFields::pixels() const {
  const auto& target = fields_[sourceIndex(StageSource::Target)];
  const Field2d* picture = target ? target->find("value") : nullptr;
  return picture != nullptr ? QSize(picture->width, picture->height) : QSize();
}

int StageFields::samplesPerPixel() const {
  const int width = pixels().width();
  int most = 1;
  for (const StageSource lane : {StageSource::LaneA, StageSource::LaneB}) {
    const Field2d* shown = field(lane);
    if (shown != nullptr && width > 0) most = std::max(most, shown->width / width);
  }
  return most;
}

bool StageFields::isPictureBesideErrors(StageSource source) const {
  return source == StageSource::Target && view_ == FieldView::Error;
}

// A lane's spectrum reaches from nothing to whatever its noise gives, so the picture's own decides there.
bool StageFields::decidesLimits(StageSource source) const {
  if (view_ == FieldView::Spectrum)
    return source == StageSource::Target || field(StageSource::Target) == nullptr;
  return !isPictureBesideErrors(source);
}

FieldRange StageFields::limits() const {
  return limits_[viewIndex(view_)].range();
}

FieldRange StageFields::differenceLimits() const {
  return differenceLimits_[viewIndex(view_)].range();
}

void StageFields::fitLimits() {
  limits_[viewIndex(view_)].reset();
  differenceLimits_[viewIndex(view_)].reset();
  differenceKnown_ = false;
  for (const StageSource source : kStageSources) {
    const Field2d* shown = field(source);
    if (shown != nullptr && decidesLimits(source)) limits_[viewIndex(view_)].include(*shown);
  }
}

ColorMap StageFields::map(const Theme& theme) const {
  return ColorMap(theme.colourMap(fieldViewMap(view_, theme)));
}

FieldImage StageFields::picture(StageSource source, const Theme& theme) const {
  const Field2d* shown = field(source);
  if (shown == nullptr) return {};
  if (!isPictureBesideErrors(source)) return renderField(*shown, limits(), map(theme), missingColors(theme));
  FieldImage image =
      renderField(*shown, {0, 1}, ColorMap(theme.colourMap(MapName::Value)), missingColors(theme));
  image.clippedCells = 0;
  return image;
}

const FieldDifference& StageFields::difference() {
  if (std::exchange(differenceKnown_, true)) return difference_;
  const Field2d *a = field(StageSource::LaneA), *b = field(StageSource::LaneB);
  difference_ = a != nullptr && b != nullptr ? fieldDifference(*a, *b) : FieldDifference();
  differenceLimits_[viewIndex(view_)].include(difference_.field);
  return difference_;
}

FieldImage StageFields::differencePicture(const Theme& theme) {
  const Field2d& shown = difference().field;
  return renderField(shown, differenceLimits(), ColorMap(theme.colourMap(theme.lanesMap())),
                     missingColors(theme));
}

}  // namespace kernelscope::ui
