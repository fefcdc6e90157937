#pragma once
// KS_EXPECT states what our own code promises; a broken promise is a bug and throws, in release builds too.

#include <stdexcept>
#include <string>

namespace kernelscope {

// A bug in Kernelscope itself. Exit code 1.
class BrokenContract : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] inline void throwBrokenContract(const char* condition, const char* message, const char* file,
                                             int line) {
  throw BrokenContract(std::string(file) + ":" + std::to_string(line) + ": " + message + " (expected " +
                       condition + ")");
}

}  // namespace kernelscope

#define KS_EXPECT(condition, message)                                                              \
  do {                                                                                             \
    if (!(condition)) ::kernelscope::throwBrokenContract(#condition, message, __FILE__, __LINE__); \
  } while (false)
