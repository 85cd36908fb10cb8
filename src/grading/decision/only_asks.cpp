#include "grading/decision/only_asks.h"

#include <algorithm>
#include <vector>

namespace pith::grading {
namespace {

constexpr std::ptrdiff_t kLeastAsked = 2;  ///< Sentences: one may be a guess.

/// Asks what to ask, or to find out: 问, 弄清, 确认.
bool is_about_asking(const Grains& question) {
  static const auto asking = grains_of("问 清 确 ask question clarify find check").list;
  return share_word(question.list, asking);
}

/// Whether a clause asks in so many words, so that it is no guess like "ginger?" or 是温杯吧: 吗,
/// 是不是, how, "would it". Who dares what (谁敢改) states that nobody does.
bool asks_in_words(const Grains& text, const Range& range) {
  static const auto asking = grains_of("吗 呢 几 哪 何 how what when where who why").list;
  static const auto at_head =
      grains_of("do does did is isn't are aren't was would should could can will").list;
  static const auto daring = grains_of("敢").list;
  bool whether = false;
  for (auto i = range.begin; i + 2 < range.end; ++i) {
    whether = whether || (text.list[i].key == text.list[i + 2].key &&
                          text.list[i + 1].key == U'不');  // 是不是
  }
  const auto words = text.in(range);
  return !share_word(words, daring) &&
         (whether || share_word(words, asking) || share_word(words.first(1), at_head));
}

}  // namespace

bool only_asks(const Passage& answer, const Grains& question) {
  const auto asked = questions_in(answer);
  if (std::ranges::count(asked, true) < kLeastAsked || is_about_asking(question)) {
    return false;
  }
  std::vector<bool> states_nothing(asked.size(), false);
  for (const auto& clause : answer.segments.clauses) {
    if (asked[clause.sentence] ? asks_in_words(answer.text, clause.grains)
                               : answer.has_any({Cue::dont_know, Cue::skip}, clause.grains)) {
      states_nothing[clause.sentence] = true;
    }
  }
  return std::ranges::find(states_nothing, false) == states_nothing.end();
}

}  // namespace pith::grading
