// Writes a collection and the years of somebody who learns it, to measure pith at any size.
//   make_collection FOLDER [ITEMS] [FILES] [POINT_REVIEWS]
// gives FOLDER/decks/*.yaml and FOLDER/pith.db; the learner kept up until KEPT_UP_TO below, so that
// `--now 2026-06-01T09:00:00Z` finds an ordinary day. Always the same for the same numbers.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "history/replay.h"
#include "history/store.h"
#include "memory/due.h"

namespace {

namespace fs = std::filesystem;
using namespace pith;

constexpr memory::StudyDay kKeptUpTo = std::chrono::local_days{std::chrono::year{2026} / 6 / 1};
constexpr int kYears = 3;

struct Size {
  std::size_t items = 100'000;
  std::size_t files = 500;
  std::size_t reviews = 1'000'000;
};

std::string item_id(std::size_t item) {
  return fmt::format("item-{:06}", item);
}

std::string deck_id(std::size_t deck) {
  return fmt::format("deck-{:04}", deck);
}

std::string point_id(std::size_t point) {
  return fmt::format("p{}", point);
}

std::size_t points_of(std::size_t item) {
  return 1 + item % 4;
}

/// Half of the decks are in English, half in Chinese.
std::string item_yaml(std::size_t item, bool chinese) {
  auto yaml = fmt::format("  - id: {}\n", item_id(item));
  yaml +=
      chinese
          ? fmt::format("    question: 第{}个问题：在这种情况下如何建立优势？\n    points:\n", item)
          : fmt::format(
                "    question: What matters in case {}, and why does it last?\n    points:\n",
                item);
  for (std::size_t i = 0; i < points_of(item); ++i) {
    const auto number = item * 7 + i;
    yaml += chinese ? fmt::format(
                          "      - {{point: 要点{}之{}, id: {}, detail: "
                          "说明它为什么重要，以及怎样做到第{}步。}}\n",
                          item, i, point_id(i), number)
                    : fmt::format(
                          "      - {{point: reason {} of {}, id: {}, detail: Because step "
                          "{} has to come before the others.}}\n",
                          i, item, point_id(i), number);
  }
  return yaml;
}

void write_decks(const fs::path& folder, const Size& size) {
  fs::create_directories(folder);
  const auto each = size.items / size.files;
  for (std::size_t deck = 0; deck < size.files; ++deck) {
    const bool chinese = deck % 2 == 1;
    std::ofstream out(folder / (deck_id(deck) + ".yaml"), std::ios::binary);
    out << fmt::format("deck: {}\ntitle: Deck {}\nlanguage: {}\nitems:\n", deck_id(deck), deck,
                       chinese ? "zh" : "en");
    for (std::size_t i = 0; i < each; ++i) {
      out << item_yaml(deck * each + i, chinese);
    }
  }
}

/// The answers of a learner who meets an item on a day of the last years and then answers it
/// whenever it is due.
class Learner {
 public:
  explicit Learner(const fs::path& file) : history_(file) {}

  /// How many points were reviewed.
  std::size_t learn(const history::ItemId& id, std::size_t points) {
    history::ItemState state;
    state.id = id;
    for (auto day = kKeptUpTo - std::chrono::days{random_() % (kYears * 365) + 1};
         day < kKeptUpTo;) {
      const auto event = answer_on(day, id, points);
      history::apply(state, event, memory::kDefaultParameters);
      history::set_due(state, memory::kDefaultParameters, {});
      events_.push_back(event);
      reviews_ += points;
      day = std::max(day + std::chrono::days{1}, state.due.value_or(kKeptUpTo));
    }
    if (events_.size() > 20'000) {
      flush();
    }
    return reviews_;
  }

  void flush() {
    history_.merge(events_);
    events_.clear();
  }

 private:
  history::Event answer_on(memory::StudyDay day, const history::ItemId& id, std::size_t points) {
    history::Event event;
    event.stamp.when = {memory::Instant{day.time_since_epoch() + std::chrono::hours{9} +
                                        std::chrono::milliseconds{random_() % 3'600'000}},
                        std::chrono::minutes{0}, day};
    event.stamp.id =
        history::make_uuid7(event.stamp.when.time, [this](std::span<std::uint8_t> bytes) {
          std::generate(bytes.begin(), bytes.end(),
                        [this] { return static_cast<std::uint8_t>(random_()); });
        });
    event.stamp.device.bytes = {1};
    event.stamp.sequence = ++sequence_;
    event.stamp.schema = 1;
    history::Answer answer;
    answer.session.bytes = {2};
    answer.item = id;
    answer.content_hash = id.item;
    answer.text = "Because this has to come before the others, and nobody else can do it.";
    answer.seconds = 12;
    answer.versions = {"1", "none", ""};
    for (std::size_t i = 0; i < points; ++i) {
      const bool hit = random_() % 10 != 0;
      answer.points.push_back({.id = point_id(i),
                               .verdict = hit ? grading::Verdict::hit : grading::Verdict::missed,
                               .rating = hit ? memory::Rating::good : memory::Rating::again,
                               .credit = hit ? 1.0 : 0.0,
                               .evidence = std::nullopt});
    }
    event.body = std::move(answer);
    return event;
  }

  history::History history_;
  std::mt19937 random_{1};
  std::vector<history::Event> events_;
  std::int64_t sequence_ = 0;
  std::size_t reviews_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "make_collection FOLDER [ITEMS] [FILES] [POINT_REVIEWS]\n");
    return 2;
  }
  const fs::path folder = argv[1];
  const auto number = [&](int at, std::size_t otherwise) {
    return argc > at ? std::strtoull(argv[at], nullptr, 10) : otherwise;
  };
  const Size size{number(2, 100'000), number(3, 500), number(4, 1'000'000)};
  write_decks(folder / "decks", size);
  Learner learner(folder / "pith.db");
  const auto each = size.items / size.files;
  std::size_t reviews = 0;
  std::size_t learnt = 0;
  // Deck by deck the first half, then the rest: every deck has items that are new.
  for (; learnt < size.items && reviews < size.reviews; ++learnt) {
    const auto item = learnt % size.files * each + learnt / size.files;
    reviews = learner.learn({deck_id(item / each), item_id(item)}, points_of(item));
  }
  learner.flush();
  fmt::print("{} items in {} files, {} of them learnt with {} point reviews\n", size.items,
             size.files, learnt, reviews);
}
