#include "deck/yaml/complaints.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "text/similar.h"
#include "text/utf8.h"

namespace pith::deck {
namespace {

constexpr std::size_t kMostComplaints = 100;
constexpr std::size_t kLongestQuote = 40;

}  // namespace

void Complaints::error(std::size_t offset, std::string message, std::string hint) {
  ++errors_;
  add(Severity::error, offset, std::move(message), std::move(hint));
}

void Complaints::warning(std::size_t offset, std::string message, std::string hint) {
  add(Severity::warning, offset, std::move(message), std::move(hint));
}

bool Complaints::full() const {
  return diagnostics_.size() >= kMostComplaints;
}

void Complaints::add(Severity severity, std::size_t offset, std::string message, std::string hint) {
  if (full()) {
    ++untold_;
    return;
  }
  const auto line = source_.line_at(offset);
  diagnostics_.push_back(
      {severity, file_, source_.position(offset), std::move(message), std::move(hint),
       line.size() <= kLongestBesideCaret ? text::repair_utf8(line) : std::string()});
}

Diagnostics Complaints::take() {
  std::stable_sort(diagnostics_.begin(), diagnostics_.end(), [](const auto& a, const auto& b) {
    return std::pair(a.at.line, a.at.column) < std::pair(b.at.line, b.at.column);
  });
  if (untold_ > 0) {
    diagnostics_.push_back({errors_ > 0 ? Severity::error : Severity::warning,
                            file_,
                            {},
                            fmt::format("{} more mistakes are not listed", untold_),
                            "correct those above first",
                            {}});
  }
  errors_ = untold_ = 0;
  return std::exchange(diagnostics_, {});
}

std::string shortened(std::string_view text) {
  std::string shown;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (++characters > kLongestQuote) {
      shown += "…";
      break;
    }
    const auto begin = at;
    const auto c = text::next_code_point(text, at);
    shown += c == U'\n' || c == U'\r' || c == U'\t' ? " " : text.substr(begin, at - begin);
  }
  return shown;
}

std::string in_quotes(std::string_view text) {
  return fmt::format("'{}'", shortened(text));
}

std::string suggestion(std::string_view word, const std::vector<std::string>& known,
                       std::string_view introduction) {
  if (const auto meant = text::nearest(word, known)) {
    return fmt::format("did you mean {}?", in_quotes(*meant));
  }
  std::vector<std::string> names;
  std::ranges::transform(known, std::back_inserter(names), shortened);
  return fmt::format("{} {}", introduction, fmt::join(names, ", "));
}

}  // namespace pith::deck
