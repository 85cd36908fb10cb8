// Does an overruled verdict stand when the same answer is given again, do other points keep their
// verdicts, and what does a learned wording do to other answers?
//   overrule_again [--encoder WEIGHTS] DECK ANSWERS.jsonl …
// In every labelled answer the points that were missed and those that were hit are overruled, one
// at a time. What was missed though its label says that it is stated also teaches; the other
// answers to the question tell whether the hits that come of it are right.
#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "deck/collection.h"
#include "grading/grader.h"
#include "overrule_input.h"
#include "session/phrase.h"

namespace {

using namespace pith;
using grading::Verdict;

struct Counts {
  std::size_t overruled = 0;
  std::size_t taught = 0;
  std::size_t same = 0;        ///< The same answer has the verdict that it was given.
  std::size_t rearranged = 0;  ///< So has one with its sentences in the opposite order.
  std::size_t padded = 0;      ///< So has one with a sentence that tells nothing.
  std::size_t others = 0;      ///< A point that was not overruled has another verdict.
};

double percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

void print(std::string_view name, const Counts& counts) {
  fmt::print(
      "to {}: {}; taught {:.1f} %; stands in the same answer {:.1f} %, in the opposite order "
      "{:.1f} %, with more that tells nothing {:.1f} %; other points changed in {:.1f} %\n",
      name, counts.overruled, percent(counts.taught, counts.overruled),
      percent(counts.same, counts.overruled), percent(counts.rearranged, counts.overruled),
      percent(counts.padded, counts.overruled), percent(counts.others, counts.overruled));
}

std::string in_opposite_order(const std::string& answer) {
  constexpr std::array<std::string_view, 4> kEnds = {"。", "；", ". ", "\n"};
  std::string out;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < answer.size();) {
    const auto* end = std::find_if(kEnds.begin(), kEnds.end(), [&](std::string_view mark) {
      return answer.compare(at, mark.size(), mark) == 0;
    });
    at += end == kEnds.end() ? 1 : end->size();
    if (end != kEnds.end()) {
      out.insert(0, answer.substr(begin, at - begin));
      begin = at;
    }
  }
  return begin == 0 ? answer : answer.substr(begin) + "\n" + out;
}

class Trial {
 public:
  Trial(const deck::Item& item, std::vector<bench::Labelled> answers, grading::Options options)
      : item_(item),
        answers_(std::move(answers)),
        options_(options),
        untaught_(item, options, {}),
        idle_(item.language.starts_with("zh") ? "。今天天气不错。" : ". The weather is nice.") {
    for (const auto& answer : answers_) {
      before_.push_back(untaught_.grade(answer.text));
    }
  }

  void run(std::map<Verdict, Counts>& counts) {
    for (std::size_t a = 0; a < answers_.size(); ++a) {
      for (std::size_t p = 0; p < item_.points.size(); ++p) {
        const auto verdict = before_[a].points[p].verdict;
        if (verdict == Verdict::hit || verdict == Verdict::missed) {
          const auto to = verdict == Verdict::hit ? Verdict::missed : Verdict::hit;
          overrule(a, p, to, counts[to]);
        }
      }
    }
  }

  std::size_t right = 0;  ///< Hits in other answers that a wording made.
  std::size_t wrong = 0;

 private:
  [[nodiscard]] std::vector<grading::LearnedWording> taught(std::size_t a, std::size_t p,
                                                            Verdict verdict) const {
    session::Result result;
    result.item = &item_;
    result.answer = answers_[a].text;
    for (std::size_t i = 0; i < item_.points.size(); ++i) {
      session::PointOutcome outcome;
      outcome.point = i;
      outcome.graded = before_[a].points[i];
      outcome.credit = outcome.graded.credit;
      outcome.verdict = i == p ? verdict : outcome.graded.verdict;
      result.points.push_back(std::move(outcome));
    }
    const auto wording = session::wording_taught(result, p);
    return wording ? std::vector<grading::LearnedWording>{{p, *wording, verdict, answers_[a].text}}
                   : std::vector<grading::LearnedWording>{};
  }

  void overrule(std::size_t a, std::size_t p, Verdict to, Counts& counts) {
    ++counts.overruled;
    const auto learned = taught(a, p, to);
    if (learned.empty()) {
      return;
    }
    ++counts.taught;
    const auto& text = answers_[a].text;
    const grading::PreparedItem taught(item_, options_, learned);
    const auto after = taught.grade(text);
    counts.same += after.points[p].verdict == to ? 1U : 0U;
    counts.rearranged += taught.grade(in_opposite_order(text)).points[p].verdict == to ? 1U : 0U;
    counts.padded += taught.grade(text + idle_).points[p].verdict == to ? 1U : 0U;
    bool changed = false;
    for (std::size_t i = 0; i < after.points.size(); ++i) {
      changed |= i != p && after.points[i].verdict != before_[a].points[i].verdict;
    }
    counts.others += changed ? 1U : 0U;
    if (to == Verdict::hit && answers_[a].points.at(p) == 1) {
      compare(a, p, taught);
    }
  }

  void compare(std::size_t a, std::size_t p, const grading::PreparedItem& taught) {
    for (std::size_t other = 0; other < answers_.size(); ++other) {
      if (other != a && before_[other].points[p].verdict != Verdict::hit &&
          taught.grade(answers_[other].text).points[p].verdict == Verdict::hit) {
        ++(answers_[other].points.at(p) == 1 ? right : wrong);
      }
    }
  }

  const deck::Item& item_;
  std::vector<bench::Labelled> answers_;
  grading::Options options_;
  grading::PreparedItem untaught_;
  std::vector<grading::Grade> before_;
  std::string idle_;
};

}  // namespace

int main(int argc, char** argv) try {
  int at = 1;
  const auto encoder = bench::encoder_at(at, argc, argv);
  if (argc - at < 2) {
    fmt::print(stderr, "usage: overrule_again [--encoder WEIGHTS] DECK ANSWERS …\n");
    return 2;
  }
  const auto deck = deck::read_deck_file(argv[at]).deck.value();
  const auto answers = bench::answers_in(argc - at - 1, argv + at + 1, deck);
  std::map<Verdict, Counts> counts;
  std::size_t right = 0;
  std::size_t wrong = 0;
  for (const auto& item : deck.items) {
    if (const auto own = answers.find(item.id); own != answers.end()) {
      Trial trial(item, own->second, {true, encoder.get()});
      trial.run(counts);
      right += trial.right;
      wrong += trial.wrong;
    }
  }
  print("missed", counts[Verdict::missed]);
  print("hit", counts[Verdict::hit]);
  fmt::print("hits that came of it in other answers: {} right, {} wrong\n", right, wrong);
  return 0;
} catch (const std::exception& error) {
  fmt::print(stderr, "overrule_again: {}\n", error.what());
  return 1;
}
