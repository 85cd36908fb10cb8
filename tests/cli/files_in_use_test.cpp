// What a command makes never takes the place of what it reads, nor of the history.
#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "cli/learner.h"
#include "support/working_folder.h"

namespace {

namespace fs = std::filesystem;

constexpr auto kDeck = "deck: moat\nitems:\n  - {id: term, question: Recall, answer: stability}\n";

/// Somebody with a deck, a history, a practice, and answers to it.
class Owner : public pith::test::Learner {
 public:
  Owner() : Learner(kDeck) {
    REQUIRE(ask({"drill", "--encoder", "none"}, "stability\n") == 0);
    fs::create_symlink(database(), folder() / "link.db");
    fs::create_hard_link(deck, folder() / "second.yaml");
    out.clear();
  }

  /// Refused, before anything is asked, with these words; all files are as they were.
  void check_refused(const std::vector<std::string>& command, const std::string& why) {
    INFO(why);
    const auto history = read("pith.db");
    CHECK_THROWS_WITH(ask(command, "stability\n"), Catch::Contains(why));
    CHECK(out.empty());
    CHECK_THROWS_AS(ask(command, "stability\n"), pith::UsageError);
    CHECK(read("pith.db") == history);
    CHECK(read("decks/moat.yaml") == kDeck);
    CHECK(read("practice.yaml") == kPractice);
    CHECK(read("answers.txt") == kAnswers);
  }

  static constexpr auto kPractice = "practice: P\nselect: [moat/term]\n";
  static constexpr auto kAnswers = "stability\n";
  const std::string practice = write("practice.yaml", kPractice);
  const std::string answers = write("answers.txt", kAnswers);
};

}  // namespace

TEST_CASE("no report takes the place of the history, whatever leads there", "[cli]") {
  Owner pith;
  const auto in_folder = [&](const std::string& name) { return (pith.folder() / name).string(); };
  for (const auto* name : {"pith.db", "link.db", "decks/../pith.db"}) {
    const auto file = in_folder(name);
    const auto why = file + ": this file is the history; name another one";
    pith.check_refused({"report", "--html", file}, "--html " + why);
    pith.check_refused({"exam", "--report", file, "--format", "json"}, "--report " + why);
    pith.check_refused({"run", pith.practice, "--report", file, "--format", "json"}, why);
    pith.check_refused({"export", "-o", file, "--replace", "--format", "json"}, "-o " + why);
  }
  for (const auto* name : {"pith.db-wal", "pith.db-shm", "pith.db-journal", "pith.db.lock"}) {
    const auto file = in_folder(name);
    const auto why = file + ": this file belongs to the history; name another one";
    fs::remove(file);
    pith.check_refused({"report", "--html", file}, why);
    pith.check_refused({"export", "-o", file, "--format", "json"}, why);
    fs::remove(file);
    pith.check_refused({"backup", file}, why);
  }
}

TEST_CASE("no report takes the place of a deck, whatever leads there", "[cli]") {
  Owner pith;
  const auto other = pith.write("other.yaml", "deck: other\nitems: [{question: Q, answer: A}]\n");
  for (const auto& file : {pith.deck, (pith.folder() / "second.yaml").string(), other}) {
    const auto why = file + ": this file is a deck; name another one";
    pith.check_refused({"report", "--html", file, other}, why);
    pith.check_refused({"exam", other, "moat", "--report", file, "--format", "json"}, why);
    pith.check_refused({"export", other, "-o", file, "--replace", "--format", "json"}, why);
  }
  const pith::test::WorkingFolder here(pith.folder());
  pith.write("school/s.yaml", "items: [{question: Q, answer: A}]\n");
  pith.check_refused({"exam", "school", "--report", "school/s.yaml", "--format", "json"},
                     "school/s.yaml: this file is a deck; name another one");
  CHECK(pith.read("other.yaml") == "deck: other\nitems: [{question: Q, answer: A}]\n");
}

TEST_CASE("no report takes the place of a practice, or of the answers to it", "[cli]") {
  Owner pith;
  pith.check_refused({"run", pith.practice, "--report", pith.practice, "--format", "json"},
                     pith.practice + ": this file is the practice; name another one");
  pith.check_refused({"run", pith.practice, "--answers", pith.answers, "--report", pith.answers},
                     pith.answers + ": the answers are read from this file; name another one");
}

TEST_CASE("a report of a practice file that would take the place of a file in use has its place",
          "[cli]") {
  Owner pith;
  const auto file = pith.write(
      "daily.yaml", "practice: P\nselect: [moat/term]\nreports: [card.md, answers.txt]\n");
  CHECK(pith.ask({"run", file, "--answers", pith.answers}, "") == 3);
  CHECK(pith.err.find("daily.yaml:3:20: error: report answers.txt: the answers are read from this "
                      "file; name another one") != std::string::npos);
  CHECK(pith.out.empty());
  CHECK(pith.read("answers.txt") == Owner::kAnswers);
  CHECK(pith.ask({"run", file, "--encoder", "none"}, "stability\n") == 0);
}

TEST_CASE("a report takes the place of an earlier one", "[cli]") {
  Owner pith;
  for (const auto* name : {"card.txt", "decks/card.txt"}) {
    const auto card = (pith.folder() / name).string();
    for (int i = 0; i < 2; ++i) {
      CHECK(pith.ask({"exam", "--report", card, "--encoder", "none"}, "stability\n") == 0);
      CHECK(pith.read(name).find("100%") != std::string::npos);
    }
  }
}
