#include "grading/decision/quoted_words.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "text/display.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace pith::grading {
namespace {

constexpr double kLightWord = 0.05;    ///< Weight in a wording below which none is quoted.
constexpr std::size_t kMostWords = 4;  ///< Of a point that a reason quotes.

/// By token of the vocabulary: where a stretch has it.
std::vector<std::vector<Range>> places_in(const Range& range, const Targets& targets,
                                          const Grains& text) {
  std::vector<std::vector<Range>> places(targets.vocabulary.size());
  for (const auto& occurrence : targets.vocabulary.occurrences(text)) {
    if (occurrence.range.begin >= range.begin && occurrence.range.end <= range.end) {
      places[occurrence.token].push_back(occurrence.range);
    }
  }
  return places;
}

/// A part of a text cut to whole words, without a single Han character (台, 由) at an end where
/// longer words remain; two side by side are a word that ICU does not know (调研). Empty if no word
/// of it is whole.
Span in_whole_words(std::string_view text, const Span& part) {
  const auto bounds = text::word_bounds(text);
  const auto place_of = [&](auto found) {
    return static_cast<std::size_t>(found - bounds.begin());
  };
  const auto first = place_of(std::ranges::lower_bound(bounds, part.begin));
  const auto last = place_of(std::ranges::upper_bound(bounds, part.end)) - 1;
  if (first >= last) {
    return {part.begin, part.begin};
  }
  const bool cut = bounds[first] != part.begin || bounds[last] != part.end;
  const auto is_lone = [&](std::size_t word) {
    auto at = bounds[word];
    return text::is_han(text::next_code_point(text, at)) && at == bounds[word + 1];
  };
  const auto is_stray = [&](std::size_t word, std::size_t inwards) {
    return is_lone(word) && (inwards < first || inwards >= last || !is_lone(inwards));
  };
  auto begin = first;
  while (begin < last && is_stray(begin, begin + 1)) {
    ++begin;
  }
  if (begin == last) {
    return cut ? Span{part.begin, part.begin} : part;
  }
  auto end = last;
  while (is_stray(end - 1, end - 2)) {
    --end;
  }
  return {bounds[begin], bounds[end]};
}

enum class Quoted { no, with_others, by_itself };

/// What of a wording is to be quoted.
class Quotation {
 public:
  Quotation(const Wording& wording, const Targets& targets, const Grains& text, const Range& range,
            bool present)
      : wording_(wording),
        in_answer_(present),
        quoted_(wording.grains.list.size(), Quoted::no),
        places_(wording.grains.list.size()) {
    const auto places = places_in(range, targets, text);
    for (const auto& own : targets.vocabulary.occurrences(wording.grains)) {
      if (places[own.token].empty() != present && own.strength == 1.0F && tells(own.range)) {
        quote(own.range, targets.vocabulary.has_content(own.token), places[own.token]);
      }
    }
  }

  /// Its runs, in the order of the wording.
  [[nodiscard]] std::vector<Range> runs() const {
    std::vector<Range> runs;
    for (std::size_t begin = 0; begin < quoted_.size(); ++begin) {
      if (quoted_[begin] == Quoted::by_itself) {
        runs.push_back({begin, end_of_run(begin)});
        begin = runs.back().end - 1;
      }
    }
    return runs;
  }

 private:
  [[nodiscard]] bool tells(const Range& own) const {
    const auto& grain = wording_.grains.list[own.begin];
    return own.size() > 1 ||
           (grain.type != Grain::Type::han && wording_.weights[own.begin] >= kLightWord);
  }

  void quote(const Range& own, bool has_content, std::span<const Range> places) {
    const auto how = has_content ? Quoted::by_itself : Quoted::with_others;
    for (auto i = own.begin; i < own.end; ++i) {
      quoted_[i] = std::max(quoted_[i], how);
      for (const auto& place : places) {
        places_[i].push_back(i + 1 < own.end ? place.begin : place.end - 1);
      }
    }
  }

  /// What the wording has side by side is one run only if the answer has it so, too: else words
  /// that it says the other way round would read as if it had said the point.
  [[nodiscard]] std::size_t end_of_run(std::size_t begin) const {
    auto end = begin + 1;
    auto here = places_[begin];
    for (auto i = end; i < quoted_.size() && quoted_[i] != Quoted::no; ++i) {
      here = following(here, places_[i]);
      if (in_answer_ && here.empty()) {
        break;
      }
      end = quoted_[i] == Quoted::by_itself ? i + 1 : end;
    }
    return end;
  }

  /// Those of the next places that follow one of these, with at most a word between.
  static std::vector<std::size_t> following(const std::vector<std::size_t>& these,
                                            const std::vector<std::size_t>& next) {
    std::vector<std::size_t> out;
    std::ranges::copy_if(next, std::back_inserter(out), [&](std::size_t place) {
      return std::ranges::any_of(
          these, [&](std::size_t before) { return before <= place && place <= before + 2; });
    });
    return out;
  }

  const Wording& wording_;
  bool in_answer_;  ///< Quoted is what the answer has, not what it lacks.
  std::vector<Quoted> quoted_;
  std::vector<std::vector<std::size_t>> places_;  ///< By grain: where the answer has it.
};

}  // namespace

std::string quoted_words(const Wording& wording, const Targets& targets, const Grains& text,
                         const Range& range, bool present) {
  std::vector<std::string> words;
  for (const auto& run : Quotation(wording, targets, text, range, present).runs()) {
    const auto span = in_whole_words(wording.text, wording.grains.span(run));
    auto quoted = wording.text.substr(span.begin, span.end - span.begin);
    const bool new_words = !quoted.empty() && std::ranges::find(words, quoted) == words.end();
    if (new_words && words.size() < kMostWords) {
      words.push_back(std::move(quoted));
    }
  }
  return fmt::format("{}", fmt::join(words, ", "));
}

}  // namespace pith::grading
