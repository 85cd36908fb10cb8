#include "exchange/tables/located_json.h"

#include <iterator>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "exchange/imported.h"
#include "exchange/source_text.h"
#include "text/utf8.h"

namespace pith::exchange {
namespace {

using nlohmann::json;

constexpr int kDeepestJson = 32;
constexpr std::size_t kMostJsonValues = 2'000'000;

/// How far a text has been read.
struct Reading {
  std::string_view text;
  std::size_t at = 0;
  std::size_t line = 1;
  std::size_t line_begin = 0;
  bool ended = false;  ///< More was wanted than there is.

  void step() {
    if (text[at++] == '\n') {
      ++line;
      line_begin = at;
    }
  }
};

/// Hands a text to the parser, which copies its iterators: what has been read stands beside it.
class ReadOn {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  explicit ReadOn(Reading* reading) : reading_(reading) {}
  char operator*() const { return reading_->text[reading_->at]; }
  ReadOn& operator++() {
    reading_->step();
    return *this;
  }
  /// Only ever compared with the end.
  friend bool operator==(const ReadOn& one, const ReadOn& other) {
    return one.at_end() == other.at_end();
  }
  friend bool operator!=(const ReadOn& one, const ReadOn& other) { return !(one == other); }

 private:
  [[nodiscard]] bool at_end() const {
    if (reading_ != nullptr) {
      reading_->ended = reading_->at == reading_->text.size();
    }
    return reading_ == nullptr || reading_->ended;
  }

  Reading* reading_;
};

/// Notes where objects begin, and stops where there is too much.
class Listener {
 public:
  Listener(const Reading& reading, const std::string& file) : reading_(reading), file_(file) {}

  bool operator()(int depth, json::parse_event_t event, json& parsed) {
    if (depth > kDeepestJson || ++values_ > kMostJsonValues) {
      throw InvalidInput(fmt::format("'{}', line {}: more than {} levels or {} values", file_,
                                     reading_.line, kDeepestJson, kMostJsonValues));
    }
    if (event == json::parse_event_t::object_start) {
      open_.push_back(reading_.line);
    } else if (event == json::parse_event_t::object_end) {
      parsed[std::string(kLineKey)] = open_.back();
      open_.pop_back();
    } else if (event == json::parse_event_t::value && parsed.is_string()) {
      drop_controls(parsed.get_ref<std::string&>());
    }
    return true;
  }

 private:
  const Reading& reading_;
  const std::string& file_;
  std::size_t values_ = 0;
  std::vector<std::size_t> open_;  ///< Lines in which the objects around here begin.
};

[[noreturn]] void refuse(const Reading& reading, const std::string& file) {
  if (reading.ended) {
    throw InvalidInput(fmt::format("'{}' ends before its JSON does", file));
  }
  const auto wrong = reading.at - (reading.at > reading.line_begin ? 1 : 0);
  const auto before = reading.text.substr(reading.line_begin, wrong - reading.line_begin);
  throw InvalidInput(fmt::format("'{}', line {}, column {}: no JSON from here on: {}", file,
                                 reading.line, text::count_code_points(before) + 1,
                                 excerpt(reading.text.substr(wrong))));
}

}  // namespace

json read_located_json(std::string_view text, const std::string& file) {
  Reading reading{text};
  Listener listener(reading, file);
  try {
    return json::parse(ReadOn(&reading), ReadOn(nullptr), std::ref(listener));
  } catch (const json::exception&) {
    refuse(reading, file);
  }
}

std::size_t line_of(const json& value) {
  const auto line = value.is_object() ? value.find(kLineKey) : value.end();
  return line == value.end() ? 0 : line->get<std::size_t>();
}

}  // namespace pith::exchange
