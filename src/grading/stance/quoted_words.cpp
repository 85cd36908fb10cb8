#include "grading/stance/quoted_words.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "text/display.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace pith::grading {
namespace {

constexpr double kLightWord = 0.05;    ///< Weight in a wording below which none is quoted.
constexpr std::size_t kMostWords = 4;  ///< Of a point that a reason quotes.

/// Which tokens of the vocabulary a stretch has.
std::vector<bool> tokens_in(const Range& range, const Targets& targets, const Grains& text) {
  std::vector<bool> has(targets.vocabulary.size(), false);
  for (const auto& occurrence : targets.vocabulary.occurrences(text)) {
    if (occurrence.range.begin >= range.begin && occurrence.range.end <= range.end) {
      has[occurrence.token] = true;
    }
  }
  return has;
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

}  // namespace

std::string quoted_words(const Wording& wording, const Targets& targets, const Grains& text,
                         const Range& range, bool present) {
  enum class Quoted { no, with_others, by_itself };
  const auto& grains = wording.grains.list;
  const auto has = tokens_in(range, targets, text);
  std::vector<Quoted> quoted(grains.size(), Quoted::no);
  for (const auto& [own, token, strength] : targets.vocabulary.occurrences(wording.grains)) {
    const bool one_han = own.size() == 1 && grains[own.begin].type == Grain::Type::han;
    const bool light = own.size() == 1 && wording.weights[own.begin] < kLightWord;
    if (has[token] == present && strength == 1.0F && !one_han && !light) {
      const auto how =
          targets.vocabulary.has_content(token) ? Quoted::by_itself : Quoted::with_others;
      for (auto i = own.begin; i < own.end; ++i) {
        quoted[i] = std::max(quoted[i], how);
      }
    }
  }
  std::string out;
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < quoted.size() && count < kMostWords; ++begin) {
    if (quoted[begin] != Quoted::by_itself) {
      continue;
    }
    auto end = begin + 1;
    for (auto i = end; i < quoted.size() && quoted[i] != Quoted::no; ++i) {
      end = quoted[i] == Quoted::by_itself ? i + 1 : end;
    }
    const auto span = in_whole_words(wording.text, wording.grains.span({begin, end}));
    begin = end;
    if (span.begin < span.end) {
      out += (out.empty() ? "" : ", ") + wording.text.substr(span.begin, span.end - span.begin);
      ++count;
    }
  }
  return out;
}

}  // namespace pith::grading
