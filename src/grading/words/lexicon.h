// General words of the language that steer grading: negations, judgements, turns, fillers. They
// live in data/cues.tsv and are compiled in; this file finds them in a text.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "grading/words/cues.h"
#include "grading/words/grains.h"
#include "grading/words/key_map.h"

namespace pith::grading {

/// Finds cues by their wordings.
class Lexicon {
 public:
  /// The compiled-in lists.
  static const Lexicon& general();

  /// Entries `kind <tab> wording`. In a wording `~` stands for a few words between, what is in
  /// (brackets) must stand before the cue and is no part of it; `^` in front is the beginning of a
  /// clause, `$` behind its end; what `=` stands before is spelt like that and not only of the
  /// same stem (rarely, not rare).
  /// Lines that begin with # and further columns are ignored. Throws std::invalid_argument for an
  /// unknown kind.
  explicit Lexicon(std::string_view table);

  /// The longest match of each kind at each place, in order of places. A match never spans a break
  /// in the text.
  [[nodiscard]] std::vector<Mark> marks_of(const Grains& text) const;

 private:
  struct Entry {
    Cue cue;
    std::vector<std::uint64_t> keys;        ///< Before the gap, or all.
    std::vector<std::uint64_t> after;       ///< Behind the gap, if there is one.
    bool led = false;                       ///< The cue is what stands behind the gap.
    bool opens = false;                     ///< It begins a clause,
    bool closes = false;                    ///< or ends one.
    std::optional<std::uint64_t> spelling;  ///< Of its first word, where that counts.
  };

  /// The words before a gap and behind it.
  struct Found {
    Range first;
    Range second;  ///< Empty without a gap.
  };

  [[nodiscard]] static Entry entry_of(Cue cue, std::string_view wording);
  [[nodiscard]] static std::optional<Found> find(const Entry& entry, const Grains& text,
                                                 std::size_t at);
  [[nodiscard]] static std::optional<Range> match(const Entry& entry, const Grains& text,
                                                  std::size_t at);

  KeyMap<std::vector<Entry>> by_first_;
};

}  // namespace pith::grading
