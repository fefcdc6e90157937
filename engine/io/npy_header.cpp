#include "engine/io/npy_header.h"

#include "engine/io/named_array.h"

#include <charconv>
#include <set>

namespace kernelscope {

namespace {

class HeaderParser {
 public:
  explicit HeaderParser(std::string_view text) : rest_(text) {}

  std::optional<NpyHeader> parse() {
    if (!take('{')) return std::nullopt;
    std::set<std::string> keys;
    while (!take('}')) {
      const std::optional<std::string> key = string();
      if (!key || !take(':') || !keys.insert(*key).second || !value(*key)) return std::nullopt;
      if (!take(',') && !peek('}')) return std::nullopt;
    }
    skipBlanks();
    const bool complete = keys == std::set<std::string>{"descr", "fortran_order", "shape"};
    return complete && rest_.empty() ? std::optional(header_) : std::nullopt;
  }

 private:
  void skipBlanks() {
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\n')) rest_.remove_prefix(1);
  }

  bool peek(char wanted) {
    skipBlanks();
    return !rest_.empty() && rest_.front() == wanted;
  }

  bool take(char wanted) {
    if (!peek(wanted)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool takeWord(std::string_view word) {
    skipBlanks();
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  std::optional<std::string> string() {
    const char quote = peek('\'') ? '\'' : '"';
    if (!take(quote)) return std::nullopt;
    const std::size_t end = rest_.find(quote);
    if (end == std::string_view::npos) return std::nullopt;
    std::string text(rest_.substr(0, end));
    rest_.remove_prefix(end + 1);
    return text;
  }

  bool value(const std::string& key) {
    if (key == "descr") return descr();
    if (key == "fortran_order") {
      header_.fortranOrder = takeWord("True");
      return header_.fortranOrder || takeWord("False");
    }
    return key == "shape" && shape();
  }

  bool descr() {
    if (peek('[')) {  // a structured type: kept as text, for the message
      const std::size_t end = rest_.rfind(']');
      if (end == std::string_view::npos) return false;
      header_.descr = std::string(rest_.substr(0, end + 1));
      rest_.remove_prefix(end + 1);
      return true;
    }
    const std::optional<std::string> text = string();
    if (text) header_.descr = *text;
    return text.has_value();
  }

  bool shape() {
    if (!take('(')) return false;
    while (!take(')')) {
      skipBlanks();
      std::int64_t size = 0;
      const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), size);
      if (error != std::errc()) return false;
      rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
      header_.shape.push_back(size);
      if (header_.shape.size() > kMaximumRank || (!take(',') && !peek(')'))) return false;
    }
    return true;
  }

  std::string_view rest_;
  NpyHeader header_;
};

}  // namespace

std::optional<NpyHeader> parseNpyHeader(std::string_view text) {
  return HeaderParser(text).parse();
}

std::string npyHeaderText(const NpyHeader& header) {
  return "{'descr': '" + header.descr + "', 'fortran_order': " + (header.fortranOrder ? "True" : "False") +
         ", 'shape': " + shapeText(header.shape) + ", }";
}

}  // namespace kernelscope
