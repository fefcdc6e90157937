#include "app/headless/exit_code.h"

#include "engine/core/error.h"

#include <cstdio>
#include <exception>
#include <string>

namespace kernelscope {

namespace {

ExitCode report(ExitCode code, const std::string& text) {
  std::fprintf(stderr, "kernelscope-run: %s\n", text.c_str());
  return code;
}

ExitCode reportIssues(const ConfigError& error) {
  const std::size_t count = error.issues().size();
  std::fprintf(stderr, "kernelscope-run: %zu %s in the input\n", count, count == 1 ? "problem" : "problems");
  for (const ConfigIssue& issue : error.issues()) {
    const char* separator = issue.path.empty() ? "" : ": ";
    std::fprintf(stderr, "  %s%s%s\n", issue.path.c_str(), separator, issue.message.c_str());
  }
  return ExitCode::WrongInput;
}

}  // namespace

ExitCode reportException() noexcept {
  try {
    throw;
  } catch (const ConfigError& error) {
    return reportIssues(error);
  } catch (const ContentError& error) {
    return report(ExitCode::WrongInput, error.what());
  } catch (const ShapeError& error) {
    return report(ExitCode::WrongInput, error.what());
  } catch (const IoError& error) {
    return report(ExitCode::File, error.what());
  } catch (const DeviceError& error) {
    return report(ExitCode::Device, error.what());
  } catch (const std::exception& error) {
    return report(ExitCode::Bug, std::string("internal error, please report it: ") + error.what());
  } catch (...) {
    return report(ExitCode::Bug, "internal error of unknown kind, please report it");
  }
}

}  // namespace kernelscope
