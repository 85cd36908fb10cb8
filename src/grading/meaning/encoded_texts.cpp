#include "grading/meaning/encoded_texts.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "grading/meaning/space.h"

namespace pith::grading {
namespace {

constexpr std::size_t kMostWindows = 18;    ///< Stretches of an answer that are encoded.
constexpr std::size_t kMostContext = 1500;  ///< Bytes of an answer that are read at once.

using Frames = std::array<std::string_view, kAffirmingFrames + kDenyingFrames>;

/// Frames that affirm or deny a point, `*` for its name.
constexpr Frames kFramesZh = {"应该做*", "*很有用", "不应该做*", "*没有意义", "取消*"};
constexpr Frames kFramesEn = {"we should do this: *", "* is useful", "we should not do this: *",
                              "* is useless", "get rid of *"};

std::string in_frame(std::string_view frame, const std::string& name) {
  const auto star = frame.find('*');
  return std::string(frame.substr(0, star)) + name + std::string(frame.substr(star + 1));
}

std::string or_dash(std::string text) {
  return text.empty() ? std::string("-") : std::move(text);
}

const Frames& frames_of(std::string_view language) {
  return is_chinese(language) ? kFramesZh : kFramesEn;
}

}  // namespace

std::vector<std::string> texts_of_item(const Targets& targets, const std::string& question,
                                       std::string_view language) {
  std::vector<std::string> texts = {or_dash(question)};
  for (const auto& target : targets.list) {
    for (const auto& wording : target.wordings) {
      texts.push_back(or_dash(wording.text));
    }
    for (const auto frame : frames_of(language)) {
      texts.push_back(in_frame(frame, target.name().text));
    }
  }
  return texts;
}

std::vector<std::size_t> chosen_windows(const Segments& segments) {
  std::vector<std::size_t> order(segments.windows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto rank = [&](std::size_t w) {
    const auto& window = segments.windows[w];
    const auto first = segments.clause_at(window.grains.begin);
    const bool one_clause = window.grains.end <= segments.clauses[first].grains.end;
    return one_clause ? (window.whole_clauses ? 0 : 1) : 2;
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
  order.resize(std::min(order.size(), kMostWindows));
  return order;
}

std::vector<std::string> texts_of_windows(const std::vector<std::size_t>& windows,
                                          const Segments& segments, const Grains& text,
                                          std::string_view source, std::span<const Mark> marks) {
  std::vector<std::string> texts;
  for (const auto w : windows) {
    const auto span = text.span(without_openers(segments.windows[w].grains, marks));
    texts.push_back(or_dash(std::string(source.substr(span.begin, span.end - span.begin))));
  }
  return texts;
}

std::vector<std::string_view> parts_as_typed(const Segments& segments, const Grains& text,
                                             std::string_view source) {
  std::vector<std::string_view> pieces;
  for (std::size_t p = 0; p < segments.parts.size(); ++p) {
    const auto own = text.span(segments.parts[p]);
    const auto next =
        p + 1 < segments.parts.size() ? text.span(segments.parts[p + 1]).begin : own.end;
    auto end = std::max(own.end, next);
    if (end - text.span(segments.parts[0]).begin > kMostContext) {
      break;
    }
    while (end > own.end && (source[end - 1] == ' ' || source[end - 1] == '\n')) {
      --end;
    }
    pieces.push_back(source.substr(own.begin, end - own.begin));
  }
  return pieces;
}

}  // namespace pith::grading
