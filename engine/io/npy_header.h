#pragma once
// The header of a .npy array: a Python dictionary with the keys descr, fortran_order and shape.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kernelscope {

struct NpyHeader {
  std::string descr;  // "<f4"; "[...]" for a structured type
  bool fortranOrder = false;
  std::vector<std::int64_t> shape;
};

// Parses the dictionary; nothing if it is not one, or if a key is missing, unknown or repeated.
std::optional<NpyHeader> parseNpyHeader(std::string_view text);

// The dictionary as NumPy writes it, without padding.
std::string npyHeaderText(const NpyHeader& header);

}  // namespace kernelscope
