// Every cue that steers contrast brings its own evidence: the third column of cues.tsv is a
// sentence it must catch, the fourth one that it must not touch.
#include "grading/words/lexicon.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "grading/words/tables.h"

namespace pith::grading {
namespace {

constexpr std::array kContrast = {
    Cue::spare,     Cue::negate,    Cue::needless,  Cue::judge,   Cue::abolish,   Cue::skip,
    Cue::correct,   Cue::prefer,    Cue::instead,   Cue::dissent, Cue::only,      Cue::consequence,
    Cue::bound,     Cue::reason,    Cue::condition, Cue::harm,    Cue::mishap,    Cue::remedy,
    Cue::objection, Cue::otherwise, Cue::report,    Cue::turn,    Cue::dont_know, Cue::doing,
    Cue::forbid,    Cue::all,       Cue::subject,   Cue::command, Cue::whole,     Cue::lack,
    Cue::forgets,   Cue::several,   Cue::also,      Cue::rest,    Cue::asks,      Cue::taboo,
    Cue::asks_when, Cue::ban,       Cue::permit,    Cue::averse,  Cue::hedge,     Cue::phrasal,
    Cue::seldom,    Cue::excess,    Cue::sparing,   Cue::undoing, Cue::relief,    Cue::duty,
    Cue::prevents,  Cue::enough,    Cue::gain,      Cue::even_so, Cue::keeping,   Cue::preamble,
    Cue::relative};

struct Row {
  Cue cue;
  std::string wording, catches, spares;
};

std::vector<std::string> columns_of(std::string_view line) {
  std::vector<std::string> columns;
  for (std::size_t tab = 0; tab != std::string_view::npos;) {
    tab = line.find('\t');
    columns.emplace_back(line.substr(0, tab));
    line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
  }
  columns.resize(4);
  return columns;
}

std::vector<Row> contrast_rows() {
  std::vector<Row> rows;
  auto table = data_table("cues");
  while (!table.empty()) {
    const auto line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(table.size(), line.size() + 1));
    const auto columns = columns_of(line);
    const auto cue = std::find_if(kContrast.begin(), kContrast.end(),
                                  [&](Cue kind) { return name_of(kind) == columns[0]; });
    if (cue != kContrast.end()) {
      rows.push_back({*cue, columns[1], columns[2], columns[3]});
    }
  }
  return rows;
}

bool is_denial(Cue cue) {
  return cue == Cue::negate || cue == Cue::needless || cue == Cue::judge || cue == Cue::abolish ||
         cue == Cue::prefer || cue == Cue::instead;
}

/// Whether a cue of this kind is at work in the sentence. A harmless phrase is at work where it
/// leaves nothing denied.
bool at_work(Cue cue, const std::string& sentence) {
  const auto text = grains_of(sentence);
  const auto marks = Lexicon::general().marks_of(text);
  const bool denied = denies(marks, {0, text.list.size()});
  if (cue == Cue::spare || is_denial(cue)) {
    return denied == is_denial(cue);
  }
  const auto found = bears_on_polarity(cue) ? working_marks(marks) : marks;
  return std::any_of(found.begin(), found.end(), [&](const Mark& m) { return m.cue == cue; });
}

bool stands_in(const Row& row, const std::string& sentence) {
  const Lexicon alone(std::string(name_of(row.cue)) + '\t' + row.wording);
  return !alone.marks_of(grains_of(sentence)).empty();
}

}  // namespace

TEST_CASE("every cue of contrast catches its sentence", "[lexicon]") {
  const auto rows = contrast_rows();
  REQUIRE(rows.size() > 1000);
  for (const auto& row : rows) {
    CAPTURE(name_of(row.cue), row.wording, row.catches);
    CHECK(stands_in(row, row.catches));
    CHECK(at_work(row.cue, row.catches));
  }
}

TEST_CASE("every cue of contrast leaves its other sentence alone", "[lexicon]") {
  for (const auto& row : contrast_rows()) {
    CAPTURE(name_of(row.cue), row.wording, row.spares);
    CHECK_FALSE(row.spares.empty());
    CHECK_FALSE(at_work(row.cue, row.spares));
  }
}

TEST_CASE("a cue is heard in the past of its irregular verb", "[lexicon]") {
  const auto answer = GENERATE(as<std::string>{}, "We gave up the night shift",
                               "The night shift was given up", "They did away with the night shift",
                               "He got rid of the night shift", "She threw out the night shift");
  CAPTURE(answer);
  CHECK(at_work(Cue::abolish, answer));
  CHECK_FALSE(at_work(Cue::abolish, "We gave the night shift a bell"));
}

TEST_CASE("a cue may ask for what stands before it, and for the end of its clause", "[lexicon]") {
  const Lexicon lexicon("instead\t(choose ~)over\njudge\tcan go$\n");
  const auto found = [&](const std::string& sentence) {
    std::vector<std::string> words;
    const auto text = grains_of(sentence);
    for (const auto& mark : lexicon.marks_of(text)) {
      const auto span = text.span(mark.range);
      words.push_back(sentence.substr(span.begin, span.end - span.begin));
    }
    return words;
  };
  CHECK(found("I choose tea over milk") == std::vector<std::string>{"over"});
  CHECK(found("The milk boils over").empty());
  CHECK(found("The milk can go, the tea stays") == std::vector<std::string>{"can go"});
  CHECK(found("The milk can go sour").empty());
  CHECK_THROWS_AS(Lexicon("instead\t(choose)\n"), std::invalid_argument);
}

TEST_CASE("a verb on both sides of its negation denies nothing", "[lexicon]") {
  const auto denied = [](const std::string& sentence) {
    const auto text = grains_of(sentence);
    return denies(Lexicon::general().marks_of(text), {0, text.list.size()});
  };
  CHECK_FALSE(denied("票查不查由他定"));
  CHECK(denied("他从来不查票"));
  CHECK(denied("这笔费用不用你出"));
}

}  // namespace pith::grading
