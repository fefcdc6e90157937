#pragma once
// What somebody who misspelt a name probably meant.

#include <span>
#include <string>
#include <vector>

namespace kernelscope {

// The candidate at most a third of its letters (at least one, at most three) away by insertions, deletions,
// replacements and swaps of neighbours; the nearest, the first among equals; empty if none is that near.
std::string nearestName(const std::string& name, std::span<const std::string> candidates);

// "a", "b", "c", for messages.
std::string quotedList(std::span<const std::string> names);

}  // namespace kernelscope
