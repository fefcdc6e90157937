#pragma once
// What scripts see of an outcome.

namespace kernelscope {

enum class ExitCode {
  Finished = 0,
  Bug = 1,
  WrongInput = 2,  // a value, a file's content or the usage
  Diverged = 3,
  Stopped = 4,  // by SIGINT or SIGTERM; results are kept
  Device = 5,
  File = 6,  // a named file or folder cannot be opened, read or written
};

// Prints the present exception to stderr, every issue on a line, and says which code it means.
// Call inside a catch block.
ExitCode reportException() noexcept;

}  // namespace kernelscope
