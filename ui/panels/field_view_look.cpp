#include "ui/panels/field_view_look.h"

#include "ui/plots/value_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <array>

namespace kernelscope::ui {

namespace {

constexpr std::array<FieldViewLook, kFieldViews> kLooks = {{
    {"value", "value", FieldSign::Picture, MapName::Value},
    {"gradient_magnitude", "gradient_magnitude", FieldSign::Unsigned, MapName::Magnitude},
    {"laplacian", "laplacian", FieldSign::Signed, MapName::SignedLight},
    {"error", "value", FieldSign::Unsigned, MapName::Error},
    {"spectrum", "spectrum", FieldSign::Decibels, MapName::Magnitude},
}};

QString viewText(const char* text) {
  return QCoreApplication::translate("FieldView", text);
}

}  // namespace

const FieldViewLook& fieldViewLook(FieldView view) {
  return kLooks[static_cast<std::size_t>(view)];
}

MapName fieldViewMap(FieldView view, const Theme& theme) {
  const MapName map = fieldViewLook(view).map;
  return map == MapName::SignedLight ? theme.signedMap() : map;
}

QString fieldViewWords(FieldView view, bool colored) {
  switch (view) {
    case FieldView::Value:
      return colored ? viewText("colour value") : viewText("grey value");
    case FieldView::Gradient:
      return viewText("gradient magnitude");
    case FieldView::Laplacian:
      return viewText("Laplacian");
    case FieldView::Error:
      return viewText("absolute error");
    case FieldView::Spectrum:
      return viewText("power spectrum");
  }
  return {};
}

QString fieldViewUnit(FieldView view) {
  switch (view) {
    case FieldView::Value:
      return {};
    case FieldView::Gradient:
      return viewText("per unit");
    case FieldView::Laplacian:
      return viewText("per unit²");
    case FieldView::Error:
      return viewText("grey value");
    case FieldView::Spectrum:
      return viewText("dB");
  }
  return {};
}

QString sampleText(FieldView view, const Field2d& field, int column, int row) {
  if (column < 0 || row < 0 || column >= field.width || row >= field.height || field.empty())
    return missingNumber();
  QStringList texts;
  for (int channel = 0; channel < field.channels; ++channel) {
    const double value = static_cast<double>(field.at(row, column, channel));
    const bool isValue = view == FieldView::Value || field.name == "value";
    if (view == FieldView::Spectrum)
      texts << decimalText(value, 1);
    else
      texts << (isValue ? decimalText(value, 2) : significantText(value, view == FieldView::Error ? 2 : 3));
  }
  return texts.join(QLatin1Char(' '));
}

}  // namespace kernelscope::ui
