// Any answer to any item. An input is lines of the item, a line `---`, and the answer:
//   zh            language, and behind a space the kind: points (if none), explained, answer, card,
//                 number, choices, cloze
//   怎样保证？     the question; of a cloze its text with the gaps
//   备份: 每天     a point with its detail; `+` before a line is another wording, `-` one to
//                 reject; `=`, `!` and `~` one that the learner overruled to hit, missed and
//                 contradicted, and behind ` < ` the answer it was taken from
//   ---
//   要备份
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "base/trim.h"
#include "deck/cloze.h"
#include "fuzzer.h"
#include "grading/explain.h"
#include "grading/grader.h"
#include "grading/reason.h"
#include "text/utf8.h"

namespace {

using namespace pith;
using fuzz::require;
using fuzz::take_until;
using grading::Verdict;

struct Question {
  deck::Item item;
  std::vector<grading::LearnedWording> learned;
  bool explained = false;  ///< Takes a hundred times as long as a grade, so only where it is asked.
};

std::optional<Verdict> taught_by(char mark) {
  switch (mark) {
    case '=':
      return Verdict::hit;
    case '!':
      return Verdict::missed;
    case '~':
      return Verdict::contradicted;
    default:
      return std::nullopt;
  }
}

void add_line(Question& question, std::string_view line) {
  constexpr std::size_t kMostPoints = 12;
  auto& item = question.item;
  const auto taught = line.empty() || item.points.empty() ? std::nullopt : taught_by(line.front());
  if (taught) {
    line.remove_prefix(1);
    const std::string text(take_until(line, " < "));
    question.learned.push_back({item.points.size() - 1, text, *taught, std::string(line)});
  } else if (line.starts_with('+') && !item.points.empty()) {
    item.points.back().accept.emplace_back(line.substr(1));
  } else if (line.starts_with('-') && !item.points.empty()) {
    item.points.back().reject.emplace_back(line.substr(1));
  } else if (!line.empty() && item.points.size() < kMostPoints) {
    deck::Point point;
    point.name = take_until(line, ": ");
    point.detail = line;
    point.id = "p" + std::to_string(item.points.size());
    point.name += point.name.empty() ? "x" : "";
    item.points.push_back(point);
  }
}

/// As the reader takes one: finite.
deck::NumberAnswer number_of(const std::string& text) {
  const double value = std::atof(text.c_str());
  return {std::isfinite(value) ? value : 0, 0.5};
}

/// Points are what the gaps hide. The item stays as it is where its question has none.
void make_cloze(deck::Item& item) {
  auto parsed = deck::parse_cloze(item.question);
  if (auto* cloze = std::get_if<deck::Cloze>(&parsed)) {
    item.kind = deck::Kind::cloze;
    item.question = deck::with_gaps(cloze->parts);
    item.points = std::move(cloze->points);
    item.cloze = std::move(cloze->parts);
  }
}

/// Options, gaps and a number stand in place of points, as the reader would make them.
void give_kind(deck::Item& item, std::string_view kind) {
  if (kind == "cloze") {
    make_cloze(item);
    return;
  }
  if (kind == "answer" || kind == "card") {
    item.kind = kind == "card" ? deck::Kind::card : deck::Kind::short_answer;
  } else if (kind == "number") {
    item.kind = deck::Kind::number;
    item.number = number_of(item.points[0].name);
  } else if (kind == "choices") {
    item.kind = deck::Kind::choices;
    for (const auto& point : item.points) {
      item.choices.push_back({point.name, item.choices.size() % 2 == 0});
    }
  }
  if (item.kind != deck::Kind::points) {
    item.points.resize(1);
  }
}

Question take_question(std::string_view& text) {
  Question question;
  auto& item = question.item;
  auto head = take_until(text, "\n---\n");
  auto kind = take_until(head, "\n");
  item.language = take_until(kind, " ");
  item.question = take_until(head, "\n");
  while (!head.empty()) {
    add_line(question, take_until(head, "\n"));
  }
  if (item.points.empty()) {
    add_line(question, "x");
  }
  give_kind(item, kind);
  std::erase_if(question.learned,
                [&](const auto& wording) { return wording.point >= item.points.size(); });
  question.explained = kind == "explained";
  return question;
}

bool is_bound(std::string_view text, std::size_t at) {
  return at == text.size() ||
         (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
}

void check_span(std::string_view answer, const grading::Span& span) {
  require(span.begin < span.end && span.end <= answer.size(), "evidence lies in the answer");
  require(is_bound(answer, span.begin) && is_bound(answer, span.end),
          "evidence ends between characters");
}

void check_point(std::string_view answer, const grading::PointResult& point) {
  const auto verdict = point.verdict;
  require(point.credit >= 0 && point.credit <= 1, "credit is a share");
  require(point.confidence >= 0 && point.confidence <= 1, "confidence is a probability");
  require(verdict != Verdict::hit || point.credit == 1, "a hit earns all");
  require((verdict != Verdict::missed && verdict != Verdict::contradicted) || point.credit == 0,
          "what is missed earns nothing");
  for (const auto& span : {point.evidence, point.nearest}) {
    if (span) {
      check_span(answer, *span);
    }
  }
  require(!grading::text_of(point.reason).empty(), "every verdict has a reason");
}

bool same(const grading::Grade& a, const grading::Grade& b) {
  return a.score == b.score && a.cut == b.cut &&
         std::ranges::equal(a.points, b.points, [](const auto& x, const auto& y) {
           return x.verdict == y.verdict && x.credit == y.credit && x.evidence == y.evidence &&
                  x.reason == y.reason && x.confidence == y.confidence && x.nearest == y.nearest;
         });
}

/// Something to say that can be typed: not blank, without a picture or a sound, which need not be.
bool can_be_typed(std::string_view text) {
  return !base::trimmed(text).empty() && text.find("![") == std::string_view::npos &&
         text.find("[sound:") == std::string_view::npos;
}

/// What an item asks for, as its deck has it, where there is one way to say that.
std::optional<std::string> right_answer(const deck::Item& item) {
  switch (item.kind) {
    case deck::Kind::card:
    case deck::Kind::short_answer:
      return can_be_typed(item.points[0].name) ? std::optional(item.points[0].name) : std::nullopt;
    case deck::Kind::number:
      return fmt::format("{}", item.number->value);
    case deck::Kind::cloze:
      return item.points.size() == 1 && can_be_typed(item.points[0].name)
                 ? std::optional(item.points[0].name)
                 : std::nullopt;
    default:
      return std::nullopt;
  }
}

void check_right(const deck::Item& item, const grading::PreparedItem& prepared) {
  if (const auto answer = right_answer(item)) {
    const auto grade = prepared.grade(*answer);
    require(grade.score == 1, "what the deck has is right");
    require(grade.points[0].evidence.has_value(), "what is right has its evidence");
  }
}

/// Such a wording counts like `reject` in the deck, which the shares of all points know.
bool contradicts(const grading::LearnedWording& wording) {
  return wording.verdict == Verdict::contradicted;
}

/// What was taught of one point moves no other.
void check_learned(const Question& question, std::string_view answer,
                   const grading::Grade& untaught) {
  const auto& learned = question.learned;
  const auto grade = grading::grade(question.item, answer, {}, learned);
  for (std::size_t p = 0; p < grade.points.size(); ++p) {
    check_point(answer, grade.points[p]);
    const bool is_taught =
        std::ranges::any_of(learned, [p](const auto& wording) { return wording.point == p; });
    require(is_taught || std::ranges::any_of(learned, contradicts) ||
                (grade.points[p].verdict == untaught.points[p].verdict &&
                 grade.points[p].credit == untaught.points[p].credit),
            "what is learned of one point moves no other");
  }
  require(same(grading::grade(question.item, answer, {}, learned), grade),
          "the same answer gets the same grade from what was learned");
  if (question.explained) {
    require(same(grading::explain(question.item, answer, {}, learned).grade, grade),
            "what is explained is the grade from what was learned");
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto valid = text::repair_utf8(fuzz::as_text(data, size));
  std::string_view answer = valid;
  const auto question = take_question(answer);
  const auto& item = question.item;
  const grading::PreparedItem prepared(item);
  const auto grade = prepared.grade(answer);
  require(grade.points.size() == item.points.size(), "every point has a verdict");
  require(grade.score >= 0 && grade.score <= 1, "the score is a share");
  for (const auto& point : grade.points) {
    check_point(answer, point);
  }
  require(same(prepared.grade(answer), grade), "the same answer gets the same grade");
  require(same(grading::grade(item, answer), grade), "so it does from an item made ready again");
  check_right(item, prepared);
  if (!question.learned.empty()) {
    check_learned(question, answer, grade);
  }
  if (question.explained) {
    require(same(grading::explain(item, answer).grade, grade), "what is explained is the grade");
  }
  return 0;
}
