#include "support/generated_history.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <string_view>

#include <fmt/format.h>

#include "history/replay.h"
#include "memory/point_memory.h"
#include "memory/rating.h"

namespace pith::test {
namespace {

using grading::Verdict;
using memory::Rating;

constexpr std::array<std::string_view, 4> kTexts = {
    "我们要有自己的算法，还要尽早把专利拿下，团队也要稳定。",
    "Own the algorithm, file patents early, and keep the core team together.",
    "不太确定，大概是数据和渠道 🤔 <script>alert(1)</script>",
    "\x1b[31mred\x1b[0m; nothing else"};

class Generator {
 public:
  explicit Generator(const GeneratedOptions& options) : options_(options), random_(options.seed) {}

  GeneratedHistory generate() {
    while (answered_ < options_.point_answers) {
      add_item();
    }
    add_renamings();
    std::sort(made_.events.begin(), made_.events.end(), [](const auto& a, const auto& b) {
      return history::key_of(a.stamp) < history::key_of(b.stamp);
    });
    std::int64_t sequence = 0;
    for (auto& event : made_.events) {
      event.stamp.sequence = ++sequence;
    }
    add_decks();
    return std::move(made_);
  }

 private:
  double uniform() { return static_cast<double>(random_()) / 4294967296.0; }
  bool chance(double share) { return uniform() < share; }

  [[nodiscard]] memory::StudyDay day_at(int number) const {
    return options_.last_day - std::chrono::days{options_.days - number};
  }

  /// Clocks are changed twice a year; people answer from 07:00 to 01:00.
  history::When when(memory::StudyDay day) {
    const auto summer = (memory::day_number(day) / 182) % 2 == 0;
    const std::chrono::minutes offset{summer ? 120 : 60};
    const std::chrono::milliseconds local{7 * 3'600'000LL +
                                          static_cast<std::int64_t>(uniform() * 18 * 3'600'000)};
    return {memory::Instant{day.time_since_epoch() + local - offset}, offset, day};
  }

  history::Uuid id_at(memory::Instant time) {
    return history::make_uuid7(time, [this](std::span<std::uint8_t> bytes) {
      for (auto& byte : bytes) {
        byte = static_cast<std::uint8_t>(random_());
      }
    });
  }

  history::Uuid add(const history::When& at, history::Body body) {
    history::Event event;
    event.stamp.when = at;
    event.stamp.id = id_at(at.time);
    event.stamp.device.bytes[0] = 7;
    event.stamp.schema = 1;
    event.body = std::move(body);
    made_.events.push_back(event);
    return event.stamp.id;
  }

  void add_item() {
    const history::ItemId id{fmt::format("deck-{}", items_ / options_.items_of_deck),
                             fmt::format("item-{:05}", items_)};
    const auto points = 1 + random_() % 6;
    content_of(id, points);
    ++items_;
    std::vector<memory::PointMemory> memories(points);
    for (int day = static_cast<int>(uniform() * options_.days * 0.8); day <= options_.days;) {
      ask(id, memories, day_at(day));
      const auto extra = uniform();
      if (extra < 0.01) {
        add(when(day_at(day)), history::Reset{id, extra < 0.005 ? "point-0" : ""});
      } else if (extra < 0.05) {
        ask(id, memories, day_at(day));  // once more that day: relearning, or only logged
      }
      double shortest = 365;
      for (const auto& memory : memories) {
        shortest = std::min(shortest, memory.state ? memory.state->stability : 1.0);
      }
      day += std::max(1, static_cast<int>(shortest * (0.5 + 2 * uniform())));
    }
  }

  void content_of(const history::ItemId& id, std::size_t points) {
    history::Content content{fmt::format("{:032x}", items_),
                             fmt::format("问题 {}: what gives lasting strength?", items_),
                             {}};
    for (std::size_t p = 0; p < points; ++p) {
      content.points.push_back(
          {fmt::format("point-{}", p), fmt::format("要点 {}.{}: one thing to be said", items_, p)});
    }
    made_.contents.push_back(std::move(content));
    names_.push_back(id);
  }

