// The kinds of general words that steer grading, and the places where they stand in a text.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "grading/words/grains.h"

namespace pith::grading {

enum class Cue : std::uint8_t {
  spare,        ///< Looks like a negation, is none: 不仅, not only.
  negate,       ///< Denies what follows: 没有, never.
  needless,     ///< Says that what follows need not be: 不需要, no need.
  judge,        ///< Denies what stands before: 没用, is pointless.
  abolish,      ///< Does away with its object on either side: 取消, scrap.
  skip,         ///< Names a topic without answering it: 先不说, skip.
  correct,      ///< Takes back what was said before: 不对, scratch that.
  prefer,       ///< Denies what stands before, affirms what follows: 不如.
  instead,      ///< Denies what follows up to the turn: 与其, instead of.
  dissent,      ///< Denies what somebody is said to say: I disagree, 谁说.
  only,         ///< Says that something alone is too little: 光靠.
  consequence,  ///< After a negation, makes it a condition: 就, 怎么.
  bound,        ///< After a negation, says when it does not hold: 除非, unless, until.
  reason,       ///< Opens a clause that tells why or what for: 免得, so that.
  condition,    ///< Opens a clause that tells in what case: 如果, if.
  supposed,     ///< Closes such a clause: 的话.
  harm,         ///< Says that something ends badly: 出事, failed.
  mishap,       ///< What nobody wants: 丢, leak.
  remedy,       ///< Deals with a mishap: control, 检测.
  objection,    ///< Might speak against something: 危险, off limits, away.
  doing,        ///< Does something with its object: give, 服用.
  forbid,       ///< Tells others not to: don't, 别.
  asks,         ///< Asks for things: 哪些, which.
  asks_when,    ///< Asks in what cases: 什么时候, when is.
  taboo,        ///< Asks what one may not do: when ~ not allowed, 哪些 ~ 不准.
  ban,          ///< Answers that one may not: 不行, is forbidden.
  permit,       ///< Answers that one may: is allowed, 也可以.
  averse,       ///< Names a lack, or keeps away from something: weakness, 避开.
  lack,         ///< Says that something is not there: 没有, 没.
  excess,       ///< Says that something is or happens very much: 太, 天天, all the time.
  sparing,      ///< Tells to do little of something: 少, less, limit.
  undoing,      ///< Lets something go that was there: 删, 停, throw away.
  relief,       ///< Frees of a duty, or ends something: 免除, 结束, exempt from.
  duty,         ///< Says that something has to be, or is again: 必须, 照样, 恢复, have to.
  prevents,     ///< Tells what its subject does away with: stops, gets rid of.
  enough,       ///< Says that no more is needed: 就行, will do.
  gain,         ///< Says that all is well: 省事, is faster.
  even_so,      ///< Asks for something in spite of what stands before: 也要, 还是要.
  keeping,      ///< Holds on to something: 留着, keep.
  seldom,       ///< Denies that something happens often: hardly ever, 很少.
  forgets,      ///< Says that memory fails: 忘了, escapes me.
  several,      ///< Stands for several things: 这些, they.
  relative,     ///< Opens a clause about the noun before it: that, which, who.
  also,         ///< Goes on with a list of claims: 也, 更.
  otherwise,    ///< Opens what would follow if it were not done: 否则, or else.
  report,       ///< Says that others say what follows: 有人说, some say.
  phrasal,      ///< Has a particle that is no direction: write down, sum up.
  turn,         ///< Opens a new train of thought: 但是.
  pronoun,      ///< Stands for what was said before: 它, this.
  all,          ///< Stands for all of a list: 这些都, none of them.
  rest,         ///< Stands for what is left of a list: 其他的, the last one.
  hedge,        ///< Says that the speaker guesses: maybe, 好像.
  subject,      ///< Who does what the main clause says: I, you.
  command,      ///< Opens a second command: and take, and keep.
  opener,       ///< Means nothing at the head of a clause: 首先, 嗯.
  preamble,     ///< Opens an answer and says nothing: okay, let me see, 嗯.
  connective,   ///< Where unpunctuated speech can be cut: 然后, 所以.
  conjunction,  ///< Joins the parts of a list: 和, and.
  joined,       ///< A word that merely contains another one: 涉及, 便宜.
  whole,        ///< A word whose last character is none by itself: 费用.
  generic,      ///< Says nothing about the topic: 应该, 我们, need.
  stop,         ///< Grammatical words: 的, the.
  dont_know,    ///< Gives up: 不知道, no idea.
  count,
};

/// As the tables write it: `negate`, `judge`, …
[[nodiscard]] std::string_view name_of(Cue cue);

/// The kind of that name. Throws std::invalid_argument if there is none.
[[nodiscard]] Cue cue_named(std::string_view name);

/// A cue found in a text.
struct Mark {
  Cue cue = Cue::stop;
  Range range;
};

/// The first of marks in order of places that begins at `grain` or behind it.
[[nodiscard]] std::span<const Mark>::iterator mark_from(std::span<const Mark> marks,
                                                        std::size_t grain);

/// Those of marks in order of places that begin in the range, which may be empty or inverted.
[[nodiscard]] std::span<const Mark> marks_in(std::span<const Mark> marks, const Range& range);

/// Whether a cue of this kind begins in the range, which may be empty or inverted.
[[nodiscard]] bool has_cue(std::span<const Mark> marks, Cue cue, const Range& range);

/// The range without the words at its head that mean nothing there, as long as something is left.
[[nodiscard]] Range without_openers(const Range& range, std::span<const Mark> marks);

/// Whether cues of this kind deny, skip, take back or seem to.
[[nodiscard]] bool bears_on_polarity(Cue cue);

/// Whether words of this kind only hold others together, or guess at what they say.
[[nodiscard]] bool holds_together(Cue cue);

/// Whether cues of this kind deny by a judgement rather than by a negation.
[[nodiscard]] bool is_judgement(Cue cue);

/// Whether cues of this kind say outright that something is not so, or need not be.
[[nodiscard]] bool denies_by(Cue cue);

/// Whether cues of this kind leave something out, or take it back, rather than deny it.
[[nodiscard]] bool skips(Cue cue);

/// Whether words of this kind name nothing of a topic, so that what they cover is hidden from it.
[[nodiscard]] bool masks(Cue cue);

/// The cues of polarity from left to right: the longest at each place, none overlapping, so that a
/// harmless phrase disarms what it contains and 不同意 is not taken for 不同.
[[nodiscard]] std::vector<Mark> working_marks(std::span<const Mark> marks);

/// Whether something is denied, judged or abolished in `range` by a cue that is no part of a
/// harmless phrase.
[[nodiscard]] bool denies(std::span<const Mark> marks, const Range& range);

}  // namespace pith::grading
