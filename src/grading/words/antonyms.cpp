#include "grading/words/antonyms.h"

#include <algorithm>
#include <utility>

#include "grading/words/table_words.h"
#include "grading/words/tables.h"

namespace pith::grading {

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