  history::AnsweredPoint answered(std::size_t index, memory::PointMemory& memory,
                                  memory::StudyDay day, const history::Answer& answer) {
    history::AnsweredPoint point;
    point.id = fmt::format("point-{}", index);
    point.weight = 1.0 + static_cast<double>(index % 3);
    const bool known =
        memory.state ? uniform() < memory::retrievability(memory, curve_, day) : chance(0.4);
    point.verdict = known ? (chance(0.15) ? Verdict::partial : Verdict::hit)
                          : (chance(0.1) ? Verdict::contradicted : Verdict::missed);
    point.automatic = answer.versions.grader.empty() || !chance(0.04) ? point.verdict
                      : known                                         ? Verdict::missed
                                                                      : Verdict::hit;
    point.credit = point.verdict == Verdict::hit       ? 1.0
                   : point.verdict == Verdict::partial ? 0.5
                                                       : 0.0;
    point.rating = memory::rating_for(point.credit, {answer.hints > 0, chance(0.05)});
    point.confidence = 0.5 + uniform() / 2;
    const memory::PointEvent said{day, point.rating, answer.scheduled, answer.relearning,
                                  answer.aided};
    memory = memory::apply(memory, said, memory::kDefaultParameters);
    return point;
  }

  void ask(const history::ItemId& id, std::vector<memory::PointMemory>& memories,
           memory::StudyDay day) {
    history::Answer answer;
    answer.item = id;
    answer.content_hash = made_.contents.back().hash;
    answer.mode = static_cast<history::Mode>(random_() % 20 / 6);
    answer.session.bytes[0] = static_cast<std::uint8_t>(answer.mode);
    answer.session.bytes[14] = static_cast<std::uint8_t>(memory::day_number(day) / 256);
    answer.session.bytes[15] = static_cast<std::uint8_t>(memory::day_number(day));
    answer.scheduled = !chance(0.03);
    answer.relearning = chance(0.05);
    answer.aided = chance(0.01);
    answer.hints = chance(0.05) ? 1 : 0;
    answer.seconds = std::exp(2.5 + 2 * uniform() + uniform());
    answer.text = kTexts.at(random_() % kTexts.size());
    if (!chance(0.2)) {
      answer.versions = {"1", "none", ""};
    }
    const bool some = memories.size() > 1 && chance(0.2);  // only points at the floor
    for (std::size_t p = some ? 1 : 0; p < memories.size(); ++p) {
      answer.points.push_back(answered(p, memories[p], day, answer));
    }
    answered_ += answer.points.size();
    const auto at = when(day);
    const auto event = add(at, answer);
    if (chance(0.01)) {
      add(at, history::Retraction{event});
    }
  }

  /// An item, a point and a deck are renamed in the middle of the log. What is answered later still
  /// goes by the old names: nobody told the other device.
  void add_renamings() {
    auto at = when(day_at(options_.days / 2));
    const auto rename = [&](history::Name from, history::Name to) {
      at.time += std::chrono::milliseconds{1};
      add(at, history::Alias{std::move(from), std::move(to)});
    };
    rename({"deck-0", "item-00001", ""}, {"deck-0", "moat", ""});
    rename({"deck-0", "item-00002", "point-0"}, {"deck-0", "item-00002", "算法"});
    rename({"deck-0", "", ""}, {"startup", "", ""});
  }

  void add_decks() {
    for (std::size_t first = 0; first + options_.items_of_deck < items_;
         first += options_.items_of_deck) {
      const auto& deck = names_[first].deck == "deck-0" ? "startup" : names_[first].deck;
      auto yaml = fmt::format("deck: {}\ntitle: 题库 {}\ntags: [tag-{}]\n", deck, first,
                              first / options_.items_of_deck % 5);
      yaml += fmt::format("defaults: {{desired_retention: {}}}\nitems:\n",
                          first / options_.items_of_deck % 2 == 0 ? 0.9 : 0.85);
      for (std::size_t i = first; i < first + options_.items_of_deck; ++i) {
        yaml += fmt::format("  - id: {}\n    question: '{}'\n    tags: [topic-{}]\n    points:\n",
                            i == 1 ? "moat" : names_[i].item, made_.contents[i].question, i % 7);
        for (std::size_t p = 0; p < made_.contents[i].points.size(); ++p) {
          yaml +=
              fmt::format("      - point: 要点 {}.{}\n        id: point-{}\n        weight: {}\n",
                          i, p, p, 1 + p % 3);
        }
      }
      made_.decks.emplace_back(deck, std::move(yaml));
    }
  }

  GeneratedOptions options_;
  std::mt19937 random_;
  memory::ForgettingCurve curve_{memory::kDefaultParameters};
  GeneratedHistory made_;
  std::vector<history::ItemId> names_;
  std::size_t items_ = 0;
  std::size_t answered_ = 0;
};

}  // namespace

GeneratedHistory generated_history(const GeneratedOptions& options) {
  return Generator(options).generate();
}

}  // namespace pith::test
