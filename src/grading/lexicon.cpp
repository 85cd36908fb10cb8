#include "grading/lexicon.h"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <string>

#include "grading/embedded.h"
#include "grading/tables.h"

namespace pith::grading {
namespace {

constexpr std::size_t kLongestGap = 10;  ///< Grains that `~` may stand for.

constexpr std::array<std::string_view, static_cast<std::size_t>(Cue::count)> kCueNames = {
    "spare",     "negate",   "needless",   "judge",       "abolish",     "skip",  "correct",
    "prefer",    "instead",  "dissent",    "only",        "consequence", "bound", "reason",
    "condition", "harm",     "objection",  "doing",       "forbid",      "taboo", "ban",
    "permit",    "averse",   "lack",       "forgets",     "several",     "also",  "otherwise",
    "report",    "turn",     "pronoun",    "all",         "rest",        "hedge", "subject",
    "command",   "opener",   "connective", "conjunction", "joined",      "whole", "generic",
    "stop",      "dont-know"};

Cue cue_named(std::string_view name) {
  const auto found = std::find(kCueNames.begin(), kCueNames.end(), name);
  if (found == kCueNames.end()) {
    throw std::invalid_argument("unknown kind of cue: " + std::string(name));
  }
  return static_cast<Cue>(found - kCueNames.begin());
}

std::string_view first_column(std::string_view columns) {
  return columns.substr(0, columns.find('\t'));
}

std::vector<std::uint64_t> keys_of(std::string_view wording) {
  std::vector<std::uint64_t> keys;
  for (const auto& grain : grains_of(wording).list) {
    keys.push_back(grain.stem);
  }
  return keys;
}

/// "is a trap" as it is spoken: "it's a trap", "that's a trap"; "they're …" for "are …".
std::vector<std::vector<std::uint64_t>> spoken_forms(const std::vector<std::uint64_t>& keys) {
  std::vector<std::vector<std::uint64_t>> forms;
  const auto add = [&](std::string_view written, std::string_view spoken) {
    if (keys.size() > 1 && keys_of(written).front() == keys.front()) {
      forms.push_back(keys_of(spoken));
      forms.back().insert(forms.back().end(), keys.begin() + 1, keys.end());
    }
  };
  add("is", "it's");
  add("is", "that's");
  add("are", "they're");
  return forms;
}

bool continues(const Grains& text, std::size_t at) {
  return at < text.list.size() && text.list[at].before <= Break::space;
}

/// Whether a clause ends before the grain: a space between Chinese characters ends one too.
bool closes_clause(const Grains& text, std::size_t at) {
  return !continues(text, at) ||
         (text.list[at].before == Break::space && text.list[at].type == Grain::Type::han &&
          text.list[at - 1].type == Grain::Type::han);
}

/// Grains from `at` that equal `keys`, all of one piece; the end of the match, or `at` if none.
std::size_t match_run(std::span<const std::uint64_t> keys, const Grains& text, std::size_t at) {
  if (at + keys.size() > text.list.size()) {
    return at;
  }
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (text.list[at + i].stem != keys[i] || (i > 0 && !continues(text, at + i))) {
      return at;
    }
  }
  return at + keys.size();
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

}  // namespace

std::string_view data_table(std::string_view name) {
  return embedded(std::string(name) + ".tsv");
}

std::span<const Mark>::iterator mark_from(std::span<const Mark> marks, std::size_t grain) {
  return std::lower_bound(marks.begin(), marks.end(), grain,
                          [](const Mark& mark, std::size_t at) { return mark.range.begin < at; });
}

bool has_cue(std::span<const Mark> marks, Cue cue, const Range& range) {
  for (auto mark = mark_from(marks, range.begin);
       mark != marks.end() && mark->range.begin < range.end; ++mark) {
    if (mark->cue == cue) {
      return true;
    }
  }
  return false;
}

std::string_view name_of(Cue cue) {
  return kCueNames.at(static_cast<std::size_t>(cue));
}

bool bears_on_polarity(Cue cue) {
  return cue <= Cue::only;
}

std::vector<Mark> working_marks(std::span<const Mark> marks) {
  std::vector<Mark> chosen;
  std::size_t free_from = 0;
  for (std::size_t i = 0; i < marks.size();) {
    const auto at = marks[i].range.begin;
    std::optional<Mark> longest;
    for (; i < marks.size() && marks[i].range.begin == at; ++i) {
      const bool longer = !longest || marks[i].range.end > longest->range.end;
      if (bears_on_polarity(marks[i].cue) && longer) {
        longest = marks[i];
      }
    }
    if (longest && at >= free_from) {
      chosen.push_back(*longest);
      free_from = longest->range.end;
    }
  }
  return chosen;
}

bool denies(std::span<const Mark> marks, const Range& range) {
  const auto working = working_marks({mark_from(marks, range.begin), mark_from(marks, range.end)});
  return std::any_of(working.begin(), working.end(), [](const Mark& mark) {
    return mark.cue == Cue::negate || mark.cue == Cue::needless || mark.cue == Cue::judge ||
           mark.cue == Cue::abolish || mark.cue == Cue::instead || mark.cue == Cue::prefer;
  });
}

const Lexicon& Lexicon::general() {
  static const Lexicon lexicon(data_table("cues"));
  return lexicon;
}

Lexicon::Entry Lexicon::entry_of(Cue cue, std::string_view wording) {
  const bool opens = wording.starts_with('^');
  const bool closes = wording.ends_with('$');
  const bool led = wording.starts_with('(');
  const auto gap = std::min(wording.find('~'), wording.size());
  const auto after = wording.substr(std::min(gap + 1, wording.size()));
  if (led && keys_of(after).empty()) {
    throw std::invalid_argument("nothing stands behind the brackets of a cue: " +
                                std::string(wording));
  }
  return {cue, keys_of(wording.substr(0, gap)), keys_of(after), led, opens, closes};
}

Lexicon::Lexicon(std::string_view table) {
  for (const auto& [kind, columns] : text_rows(table)) {
    auto entry = entry_of(cue_named(kind), first_column(columns));
    if (!entry.keys.empty()) {
      for (auto& spoken : spoken_forms(entry.keys)) {
        const auto first = spoken.front();
        by_first_[first].push_back(
            {entry.cue, std::move(spoken), entry.after, entry.led, entry.opens, entry.closes});
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
  if (!found || (entry.opens && at > 0 && !closes_clause(text, at)) ||
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
  add_questions(text, marks);
  std::stable_sort(marks.begin(), marks.end(),
                   [](const Mark& a, const Mark& b) { return a.range.begin < b.range.begin; });
  return marks;
}

const Antonyms& Antonyms::general() {
  static const Antonyms antonyms(data_table("antonyms"));
  return antonyms;
}

Antonyms::Antonyms(std::string_view table) {
  const auto number_of = [this](std::string_view word) {
    const bool closes = word.ends_with('$');
    auto keys = keys_of(word.substr(0, word.size() - (closes ? 1 : 0)));
    auto& entries = by_first_[keys.front()];
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
      return entry.keys == keys && entry.closes == closes;
    });
    if (found != entries.end()) {
      return found->word;
    }
    entries.push_back({std::move(keys), closes, opposites_.size()});
    opposites_.emplace_back();
    return opposites_.size() - 1;
  };
  for (const auto& [a, b] : text_rows(table)) {
    const auto first = number_of(a);
    const auto second = number_of(first_column(b));
    opposites_[first].push_back(second);
    opposites_[second].push_back(first);
  }
}

std::vector<Antonyms::Found> Antonyms::words_in(const Grains& text) const {
  std::vector<Found> found;
  for (std::size_t at = 0; at < text.list.size(); ++at) {
    const auto* entries = by_first_.find(text.list[at].stem);
    if (entries == nullptr) {
      continue;
    }
    Found longest{{at, at}, 0};
    for (const auto& entry : *entries) {
      const auto end = match_run(entry.keys, text, at);
      if (end > longest.range.end && (!entry.closes || closes_clause(text, end))) {
        longest = {{at, end}, entry.word};
      }
    }
    if (longest.range.end > at) {
      found.push_back(longest);
    }
  }
  return found;
}

bool Antonyms::opposite(std::size_t word, std::size_t other) const {
  const auto& list = opposites_[word];
  return std::find(list.begin(), list.end(), other) != list.end();
}

}  // namespace pith::grading
