// What statistics cost on years of study, in seconds of the clock and of all processors together,
// and whether they equal a plain count there as well.
//   statistics_bench FOLDER [POINT ANSWERS]     FOLDER as generate_history leaves it
// The plain count needs the same number of point answers that the folder was made with.
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <sys/resource.h>

#include "deck/collection.h"
#include "history/day.h"
#include "history/store.h"
#include "report/figures.h"
#include "report/page.h"
#include "report/statistics_text.h"
#include "statistics/compute.h"
#include "statistics/mistakes.h"
#include "support/generated_history.h"
#include "support/naive_statistics.h"

namespace {

using namespace pith;
using Clock = std::chrono::steady_clock;

template <typename Work>
auto timed(std::string_view what, Work work) {
  const auto begin = Clock::now();
  const auto ticks = std::clock();
  auto result = work();
  const auto processors = static_cast<double>(std::clock() - ticks) / CLOCKS_PER_SEC;
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  fmt::print("{:<28} {:8.3f} s  ({:6.3f})  peak {:4} MB\n", what,
             std::chrono::duration<double>(Clock::now() - begin).count(), processors,
             used.ru_maxrss / 1024);
  return result;
}

bool close(double a, double b) {
  return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

bool same(const statistics::Statistics& a, const statistics::Statistics& b) {
  bool days = a.days.size() == b.days.size();
  for (std::size_t i = 0; days && i < a.days.size(); ++i) {
    days = a.days[i].effort.reviews == b.days[i].effort.reviews &&
           a.days[i].recall.recalled == b.days[i].recall.recalled &&
           close(a.days[i].recall.predicted, b.days[i].recall.predicted);
  }
  return days && a.effort.answers == b.effort.answers && a.effort.points == b.effort.points &&
         a.effort.reviews == b.effort.reviews && a.effort.new_points == b.effort.new_points &&
         close(a.effort.seconds, b.effort.seconds) && close(a.effort.scores, b.effort.scores) &&
         a.recall.reviews == b.recall.reviews && a.recall.recalled == b.recall.recalled &&
         close(a.recall.predicted, b.recall.predicted) && a.verdicts == b.verdicts &&
         a.grader.verdicts == b.grader.verdicts;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: statistics_bench FOLDER [POINT ANSWERS]\n");
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  test::GeneratedOptions options;
  const std::vector<std::filesystem::path> paths = {folder / "decks"};
  const auto collection =
      timed("read the decks (no cache)", [&] { return deck::load_collection(paths); });
  std::vector<const deck::Item*> items;
  for (const auto& deck : collection.decks) {
    for (const auto& item : deck.items) {
      items.push_back(&item);
    }
  }
  statistics::Scope scope;
  scope.today = options.last_day;
  scope.items = items;
  const history::History history(folder / "pith.db", {.read_only = true});
  const auto log =
      timed("read the log", [&] { return history::read_study_log(folder / "pith.db"); });
  const deck::DeckCache cache(folder / "cache", "bench");
  timed("read and keep it", [&] {
    return history::read_study_log(folder / "pith.db", {.cache = &cache}).points.size();
  });
  timed("read what was kept", [&] {
    return history::read_study_log(folder / "pith.db", {.cache = &cache}).points.size();
  });
  const auto due = timed("read what is due",
                         [&] { return history.on(scope.today + std::chrono::days{73'000}).due(); });
  auto figures = timed("compute the figures", [&] { return statistics::compute(log, due, scope); });
  timed("look for mistakes", [&] {
    statistics::add_mistakes(figures, history, items);
    return 0;
  });
  timed("text", [&] { return report::statistics_text(figures).size(); });
  timed("JSON", [&] { return report::statistics_json(figures).size(); });
  const auto page = timed("page", [&] { return report::progress_page(figures); });
  fmt::print("{} point answers, {} points, page {:.2f} MB\n", log.points.size(),
             figures.points.size(), static_cast<double>(page.size()) / 1e6);
  if (argc > 2) {
    options.point_answers = std::strtoull(argv[2], nullptr, 10);
    const auto made = test::generated_history(options);
    const test::NaiveStatistics naive(made.events, items, scope.today);
    const auto plain = timed("the same, counted plainly", [&] { return naive.figures({}); });
    const auto expected = naive.expected_on(scope.today);
    const bool equal = same(figures, plain) && !figures.expected.empty() &&
                       figures.expected.back().items == expected.items &&
                       close(figures.expected.back().score, expected.score);
    fmt::print("{}\n", equal ? "equal to the plain count" : "DIFFERENT from the plain count");
    return equal ? 0 : 1;
  }
}
