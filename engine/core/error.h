#pragma once
// The exception types of the engine. A message says what failed, what was got and what was expected, and
// what to do. Numerical failures that a run can meet (divergence) are outcomes, not exceptions.

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace kernelscope {

// Base of everything the engine throws on purpose.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// One wrong value of an experiment: where it is (JSON pointer), and a sentence naming the value and what
// is allowed.
struct ConfigIssue {
  std::string path;
  std::string message;
  bool operator==(const ConfigIssue&) const = default;
};

// An experiment that cannot be run; carries every issue found, never only the first. Exit code 2.
class ConfigError : public Error {
 public:
  explicit ConfigError(std::vector<ConfigIssue> issues);
  const std::vector<ConfigIssue>& issues() const { return issues_; }

 private:
  std::vector<ConfigIssue> issues_;
};

// A file that can be read but whose content is not what it should be. Exit code 2.
class ContentError : public Error {
 public:
  ContentError(const std::filesystem::path& file, const std::string& what);
  const std::filesystem::path& file() const { return file_; }

 private:
  std::filesystem::path file_;
};

// A named file or folder that cannot be opened, read or written. Exit code 6.
class IoError : public Error {
 public:
  IoError(const std::filesystem::path& file, const std::string& what);
  const std::filesystem::path& file() const { return file_; }

 private:
  std::filesystem::path file_;
};

// Arrays whose shapes do not fit together: a wrong call, or a wrong input array.
class ShapeError : public Error {
 public:
  using Error::Error;
};

// A device that is missing, full or lost. Exit code 5.
class DeviceError : public Error {
 public:
  using Error::Error;
};

// A computation whose precondition on the numbers does not hold (a singular matrix where none may be).
class NumericalError : public Error {
 public:
  using Error::Error;
};

}  // namespace kernelscope
