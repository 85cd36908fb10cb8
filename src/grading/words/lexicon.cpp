#include "grading/words/lexicon.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "grading/words/table_words.h"
#include "grading/words/tables.h"

namespace pith::grading {
namespace {

constexpr std::size_t kLongestGap = 10;  ///< Grains that `~` may stand for.

/// What cues begin with and how else it is said: "it's a trap" for "is a trap", and verbs whose
/// past has another stem.
constexpr auto kSpoken =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"is", "it's"},
                                                                  {"is", "that's"},
                                                                  {"are", "they're"},
                                                                  {"give", "gave"},
                                                                  {"give", "given"},
                                                                  {"do", "did"},
                                                                  {"do", "done"},
                                                                  {"get", "got"},
                                                                  {"get", "gotten"},
                                                                  {"throw", "threw"},
                                                                  {"throw", "thrown"},
                                                                  {"leave", "left"},
                                                                  {"say", "said"},
                                                                  {"keep", "kept"},
                                                                  {"hold", "held"},
                                                                  {"take", "took"},
                                                                  {"take", "taken"}});

struct SpokenForm {
  std::uint64_t written = 0;
  std::vector<std::uint64_t> spoken;
};

const std::vector<SpokenForm>& all_spoken_forms() {
  static const auto forms = [] {
    std::vector<SpokenForm> made;
    for (const auto& [written, spoken] : kSpoken) {
      made.push_back({keys_of(written).front(), keys_of(spoken)});
    }
    return made;
  }();
  return forms;
}

/// The cue as it is spoken in other forms, if it has more than one word.
std::vector<std::vector<std::uint64_t>> spoken_forms(const std::vector<std::uint64_t>& keys) {
  std::vector<std::vector<std::uint64_t>> forms;
  for (const auto& form : all_spoken_forms()) {
    if (keys.size() > 1 && form.written == keys.front()) {
      forms.push_back(form.spoken);
      forms.back().insert(forms.back().end(), keys.begin() + 1, keys.end());
    }
  }
  return forms;
}

/// 查不查: a verb on both sides of its negation asks whether, and denies nothing; but not 费用不用,
/// where the first is the end of a word.
void add_questions(const Grains& text, std::vector<Mark>& marks) {
  std::vector<bool> ends_word(text.list.size() + 1, false);
  for (const auto& mark : marks) {
    ends_word[mark.range.end - 1] =
        ends_word[mark.range.end - 1] || (mark.cue == Cue::whole && mark.range.size() > 1);
  }
  for (std::size_t at = 0; at + 2 < text.list.size(); ++at) {
    const auto& verb = text.list[at];
    const auto& denial = text.list[at + 1];
    const auto& again = text.list[at + 2];
    if (verb.type == Grain::Type::han && denial.key == U'不' && verb.key == again.key &&
        denial.before == Break::none && again.before == Break::none && !ends_word[at]) {
      marks.push_back({Cue::spare, {at, at + 3}});
    }
  }
}

/// 便 in 便宜 is no "then", nor 同 in 合同 an "and".
void drop_contained(std::vector<Mark>& marks) {
  std::vector<Mark> words;
  std::ranges::copy_if(marks, std::back_inserter(words),
                       [](const Mark& mark) { return mark.cue == Cue::joined; });
  std::erase_if(marks, [&](const Mark& mark) {
    return (mark.cue == Cue::consequence || mark.cue == Cue::conjunction) &&
           std::ranges::any_of(words, [&](const Mark& word) {
             return word.range.begin <= mark.range.begin && mark.range.end <= word.range.end;
           });
  });
}

}  // namespace

const Lexicon& Lexicon::general() {
  static const Lexicon lexicon(data_table("cues"));
  return lexicon;
}

Lexicon::Entry Lexicon::entry_of(Cue cue, std::string_view wording) {
  const bool opens = wording.starts_with('^');
  const bool spelt = wording.starts_with('=');
  const bool closes = wording.ends_with('$');
  const bool led = wording.starts_with('(');
  const auto gap = std::min(wording.find('~'), wording.size());
  const auto after = wording.substr(std::min(gap + 1, wording.size()));
  if (led && keys_of(after).empty()) {
    throw std::invalid_argument("nothing stands behind the brackets of a cue: " +
                                std::string(wording));
  }
  const auto spelling =
      spelt ? std::optional(grains_of(wording.substr(1)).list.front().key) : std::nullopt;
  return {cue,     keys_of(wording.substr(spelt ? 1 : 0, gap)), keys_of(after), led, opens, closes,
          spelling};
}

Lexicon::Lexicon(std::string_view table) {
  for (const auto& [kind, columns] : text_rows(table)) {
    auto entry = entry_of(cue_named(kind), first_column(columns));
    if (!entry.keys.empty()) {
      for (auto& spoken : spoken_forms(entry.keys)) {
        const auto first = spoken.front();
        by_first_[first].push_back(
            {entry.cue, std::move(spoken), entry.after, entry.led, entry.opens, entry.closes, {}});
      }
      by_first_[entry.keys.front()].push_back(std::move(entry));
    }
  }
}

std::optional<Lexicon::Found> Lexicon::find(const Entry& entry, const Grains& text,
                                            std::size_t at) {
  const auto end = match_run(entry.keys, text, at);
  if (end == at) {
    return std::nullopt;
  }
  if (entry.after.empty()) {
    return Found{{at, end}, {end, end}};
  }
  for (std::size_t i = end + 1; i <= end + kLongestGap && continues(text, i - 1); ++i) {
    const auto tail = continues(text, i) ? match_run(entry.after, text, i) : i;
    if (tail != i) {
      return Found{{at, end}, {i, tail}};
    }
  }
  return std::nullopt;
}

std::optional<Range> Lexicon::match(const Entry& entry, const Grains& text, std::size_t at) {
  const auto found = find(entry, text, at);
  if (!found || (entry.spelling && text.list[at].key != *entry.spelling) ||
      (entry.opens && at > 0 && !closes_clause(text, at)) ||
      (entry.closes && !closes_clause(text, found->second.end))) {
    return std::nullopt;
  }
  return entry.led ? found->second : Range{found->first.begin, found->second.end};
}

std::vector<Mark> Lexicon::marks_of(const Grains& text) const {
  std::vector<Mark> marks;
  for (std::size_t at = 0; at < text.list.size(); ++at) {
    const auto* entries = by_first_.find(text.list[at].stem);
    if (entries == nullptr) {
      continue;
    }
    const auto first = marks.size();
    for (const auto& entry : *entries) {
      const auto range = match(entry, text, at);
      if (!range) {
        continue;
      }
      const auto same = std::find_if(
          marks.begin() + static_cast<std::ptrdiff_t>(first), marks.end(), [&](const Mark& mark) {
            return mark.cue == entry.cue && mark.range.begin == range->begin;
          });
      if (same == marks.end()) {
        marks.push_back({entry.cue, *range});
      } else {
        same->range.end = std::max(same->range.end, range->end);
      }
    }
  }
  drop_contained(marks);
  add_questions(text, marks);
  std::stable_sort(marks.begin(), marks.end(),
                   [](const Mark& a, const Mark& b) { return a.range.begin < b.range.begin; });
  return marks;
}

}  // namespace pith::grading
