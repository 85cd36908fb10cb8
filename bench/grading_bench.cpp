// What grading by words costs, points prepared once, on one core:
//   grading_bench DECK.yaml [SET.yaml ANSWERS.jsonl]
// Answers a second over the labelled set; how long one answer of 300 characters takes against the
// item with most points of DECK; and how the time grows with the length of the answer, where
// nothing or something was learned.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <unordered_map>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "deck/collection.h"
#include "grading/grader.h"
#include "text/utf8.h"

namespace {

using pith::deck::Deck;
using pith::grading::PreparedItem;

/// Seconds of this thread's processor time: what else the machine does is left out.
double processor_time() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double seconds_of(const PreparedItem& item, const std::string& answer) {
  const auto begin = processor_time();
  (void)item.grade(answer);
  return processor_time() - begin;
}

/// Everything that the deck's points say, as one text.
std::u32string prose_of(const Deck& deck) {
  std::string prose;
  for (const auto& item : deck.items) {
    for (const auto& point : item.points) {
      prose += point.name + "，" + point.detail;
    }
  }
  return pith::text::to_utf32(prose);
}

void measure_set(const std::string& deck_file, const std::string& answers_file) {
  const auto deck = pith::deck::read_deck_file(deck_file).deck.value();
  std::unordered_map<std::string, PreparedItem> prepared;
  for (const auto& item : deck.items) {
    prepared.emplace(item.id, PreparedItem(item));
  }
  std::vector<std::pair<const PreparedItem*, std::string>> answers;
  std::ifstream file(answers_file);
  for (std::string line; std::getline(file, line);) {
    const auto record = nlohmann::json::parse(line);
    answers.emplace_back(&prepared.at(record.at("item").get<std::string>()),
                         record.at("answer").get<std::string>());
  }
  constexpr int kRounds = 50;
  double best = 1e9;
  for (int round = 0; round < kRounds; ++round) {
    double total = 0;
    for (const auto& [item, answer] : answers) {
      total += seconds_of(*item, answer);
    }
    best = std::min(best, total);
  }
  std::printf("%s: %.0f answers/s (%zu answers, best of %d rounds)\n", answers_file.c_str(),
              static_cast<double>(answers.size()) / best, answers.size(), kRounds);
}

void measure_one_answer(const PreparedItem& item, std::size_t points, const std::u32string& prose) {
  constexpr std::size_t kCharacters = 300;
  constexpr std::size_t kAnswers = 5000;
  std::vector<double> times;
  for (std::size_t i = 0; i < kAnswers; ++i) {
    const auto at = i * 7 % (prose.size() - kCharacters);
    times.push_back(seconds_of(item, pith::text::to_utf8(prose.substr(at, kCharacters))));
  }
  std::sort(times.begin(), times.end());
  std::printf("%zu characters, %zu points: median %.3f ms, p99 %.3f ms, longest %.3f ms\n",
              kCharacters, points, 1e3 * times[kAnswers / 2], 1e3 * times[kAnswers * 99 / 100],
              1e3 * times.back());
}

void measure_growth(const char* what, const PreparedItem& item, const std::u32string& piece) {
  std::printf("%s\n", what);
  constexpr std::size_t kMostCharacters = (1U << 20U) / 3;  // of three bytes each: 1 MB
  for (const std::size_t part : {1024U, 256U, 64U, 16U, 4U, 1U}) {
    const auto characters = kMostCharacters / part;
    std::u32string text;
    while (text.size() < characters) {
      text += piece;
    }
    const auto answer = pith::text::to_utf8(text.substr(0, characters));
    double best = 1e9;
    for (int round = 0; round < 3; ++round) {
      best = std::min(best, seconds_of(item, answer));
    }
    std::printf("  %8zu bytes %9.2f ms %8.0f ns/byte%s\n", answer.size(), 1e3 * best,
                1e9 * best / static_cast<double>(answer.size()),
                item.grade(answer).cut ? "  (cut)" : "");
  }
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 2 && argc != 4) {
    std::fputs("usage: grading_bench DECK.yaml [SET.yaml ANSWERS.jsonl]\n", stderr);
    return 2;
  }
  if (argc == 4) {
    measure_set(argv[2], argv[3]);
  }
  const auto deck = pith::deck::read_deck_file(argv[1]).deck.value();
  const auto most = std::max_element(
      deck.items.begin(), deck.items.end(),
      [](const auto& a, const auto& b) { return a.points.size() < b.points.size(); });
  const PreparedItem item(*most);
  const auto prose = prose_of(deck);
  measure_one_answer(item, most->points.size(), prose);
  measure_growth("prose", item, prose);
  measure_growth("one negation after the other", item, U"不是这样，没有必要，不对，不需要数据。");
  measure_growth("no punctuation", item, U"我们要做好数据然后不用算法");
  const std::vector<pith::grading::LearnedWording> learned = {
      {0, "把点子锁进保险柜", pith::grading::Verdict::hit},
      {0, "核心的东西自己动手写", pith::grading::Verdict::missed, "核心的东西自己动手写，不求人"}};
  measure_growth("learned wordings again and again", PreparedItem(*most, {}, learned),
                 U"点子都锁在保险柜里，自己动手写核心的东西。");
  return 0;
} catch (const pith::Error& error) {
  std::fprintf(stderr, "grading_bench: %s\n", error.what());
  return 1;
}
