#include "exchange/html/nesting.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/npos.h"

namespace pith::exchange {
namespace {

using base::npos;

constexpr std::string_view kSpace = " \t\r\n\f";
constexpr std::size_t kLongestName = 64;  // of an element; the end of a longer one is not seen

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Whether an element has no content, or ends where another of its kind begins; some do so only
/// outside of drawings and formulas.
bool stays_flat(std::string_view tag, bool foreign) {
  constexpr auto kFlat =
      std::to_array<std::string_view>({"br", "embed", "hr", "img", "li", "meta", "p"});
  constexpr auto kFlatInHtml = std::to_array<std::string_view>(
      {"area", "base", "col", "input", "link", "param", "source", "tbody", "td", "tfoot", "th",
       "thead", "tr", "track", "wbr"});
  return std::ranges::find(kFlat, tag) != kFlat.end() ||
         (!foreign && std::ranges::find(kFlatInHtml, tag) != kFlatInHtml.end());
}

/// Counts what is open. A tag that begins an element counts wherever it stands, also in a comment
/// or in quotes; one that ends an element only where it surely is one, and ends the last.
class Nesting {
 public:
  explicit Nesting(std::string_view html) : html_(html) {}

  bool exceeds(std::size_t depth) {
    while (at_ < html_.size() && open_.size() <= depth) {
      step();
    }
    return open_.size() > depth;
  }

 private:
  void step() {
    const char c = html_[at_++];
    if (c == '<') {
      begin();
    } else if (until_ != npos) {
      until_ = at_ >= until_ ? npos : until_;
    } else if (quote_ != '\0') {
      quote_ = c == quote_ ? '\0' : quote_;
    } else if (in_tag_ && c == '=') {
      open_quote();
    } else if (c == '>') {
      in_tag_ = false;
    }
  }

  /// Behind a `<`.
  void begin() {
    const bool in_text = !in_tag_ && until_ == npos;
    const auto rest = html_.substr(at_);
    const bool ends = rest.starts_with('/');
    const auto name = tag_name(rest.substr(ends ? 1 : 0));
    foreign_ = foreign_ || name == "svg" || name == "math";
    if (!name.empty() && !ends && !stays_flat(name, foreign_)) {
      open_.push_back(name);
    } else if (ends && in_text && name.size() < kLongestName && !open_.empty() &&
               open_.back() == name) {
      open_.pop_back();
    }
    if (in_text && rest.starts_with("!--")) {
      leave_behind("-->", 3);
    } else if (in_text && rest.starts_with("![CDATA[")) {
      leave_behind("]]>", 0);
    } else if (in_text &&
               (!name.empty() || rest.starts_with('!') || rest.starts_with('?') || ends)) {
      in_tag_ = true;
    }
  }

  void leave_behind(std::string_view mark, std::size_t from) {
    const auto end = html_.find(mark, at_ + from);
    until_ = end == npos ? html_.size() + 1 : end + mark.size();
  }

  void open_quote() {
    const auto value = html_.find_first_not_of(kSpace, at_);
    if (value != npos && (html_[value] == '"' || html_[value] == '\'')) {
      quote_ = html_[value];
      at_ = value + 1;
    }
  }

  static std::string tag_name(std::string_view text) {
    text = text.substr(0, kLongestName);
    const auto end = std::min(text.find_first_of(" \t\r\n\f/>"), text.size());
    std::string name(text.substr(0, end));
    if (name.empty() || !is_letter(name.front())) {
      return {};
    }
    std::ranges::transform(name, name.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return name;
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::vector<std::string> open_;
  bool in_tag_ = false;
  bool foreign_ = false;  ///< A drawing or a formula has begun.
  char quote_ = '\0';
  std::size_t until_ = npos;  ///< Where a comment ends.
};

}  // namespace

bool may_nest_beyond(std::size_t depth, std::string_view html) {
  return Nesting(html).exceeds(depth);
}

}  // namespace pith::exchange
