#include "engine/config/json_text.h"

#include "engine/config/layer_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace kernelscope {

namespace {

using nlohmann::json;

std::string placeInText(const std::string& text, std::size_t byteOffset) {
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(byteOffset, text.size()));
  const auto line = 1 + std::count(text.begin(), end, '\n');
  const auto lineStart = std::find(std::make_reverse_iterator(end), text.rend(), '\n').base();
  return fmt::format("line {}, column {}", line, end - lineStart + 1);
}

// The reason inside the library's message, after its own prefixes.
std::string reasonOf(const std::string& message) {
  const std::size_t column = message.find("column ");
  const std::size_t reason = column == std::string::npos ? column : message.find(": ", column);
  return reason == std::string::npos ? message : message.substr(reason + 2);
}

// Builds the document; an object or list that is open is held with the key it will have in its parent.
class DocumentBuilder final : public nlohmann::json_sax<json> {
 public:
  DocumentBuilder(const std::string& text, std::filesystem::path file, std::vector<ConfigIssue>& issues)
      : text_(text), file_(std::move(file)), issues_(issues) {}

  json takeDocument() { return std::move(document_); }

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override { return add(value); }
  bool number_float(number_float_t value, const string_t&) override { return add(value); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(json::object()); }
  bool start_array(std::size_t) override { return open(json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    open_.back().key = std::move(name);
    return true;
  }
  bool parse_error(std::size_t position, const std::string& token, const json::exception& error) override {
    constexpr int kNumberOverflow = 406;
    if (error.id == kNumberOverflow)
      throw ConfigError(
          {{currentPath(), fmt::format("got {} ({}), which is too large to be a finite number", token,
                                       placeInText(text_, position - std::min(position, token.size())))}});
    throw ContentError(file_, fmt::format("{}: not JSON: {}", placeInText(text_, position ? position - 1 : 0),
                                          reasonOf(error.what())));
  }

 private:
  struct Open {
    json value;
    std::string key;  // of the member that comes next, in an object
  };

  std::string currentPath() const {
    std::string path;
    for (const Open& container : open_)
      path = childPath(path,
                       container.value.is_array() ? std::to_string(container.value.size()) : container.key);
    return path;
  }

  bool open(json container) {
    if (open_.size() >= static_cast<std::size_t>(kMaximumJsonDepth))
      throw ContentError(file_, fmt::format("nested more than {} levels deep, at {}", kMaximumJsonDepth,
                                            currentPath().substr(0, 80)));
    open_.push_back({std::move(container), ""});
    return true;
  }

  bool close() {
    json finished = std::move(open_.back().value);
    open_.pop_back();
    return add(std::move(finished));
  }

  bool add(json value) {
    if (open_.empty()) {
      document_ = std::move(value);
    } else if (Open& parent = open_.back(); parent.value.is_array()) {
      parent.value.push_back(std::move(value));
    } else if (parent.value.contains(parent.key)) {
      issues_.push_back({currentPath(), "stands twice in its object; which value is meant?"});
    } else {
      parent.value[parent.key] = std::move(value);
    }
    return true;
  }

  const std::string& text_;
  std::filesystem::path file_;
  std::vector<ConfigIssue>& issues_;
  std::vector<Open> open_;
  json document_;
};

}  // namespace

nlohmann::json parseJsonText(const std::string& text, const std::filesystem::path& file,
                             std::vector<ConfigIssue>& issues) {
  DocumentBuilder builder(text, file, issues);
  json::sax_parse(text, &builder);
  return builder.takeDocument();
}

}  // namespace kernelscope
