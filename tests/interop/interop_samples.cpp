// Writes the sample arrays in every format for Python to check, and checks those that Python wrote.
//   interop_samples write FOLDER | interop_samples read FOLDER

#include "engine/core/error.h"
#include "engine/io/npy.h"
#include "engine/io/npz.h"
#include "engine/io/safetensors.h"
#include "tests/interop/sample_values.h"

#include <iostream>

namespace kernelscope::interop {
namespace {

using std::filesystem::path;

void writeAll(const path& folder) {
  const std::vector<NamedArray> arrays = sampleArrays();
  writeNpy(arrays[0], folder / "floats.npy");
  writeNpz(arrays, folder / "stored.npz", NpzCompression::Stored);
  writeNpz(arrays, folder / "deflated.npz", NpzCompression::Deflated);
  writeSafetensors({arrays, {{"made_by", "kernelscope"}}}, folder / "samples.safetensors");
}

// How many arrays are missing or differ.
int differences(const std::string& file, const std::vector<NamedArray>& found) {
  int count = 0;
  for (const NamedArray& wanted : sampleArrays()) {
    const NamedArray* array = findArray(found, wanted.name);
    if (array != nullptr && *array == wanted) continue;
    std::cerr << file << ": array " << wanted.name << (array == nullptr ? " is missing\n" : " differs\n");
    ++count;
  }
  return count;
}

int readAll(const path& folder) {
  int count = 0;
  for (const char* name : {"stored.npz", "deflated.npz", "fortran.npz"}) {
    count += differences(name, readNpz(folder / name));
  }
  const SafetensorsFile file = readSafetensors(folder / "samples.safetensors");
  count += differences("samples.safetensors", file.arrays);
  if (!file.metadata.contains("made_by") || file.metadata.at("made_by") != "python") {
    std::cerr << "samples.safetensors: its metadata differs\n";
    ++count;
  }
  return count;
}

}  // namespace
}  // namespace kernelscope::interop

int main(int argumentCount, char** arguments) {
  const std::string verb = argumentCount == 3 ? arguments[1] : "";
  try {
    if (verb == "write") {
      kernelscope::interop::writeAll(arguments[2]);
      return 0;
    }
    if (verb == "read") return kernelscope::interop::readAll(arguments[2]) == 0 ? 0 : 1;
  } catch (const kernelscope::Error& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
  std::cerr << "usage: interop_samples write|read FOLDER\n";
  return 2;
}
