#include "grading/decision/only_asks.h"

#include <algorithm>
#include <vector>

namespace pith::grading {
namespace {

constexpr std::ptrdiff_t kLeastAsked = 2;  ///< Sentences: one may be a guess.

bool is_about_asking(const Grains& question) {
  static const auto han = grains_of("问").list.front().stem;
  static const auto english = grains_of("ask").list.front().stem;
  return std::ranges::any_of(question.list, [&](const Grain& grain) {
    return grain.stem == han || grain.stem == english;
  });
}

/// Whether a word there asks, so that it is no guess like "ginger?": 吗, 多少, 是不是, how, would.
bool has_asking_word(const Grains& text, const Range& range) {
  static const auto asking = grains_of(
      "吗 呢 吧 啊 么 几 谁 哪 何 少 how what when where who why which do does did is isn't are "
      "aren't was would should could can will");
  for (auto i = range.begin; i < range.end; ++i) {
    const bool whether = i + 2 < range.end && text.list[i].key == text.list[i + 2].key &&
                         text.list[i + 1].key == U'不';  // 是不是
    if (whether ||
        std::ranges::find(asking.list, text.list[i].stem, &Grain::stem) != asking.list.end()) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool only_asks(const Grains& answer, std::span<const Mark> marks, const Segments& segments,
               const Grains& question) {
  const auto asked = questions_in(answer, segments);
  if (std::ranges::count(asked, true) < kLeastAsked || is_about_asking(question)) {
    return false;
  }
  std::vector<bool> states_nothing(asked.size(), false);
  for (const auto& clause : segments.clauses) {
    if (asked[clause.sentence] ? has_asking_word(answer, clause.grains)
                               : has_cue(marks, Cue::dont_know, clause.grains) ||
                                     has_cue(marks, Cue::skip, clause.grains)) {
      states_nothing[clause.sentence] = true;
    }
  }
  return std::ranges::find(states_nothing, false) == states_nothing.end();
}

}  // namespace pith::grading
