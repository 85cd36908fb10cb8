#include "grading/exact/units.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "grading/exact/folded_words.h"
#include "grading/exact/number_marks.h"
#include "grading/words/tables.h"
#include "text/utf8.h"

namespace pith::grading {
namespace {

using Units = std::vector<std::size_t>;
using UnitsBySpelling = std::unordered_map<std::string, Units>;

constexpr std::size_t kShortestWord = 3;  ///< Letters; what is shorter is a symbol.

std::string unit_folded(std::string_view spelling) {
  return text::to_utf8(fold_with_marks(spelling).text);
}

/// data/units.tsv
struct UnitTable {
  UnitsBySpelling as_written;
  UnitsBySpelling folded;

  static const UnitTable& general() {
    static const UnitTable table(data_table("units"));
    return table;
  }

 private:
  explicit UnitTable(std::string_view table) {
    std::size_t unit = 0;
    for (auto [first, others] : text_rows(table)) {
      add(first, unit);
      while (!others.empty()) {
        const auto spelling = others.substr(0, others.find('\t'));
        add(spelling, unit);
        others.remove_prefix(std::min(spelling.size() + 1, others.size()));
      }
      ++unit;
    }
  }

  void add(std::string_view spelling, std::size_t unit) {
    as_written[std::string(spelling)].push_back(unit);
    auto& alike = folded[unit_folded(spelling)];
    if (std::ranges::find(alike, unit) == alike.end()) {
      alike.push_back(unit);
    }
  }
};

/// The units of a spelling, or of what it is the plural of.
Units units_in(const UnitsBySpelling& units, const std::string& spelling) {
  if (const auto found = units.find(spelling); found != units.end()) {
    return found->second;
  }
  const bool plural = spelling.size() > kShortestWord - 1 && spelling.ends_with('s');
  const auto one = plural ? units.find(spelling.substr(0, spelling.size() - 1)) : units.end();
  return one == units.end() ? Units{} : one->second;
}

bool has_capitals(std::string_view spelling) {
  return std::ranges::any_of(spelling, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

UnitFound unit_at(std::u32string_view folded, std::size_t at) {
  constexpr std::size_t kLongestHan = 6;
  at = std::min(at, folded.size());
  at += at < folded.size() && folded[at] == U' ' ? 1U : 0U;
  auto end = at;
  while (latin_at(folded, end)) {
    ++end;
  }
  const auto shortest = end > at ? end : at + 1;
  end = end > at ? end : std::min(folded.size(), at + kLongestHan);
  for (; end >= shortest; --end) {
    const auto spelling = text::to_utf8(folded.substr(at, end - at));
    if (auto units = units_spelled(spelling, UnitWriter::learner); !units.empty()) {
      return {std::move(units), end};
    }
  }
  return {{}, at};
}

std::vector<std::size_t> units_spelled(std::string_view spelling, UnitWriter writer) {
  const auto& table = UnitTable::general();
  const bool in_deck = writer == UnitWriter::deck;
  if (in_deck || has_capitals(spelling)) {
    auto units = units_in(table.as_written, std::string(spelling));
    if (!units.empty() || (in_deck && spelling.size() <= kShortestWord && has_capitals(spelling))) {
      return units;
    }
  }
  return units_in(table.folded, unit_folded(spelling));
}

}  // namespace pith::grading
