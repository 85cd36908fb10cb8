// Answers through the JSON-lines protocol against the least they can cost: the grader in process
// and the durable commit of each answer. protocol_bench [ANSWERS]; the histories lie in $TMPDIR.
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <sstream>
#include <string>

#include <fmt/format.h>
#include <unistd.h>

#include "deck/reading/reader.h"
#include "history/store.h"
#include "protocol/jsonl.h"
#include "session/engine.h"
#include "session/marking.h"
#include "session/queue.h"
#include "session/upkeep.h"

namespace {

using namespace pith;

constexpr std::size_t kItems = 100;

/// Swallows everything, as a client that reads fast does.
class Nowhere : public std::streambuf {
 protected:
  int_type overflow(int_type c) override { return traits_type::not_eof(c); }
  std::streamsize xsputn(const char*, std::streamsize count) override { return count; }
};

deck::Deck make_deck() {
  std::string yaml = "deck: bench\nlanguage: zh\nitems:\n";
  for (std::size_t i = 0; i < kItems; ++i) {
    yaml += fmt::format(
        "  - {{id: q{0}, question: 第{0}题：如何建立技术壁垒？, points: [原创算法{0}, "
        "高质量数据集, "
        "知识产权保护]}}\n",
        i);
  }
  return std::move(*deck::read_deck(yaml, "bench.yaml").deck);
}

/// A fresh history with the deck, in a folder of its own.
class Desk {
 public:
  explicit Desk(const std::string& name)
      : folder_(std::filesystem::temp_directory_path() /
                fmt::format("pith-bench-{}-{}", name, ::getpid())),
        decks_{make_deck()} {
    std::filesystem::create_directories(folder_);
    history_.emplace(folder_ / "pith.db");
    session::adopt(*history_, decks_, {}, now());
  }
  ~Desk() {
    history_.reset();
    std::filesystem::remove_all(folder_);
  }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  static history::When now() {
    const auto time =
        std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    return {time, {}, memory::study_day(time, std::chrono::seconds{0})};
  }
  /// Every item, again and again: no answer below states all of its points.
  session::Session session() {
    std::vector<const deck::Item*> items;
    for (const auto& item : decks_[0].items) {
      items.push_back(&item);
    }
    session::SessionOptions options;
    options.mode = history::Mode::drill;
    options.repeats = 1'000'000;
    const auto candidates = session::candidates_for(*history_, items, {});
    return {*history_, session::practice_queue(candidates, {}), session::make_grader(), now,
            std::move(options)};
  }
  history::History& history() { return *history_; }

 private:
  std::filesystem::path folder_;
  std::vector<deck::Deck> decks_;
  std::optional<history::History> history_;
};

double seconds_of(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

constexpr auto kAnswer = "要积累独有的高质量数据集，清洗标注做到位";

void least(std::size_t answers) {
  Desk desk("least");
  const auto grader = session::make_grader();
  auto session = desk.session();
  const auto question = *session.question();
  for (std::size_t i = 0; i < answers; ++i) {
    const auto result = session::mark_answer(question, kAnswer, grader, {});
    const history::Body event = session::answer_event(result, session.id(), history::Mode::drill);
    desk.history().append(Desk::now(), event);
  }
}

void through_protocol(std::size_t answers) {
  Desk desk("protocol");
  std::string messages;
  for (std::size_t i = 0; i < answers; ++i) {
    messages += fmt::format("{{\"type\":\"answer\",\"answer\":\"{}\"}}\n", kAnswer);
  }
  std::istringstream in(messages);
  Nowhere nowhere;
  std::ostream out(&nowhere);
  auto session = desk.session();
  protocol::run_jsonl(session, in, out, {.program = "bench", .scorecard = {}, .more_to_come = {}});
}

}  // namespace

int main(int argc, char** argv) {
  const auto answers = static_cast<std::size_t>(argc > 1 ? std::atol(argv[1]) : 10'000);
  const auto floor = seconds_of([&] { least(answers); });
  const auto spoken = seconds_of([&] { through_protocol(answers); });
  const auto rate = [&](double seconds) { return static_cast<double>(answers) / seconds; };
  fmt::print("{} answers: grader and commit {:.0f}/s, JSON lines {:.0f}/s, {:.2f} times the time\n",
             answers, rate(floor), rate(spoken), spoken / floor);
  return 0;
}
