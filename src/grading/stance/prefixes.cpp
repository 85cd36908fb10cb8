#include "grading/stance/prefixes.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "grading/reason.h"

namespace pith::grading {
namespace {

struct Prefix {
  std::u32string_view letters;
  std::size_t least = 0;  ///< Letters of what it may stand before: uniform is no opposite of iform.
};

constexpr Prefix kPrefixes[] = {{U"un", 5}, {U"non", 5}, {U"in", 7},
                                {U"im", 7}, {U"ir", 7},  {U"dis", 7}};
constexpr std::size_t kShortestName = 2;  ///< Characters of a name that one may stand before.

bool is_prefixed(std::u32string_view word, std::u32string_view bare) {
  constexpr std::array kAlike = {std::u32string_view(U"inflammable"),
                                 std::u32string_view(U"invaluable")};
  return std::ranges::find(kAlike, word) == kAlike.end() &&
         std::ranges::any_of(kPrefixes, [&](const Prefix& prefix) {
           return bare.size() >= prefix.least &&
                  word.size() == prefix.letters.size() + bare.size() &&
                  word.starts_with(prefix.letters) && word.ends_with(bare);
         });
}

/// Whether a prefix that is written apart stands before the word: non-linear.
bool follows_non(const Grains& text, std::size_t at) {
  static const auto non = stem_of("non");
  return at > 0 && text.list[at - 1].stem == non && text.list[at].before < Break::clause;
}

/// 非, 无 or the like right before the characters at a place, and no part of another word.
bool follows_denying(const Grains& text, std::size_t at) {
  constexpr std::u32string_view kDenying = U"非无未免";
  constexpr std::u32string_view kBefore = U"除并莫毫绝从是无";  // 除非, 毫无, 从未, 无非
  return at > 0 && text.list[at].before == Break::none &&
         kDenying.find(han_at(text, at - 1)) != kDenying.npos &&
         (at == 1 || han_at(text, at - 2) == U'\0' ||
          kBefore.find(han_at(text, at - 2)) == kBefore.npos);
}

/// A word as it is spelt with what stands apart before it: nonlinear, for non-linear.
std::u32string joined_at(const Grains& text, std::size_t at) {
  const auto word = text.spelling(text.list[at]);
  return follows_non(text, at) ? std::u32string(U"non").append(word) : std::u32string(word);
}

/// Whether a word of a text has a prefix that a word of a name lacks, or lacks one that it has.
bool turns(const Grains& text, std::size_t at, const Wording& name, std::size_t own) {
  const auto word = text.spelling(text.list[at]);
  const auto bare = name.grains.spelling(name.grains.list[own]);
  if (!word.ends_with(bare) && !bare.ends_with(word)) {
    return false;
  }
  const auto said = joined_at(text, at);
  const auto meant = joined_at(name.grains, own);
  return is_prefixed(said, meant) || is_prefixed(meant, said);
}

class PrefixFinder {
 public:
  explicit PrefixFinder(const Passage& answer) : answer_(answer) {}

  /// The words of the text that a name has the other way round.
  [[nodiscard]] std::vector<Range> turned(const Wording& name) const {
    std::vector<Range> found;
    for (std::size_t at = 0; at < answer_.text.list.size(); ++at) {
      if (has_denied_name(name, at)) {
        found.push_back({at - 1, at + name.grains.list.size()});
      } else if (answer_.text.list[at].type == Grain::Type::word && has_turned_word(name, at)) {
        found.push_back({at - (follows_non(answer_.text, at) ? 1 : 0), at + 1});
      }
    }
    return found;
  }

 private:
  /// Whether a name of Chinese characters stands there, with one that denies it before.
  [[nodiscard]] bool has_denied_name(const Wording& name, std::size_t at) const {
    const auto& own = name.grains.list;
    const auto end = at + own.size();
    return own.size() >= kShortestName && end <= answer_.text.list.size() &&
           own.front().type == Grain::Type::han && follows_denying(answer_.text, at) &&
           same_words(own, answer_.text.in({at, end})) &&
           !denies(answer_.marks, {at, answer_.segments.clause_around(at).end});
  }

  /// Whether the word there turns one of the name round, which stands nowhere as it is there, in a
  /// clause that neither denies nor does away with it.
  [[nodiscard]] bool has_turned_word(const Wording& name, std::size_t at) const {
    const auto& clause = answer_.segments.clause_around(at);
    const auto& own = name.grains.list;
    for (std::size_t place = 0; place < own.size(); ++place) {
      const auto is_said = [&](const Grain& other) {
        return &other != &answer_.text.list[at] && other.key == own[place].key;
      };
      if (own[place].type == Grain::Type::word && turns(answer_.text, at, name, place) &&
          std::ranges::none_of(answer_.text.list, is_said)) {
        return !denies(answer_.marks, clause) && !answer_.has(Cue::undoing, clause);
      }
    }
    return false;
  }

  Passage answer_;
};

}  // namespace

void add_prefixed(const Heard& heard, Polarity& polarity) {
  const PrefixFinder finder(heard);
  for (std::size_t t = 0; !heard.segments.clauses.empty() && t < heard.targets.list.size(); ++t) {
    for (const auto& word : finder.turned(heard.targets.list[t].name())) {
      const auto& clause = heard.segments.clause_around(word.begin);
      polarity.voids[t].push_back({clause, reason::kRejected, word, {}, nullptr});
    }
  }
}

}  // namespace pith::grading
