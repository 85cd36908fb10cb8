// Is one overrule enough? Says what share of paraphrases that were missed are hit when they are
// said in other words after one overruling, and whether verdicts of other points change by it.
//   overrule_bench [--encoder WEIGHTS] PARAPHRASES.tsv DECK.yaml DECK.en.yaml [ANSWERS.jsonl …]
// Lines: item (`en:` for the second deck), point, what was said, how it is said the next time.
// Every line is tried alone and between the names of two other points. ANSWERS are to the first
// deck.
#include <array>
#include <fstream>
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

struct Case {
  const deck::Item* item = nullptr;
  std::size_t point = 0;
  std::string said;
  std::string repeated;
};

struct Counts {
  std::size_t hit_before = 0;  ///< Not missed: nothing to overrule.
  std::size_t missed = 0;
  std::size_t learned = 0;  ///< A wording could be told.
  std::size_t repeated = 0;
  std::size_t other_verdicts = 0;
  std::size_t other_changed = 0;
  std::size_t own_verdicts = 0;
  std::size_t own_changed = 0;
};

const deck::Item& item_of(const deck::Deck& deck, const std::string& id) {
  for (const auto& item : deck.items) {
    if (item.id == id) {
      return item;
    }
  }
  throw InvalidInput("no item " + id);
}

std::vector<Case> cases_in(const std::string& path, const deck::Deck& first,
                           const deck::Deck& second) {
  std::vector<Case> cases;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') {
      continue;
    }
    std::array<std::string, 4> fields;
    std::size_t begin = 0;
    for (auto& field : fields) {
      const auto end = std::min(line.find('\t', begin), line.size());
      field = line.substr(begin, end - begin);
      begin = std::min(end + 1, line.size());
    }
    const bool english = fields[0].starts_with("en:");
    Case made;
    made.item = &item_of(english ? second : first, fields[0].substr(english ? 3 : 0));
    while (made.item->points.at(made.point).name != fields[1]) {
      ++made.point;
    }
    made.said = fields[2];
    made.repeated = fields[3];
    cases.push_back(std::move(made));
  }
  return cases;
}

/// The stretch alone, or between what two other points are called.
std::string in_answer(const Case& made, const std::string& stretch, bool alone) {
  if (alone) {
    return stretch;
  }
  std::vector<std::string> others;
  for (std::size_t p = 0; p < made.item->points.size(); ++p) {
    if (p != made.point) {
      others.push_back(made.item->points[p].name);
    }
  }
  const bool chinese = made.item->language.starts_with("zh");
  return others.at(0) + (chinese ? "，" : ", ") + stretch + (chinese ? "。" : ". ") +
         others.at(1 % others.size());
}

std::optional<std::string> wording_taught(const Case& made, const std::string& answer,
                                          const grading::Grade& grade) {
  session::Result result;
  result.item = made.item;
  result.answer = answer;
  for (std::size_t p = 0; p < grade.points.size(); ++p) {
    session::PointOutcome outcome;
    outcome.point = p;
    outcome.graded = grade.points[p];
    outcome.verdict = outcome.graded.verdict;
    outcome.credit = outcome.graded.credit;
    result.points.push_back(std::move(outcome));
  }
  result.points[made.point].verdict = Verdict::hit;
  return session::wording_taught(result, made.point);
}

class Trial {
 public:
  Trial(grading::Options options, bench::Answers answers)
      : options_(options), answers_(std::move(answers)) {}

  void run(const Case& made, bool alone) {
    const auto answer = in_answer(made, made.said, alone);
    const auto before = grading::grade(*made.item, answer, options_);
    if (before.points[made.point].credit >= 0.5) {
      ++counts_.hit_before;
      return;
    }
    ++counts_.missed;
    const auto wording = wording_taught(made, answer, before);
    if (!wording) {
      fmt::print("  nothing learned: {}\n", answer);
      return;
    }
    ++counts_.learned;
    const std::vector<grading::LearnedWording> learned = {{made.point, *wording}};
    const auto next = in_answer(made, made.repeated, alone);
    const grading::PreparedItem taught(*made.item, options_, learned);
    const auto after = taught.grade(next).points[made.point];
    if (after.verdict == Verdict::hit) {
      ++counts_.repeated;
    } else {
      fmt::print("  not again: {}: {} -> {}\n", made.item->points[made.point].name, *wording, next);
    }
    if (alone) {
      compare(made, taught);
    }
  }

  [[nodiscard]] const Counts& counts() const { return counts_; }

 private:
  /// What the wording changes in the answers of the labelled sets.
  void compare(const Case& made, const grading::PreparedItem& taught) {
    if (!made.item->language.starts_with("zh")) {
      return;
    }
    const grading::PreparedItem untaught(*made.item, options_);
    for (const auto& answer : answers_[made.item->id]) {
      const auto before = untaught.grade(answer.text);
      const auto after = taught.grade(answer.text);
      for (std::size_t p = 0; p < before.points.size(); ++p) {
        const bool same = before.points[p].verdict == after.points[p].verdict;
        auto& verdicts = p == made.point ? counts_.own_verdicts : counts_.other_verdicts;
        auto& changed = p == made.point ? counts_.own_changed : counts_.other_changed;
        ++verdicts;
        changed += same ? 0U : 1U;
      }
    }
  }

  grading::Options options_;
  bench::Answers answers_;
  Counts counts_;
};

double percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

void print(const Counts& counts) {
  fmt::print(
      "hit without learning {}, missed {}; of these a wording was learned in {} ({:.0f} %)\n",
      counts.hit_before, counts.missed, counts.learned, percent(counts.learned, counts.missed));
  fmt::print("said in other words and hit: {} ({:.1f} % of those missed)\n", counts.repeated,
             percent(counts.repeated, counts.missed));
  if (counts.other_verdicts == 0) {
    fmt::print("no labelled answers were given: what else changes was not measured\n");
    return;
  }
  fmt::print(
      "labelled answers: other points' verdicts unchanged {:.2f} % of {}, own {:.2f} % of {}\n",
      100 - percent(counts.other_changed, counts.other_verdicts), counts.other_verdicts,
      100 - percent(counts.own_changed, counts.own_verdicts), counts.own_verdicts);
}

deck::Deck deck_at(const char* path) {
  return deck::read_deck_file(path).deck.value();
}

}  // namespace

int main(int argc, char** argv) try {
  int at = 1;
  const auto encoder = bench::encoder_at(at, argc, argv);
  if (argc - at < 3) {
    fmt::print(stderr,
               "usage: overrule_bench [--encoder WEIGHTS] PARAPHRASES DECK DECK.en [ANSWERS …]\n");
    return 2;
  }
  const auto first = deck_at(argv[at + 1]);
  const auto second = deck_at(argv[at + 2]);
  Trial trial({true, encoder.get()}, bench::answers_in(argc - at - 3, argv + at + 3, first));
  for (const auto& made : cases_in(argv[at], first, second)) {
    for (const bool alone : {true, false}) {
      trial.run(made, alone);
    }
  }
  print(trial.counts());
  return 0;
} catch (const std::exception& error) {
  fmt::print(stderr, "overrule_bench: {}\n", error.what());
  return 1;
}
