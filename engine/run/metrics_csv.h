#pragma once
// The record of both lanes as a CSV table: what the run folder's metrics.csv and the window's Export numbers
// hold. Every recorded step, never thinned; rows ordered by step, A before B.

#include "engine/observe/metric_history.h"

#include <array>
#include <filesystem>
#include <functional>
#include <string>

namespace kernelscope {

// Header "step,seconds,lane", then the columns of the lanes' histories (which must be the same unless one is
// empty). A value that was not measured is an empty cell; numbers read back as the same number.
std::string metricsCsv(const std::array<MetricHistory, 2>& lanes);

// Writes the same table piece by piece, so that a long record needs little memory; the file appears whole or
// not at all. `proceed` hears now and then what share is written; false from it ends the work, and no file is
// written. Throws IoError.
void writeMetricsCsv(const std::array<MetricHistory, 2>& lanes, const std::filesystem::path& file,
                     const std::function<bool(double share)>& proceed = {});

// Reads such a table; lanes by laneIndex. Throws IoError if the file cannot be read, ContentError (naming the
// line) if it is not one.
std::array<MetricHistory, 2> readMetricsCsv(const std::filesystem::path& file);

}  // namespace kernelscope
