#include "grading/fairness.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "grading/grader.h"
#include "grading/reason.h"
#include "grading/words/grains.h"
#include "grading/words/lexicon.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace pith::grading {
namespace {

using deck::Diagnostic;
using deck::Diagnostics;
using deck::Severity;

constexpr double kCountsAsHit = 0.5;

Diagnostic complaint(const deck::Deck& deck, Severity severity, deck::Position at,
                     std::string message, std::string hint) {
  return {severity, deck.path, at, std::move(message), std::move(hint), {}};
}

void grade_samples(const deck::Deck& deck, const deck::Item& item, Diagnostics& found) {
  if (item.samples.empty()) {
    return;
  }
  const PreparedItem prepared(item);
  for (const auto& sample : item.samples) {
    const auto grade = prepared.grade(sample.answer);
    for (std::size_t i = 0; i < item.points.size(); ++i) {
      const bool hit = grade.points[i].credit >= kCountsAsHit;
      const bool expected = std::binary_search(sample.hits.begin(), sample.hits.end(), i);
      if (hit == expected) {
        continue;
      }
      found.push_back(complaint(
          deck, Severity::error, sample.at,
          fmt::format("this sample {} '{}': {}", hit ? "hits" : "does not hit", item.points[i].name,
                      text_of(grade.points[i].reason)),
          hit ? "add the point to 'hits', or set the points apart"
              : "add the sample's words to the point's 'accept', or remove the point from 'hits'"));
    }
  }
}

bool is_latin_word(char32_t c) {
  return text::is_letter_or_digit(c) && !text::is_han(c);
}

/// Whether the question has the point's name, as whole words where it is no Han.
bool gives_away(const std::u32string& question, const std::u32string& name) {
  for (auto at = name.empty() ? std::u32string::npos : question.find(name);
       at != std::u32string::npos; at = question.find(name, at + 1)) {
    const auto end = at + name.size();
    const bool cut_before =
        at > 0 && is_latin_word(question[at - 1]) && is_latin_word(question[at]);
    const bool cut_behind =
        end < question.size() && is_latin_word(question[end - 1]) && is_latin_word(question[end]);
    if (!cut_before && !cut_behind) {
      return true;
    }
  }
  return false;
}

/// Everything that hits a point by intent: its name, the other wordings and the detail.
std::vector<std::string> texts_of(const deck::Point& point) {
  std::vector<std::string> texts = {point.name};
  texts.insert(texts.end(), point.accept.begin(), point.accept.end());
  if (!point.detail.empty()) {
    texts.push_back(point.detail);
  }
  return texts;
}

/// Whether the text has a word that is neither in the question nor a filler.
bool says_something(const std::string& text, const std::unordered_set<std::uint64_t>& asked) {
  const auto grains = grains_of(text);
  const auto marks = Lexicon::general().marks_of(grains);
  std::vector<bool> filler(grains.list.size(), false);
  for (const auto& mark : marks) {
    if (mark.cue == Cue::stop || mark.cue == Cue::generic) {
      std::fill(filler.begin() + static_cast<std::ptrdiff_t>(mark.range.begin),
                filler.begin() + static_cast<std::ptrdiff_t>(mark.range.end), true);
    }
  }
  for (std::size_t i = 0; i < filler.size(); ++i) {
    if (!filler[i] && !asked.contains(grains.list[i].stem)) {
      return true;
    }
  }
  return false;
}

/// Whether nothing that the point says sets it apart from the question and from any answer.
bool is_vague(const deck::Item& item, const deck::Point& point) {
  std::unordered_set<std::uint64_t> asked;
  for (const auto& grain : grains_of(item.question).list) {
    asked.insert(grain.stem);
  }
  const auto texts = texts_of(point);
  return std::none_of(texts.begin(), texts.end(),
                      [&](const std::string& text) { return says_something(text, asked); });
}

/// Whether the point has this text, spelt alike, among its own: a grade gives it to one point only.
bool has_text(const deck::Point& point, const std::string& text) {
  const auto spelt = text::fold(text).text;
  return std::ranges::any_of(texts_of(point),
                             [&](const std::string& own) { return text::fold(own).text == spelt; });
}

/// Warns of the first wording or detail of the point that states another one as well.
void find_overlap(const deck::Deck& deck, const deck::Item& item, const PreparedItem& prepared,
                  std::size_t index, Diagnostics& found) {
  const auto& point = item.points[index];
  for (const auto& wording : texts_of(point)) {
    const auto grade = prepared.grade(wording);
    for (std::size_t other = 0; other < item.points.size(); ++other) {
      if (other != index && grade.points[index].credit >= kCountsAsHit &&
          (grade.points[other].credit >= kCountsAsHit || has_text(item.points[other], wording))) {
        found.push_back(complaint(deck, Severity::warning, point.at,
                                  fmt::format("'{}' hits both '{}' and '{}'", wording, point.name,
                                              item.points[other].name),
                                  "set the points apart, or make one of them"));
        return;
      }
    }
  }
}

/// Warns of each `reject` wording that does not contradict its point when it is said.
void find_powerless(const deck::Deck& deck, const deck::Point& point, const PreparedItem& prepared,
                    std::size_t index, Diagnostics& found) {
  for (const auto& wording : point.reject) {
    const auto result = prepared.grade(wording).points[index];
    if (result.verdict != Verdict::contradicted) {
      found.push_back(complaint(
          deck, Severity::warning, point.at,
          fmt::format("'{}' is to reject '{}' and does not: {}", wording, point.name,
                      text_of(result.reason)),
          "say it with words of its own that no 'accept' and no detail of the point has"));
    }
  }
}

void examine_points(const deck::Deck& deck, const deck::Item& item, Diagnostics& found) {
  const PreparedItem prepared(item);
  const auto question = text::fold(item.question).text;
  for (std::size_t i = 0; i < item.points.size(); ++i) {
    const auto& point = item.points[i];
    if (gives_away(question, text::fold(point.name).text)) {
      found.push_back(complaint(deck, Severity::warning, point.at,
                                fmt::format("the question gives the point '{}' away", point.name),
                                "name the point by what the question does not say"));
    } else if (is_vague(item, point)) {
      found.push_back(complaint(
          deck, Severity::warning, point.at,
          fmt::format("the point '{}' is too vague: it has only fillers and words of the question",
                      point.name),
          "say in the name or in 'detail' what an answer must contain"));
    } else if (prepared.grade(point.name).points[i].credit < kCountsAsHit) {
      found.push_back(complaint(
          deck, Severity::warning, point.at,
          fmt::format("the point '{}' is too vague: its own name does not hit it", point.name),
          "name it by words that neither the question nor the other points share"));
    }
    find_overlap(deck, item, prepared, i, found);
    find_powerless(deck, point, prepared, i, found);
  }
}

void find_repeated_questions(const deck::Deck& deck, Diagnostics& found) {
  std::unordered_map<std::string, const deck::Item*> seen;
  for (const auto& item : deck.items) {
    const auto spelled_alike = text::to_utf8(text::fold(item.question).text);
    const auto [first, fresh] = seen.emplace(text::identity_of(spelled_alike), &item);
    if (!fresh && item.kind != deck::Kind::cloze) {
      found.push_back(
          complaint(deck, Severity::warning, item.at,
                    fmt::format("this question is asked by '{}' as well", first->second->id),
                    "make one item of the two, or ask for what sets them apart"));
    }
  }
}

}  // namespace

Diagnostics failed_samples(const deck::Deck& deck) {
  Diagnostics found;
  for (const auto& item : deck.items) {
    grade_samples(deck, item, found);
  }
  return found;
}

Diagnostics unfair_points(const deck::Deck& deck) {
  Diagnostics found;
  find_repeated_questions(deck, found);
  for (const auto& item : deck.items) {
    if (item.kind == deck::Kind::points) {
      examine_points(deck, item, found);
    }
  }
  return found;
}

}  // namespace pith::grading
