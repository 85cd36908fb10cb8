#include "grading/exact/cloze_texts.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>

#include "base/trim.h"
#include "grading/exact/folded_words.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

constexpr FoldedView kBetweenTexts = U" \t\r/";
constexpr std::size_t kLongestRow = 4'000;  ///< Characters of an answer that is read so.

/// What can be read from a place of the answer to its end.
struct TextReading {
  std::size_t ways = 0;  ///< Two are as good as many.
  std::size_t text_end = 0;
  std::size_t next = 0;
};

/// Behind what parts two texts at `at`.
std::size_t next_text(FoldedView said, std::size_t at) {
  return std::min(said.find_first_not_of(kBetweenTexts, at), said.size());
}

/// The ways to read on from `at`, where what begins behind it has been read.
TextReading read_from(FoldedView said, std::size_t at, const std::set<std::u32string>& texts,
                      const std::vector<TextReading>& behind) {
  TextReading reading;
  for (const auto& text : texts) {
    const auto end = at + text.size();
    const bool stands = said.substr(at).starts_with(text) &&
                        (end == said.size() || kBetweenTexts.find(said[end]) != FoldedView::npos);
    const auto next = stands ? next_text(said, end) : 0;
    if (stands && behind[next].ways > 0) {
      reading = {std::min<std::size_t>(reading.ways + behind[next].ways, 2), end, next};
    }
  }
  return reading;
}

/// The texts without doubles, none of them empty.
std::set<std::u32string> folded_texts(std::span<const std::string_view> texts) {
  std::set<std::u32string> folded;
  for (const auto text : texts) {
    folded.insert(text::fold(base::trimmed(text)).text);
  }
  folded.erase(std::u32string{});
  return folded;
}

}  // namespace

std::vector<std::string_view> known_texts_in(std::span<const std::string_view> texts,
                                             std::string_view answer) {
  const auto folded = text::fold(answer);
  const FoldedView said = folded.text;
  if (said.size() > kLongestRow) {
    return {};
  }
  const auto known = folded_texts(texts);
  std::vector<TextReading> readings(said.size() + 1);
  readings[said.size()].ways = 1;
  for (auto at = said.size(); at-- > 0;) {
    const bool begins = at == 0 || kBetweenTexts.find(said[at - 1]) != FoldedView::npos;
    readings[at] = begins ? read_from(said, at, known, readings) : TextReading{};
  }
  const auto begin = next_text(said, 0);
  std::vector<std::string_view> read;
  for (auto at = begin; readings[begin].ways == 1 && at < said.size(); at = readings[at].next) {
    const auto from = folded.begin[at];
    read.push_back(answer.substr(from, folded.end[readings[at].text_end - 1] - from));
  }
  return read.size() > 1 ? std::move(read) : std::vector<std::string_view>{};
}

}  // namespace pith::grading
