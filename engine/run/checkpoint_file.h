#pragma once
// Checkpoints on disk: one safetensors file with parameters, moments and the whole record.

#include "engine/train/checkpoint.h"

#include <filesystem>

namespace kernelscope {

// Whole or not at all. Throws IoError.
void saveCheckpoint(const Checkpoint& checkpoint, const std::filesystem::path& file);

// Throws IoError, ContentError.
std::shared_ptr<const Checkpoint> loadCheckpoint(const std::filesystem::path& file);

}  // namespace kernelscope
