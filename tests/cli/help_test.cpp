// The help, the man pages and the examples in them, all made from the command tree.
#include "cli/help/help.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/help/completions.h"
#include "cli/help/manual.h"
#include "cli/help/topics.h"
#include "deck/reading/names.h"
#include "support/command_line.h"
#include "text/display.h"

using namespace pith::cli;
using Catch::Contains;
using pith::test::CommandLine;
using pith::test::CommandTree;
using pith::text::Language;
using pith::text::Messages;

namespace {

/// The words of the first `pith …` of an example, as a shell would split them.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  std::istringstream stream{std::string(line)};
  for (std::string word; stream >> word && word != "<" && word != ">" && word != "&&";) {
    if (word.front() == '\'') {
      for (std::string more; word.back() != '\'' && stream >> more;) {
        word += ' ' + more;
      }
      word = word.substr(1, word.size() - 2);
    }
    words.push_back(word);
  }
  words.erase(words.begin());
  return words;
}

}  // namespace

TEST_CASE("every example is a command line that pith understands", "[cli]") {
  for (const auto& example : all_examples()) {
    CAPTURE(std::string(example.line));
    CommandTree tree;
    CHECK_NOTHROW(tree.parser().parse(with_review(words_of(example.line), tree.program())));
  }
}

TEST_CASE("an answer that is graded as an example earns something", "[cli]") {
  std::vector<std::string> lines;
  for (const auto& example : all_examples()) {
    lines.emplace_back(example.line);
  }
  for (const auto& topic : topics()) {
    for (const auto language : {Language::english, Language::chinese}) {
      std::istringstream text{std::string(topic_text(topic.name, Messages(language)))};
      for (std::string line; std::getline(text, line);) {
        lines.push_back(line);
      }
    }
  }
  std::size_t graded = 0;
  for (const auto& line : lines) {
    if (!line.starts_with("pith grade ") || line.find('\'') == std::string::npos) {
      continue;
    }
    CAPTURE(line);
    CommandLine pith;
    auto words = words_of(line);
    words.insert(words.end(),
                 {"--encoder", "none", "--decks", std::string(PITH_SOURCE_DIR) + "/content"});
    CHECK_NOTHROW(pith.run(words));
    CHECK_THAT(pith.out, Contains("hit"));
    ++graded;
  }
  CHECK(graded >= 5);
}

TEST_CASE("every example belongs to a command", "[cli]") {
  CommandTree tree;
  const auto commands = names_in_help(tree.program());
  for (const auto& example : all_examples()) {
    CAPTURE(std::string(example.line));
    CHECK((example.command.empty() || std::ranges::count(commands, example.command) == 1));
  }
}

TEST_CASE("the help names every command once and fits every window", "[cli]") {
  CommandTree tree;
  const auto commands = names_in_help(tree.program());
  CHECK(std::set(commands.begin(), commands.end()).size() == commands.size());
  const auto columns = GENERATE(std::size_t{40}, std::size_t{80}, std::size_t{120});
  const auto language = GENERATE(Language::english, Language::chinese);
  for (const auto& name : commands) {
    CHECK_THAT(help_page(tree.program(), Messages(language), columns), Contains("\n  " + name));
    std::istringstream page(
        help_page(tree.program().command(name).value(), Messages(language), columns));
    for (std::string line; std::getline(page, line);) {
      CAPTURE(name, line);
      CHECK(pith::text::display_width(line) <= columns);
    }
  }
}

TEST_CASE("a command's help begins with what it does and shows examples first", "[cli]") {
  CommandTree tree;
  const auto help = help_page(tree.program().command("drill").value(), {}, 80);
  CHECK(help.starts_with("Practise items now, due or not\n\nExamples\n"));
  CHECK_THAT(help, Contains("--order weakest|random|file|due") && Contains("pith drill [OPTIONS]"));
  CHECK(help.find("Examples") < help.find("Usage"));
}

TEST_CASE("pith help explains topics and commands, and names what may have been meant", "[cli]") {
  CommandLine pith;
  REQUIRE(pith.run({"help", "grading"}) == 0);
  CHECK_THAT(pith.out, Contains("## Why") || Contains("When pith is wrong"));
  REQUIRE(pith.run({"help", "drill"}) == 0);
  CHECK_THAT(pith.out, Contains("Practise items now"));
  CHECK_THROWS_WITH(pith.run({"help", "gradin"}), Contains("did you mean 'grading'?"));
  CHECK_THROWS_AS(pith.run({"help", "nonsense"}), pith::UsageError);
}

TEST_CASE("every topic is told in both languages", "[cli]") {
  for (const auto& topic : topics()) {
    CAPTURE(std::string(topic.name));
    const auto english = blocks_of(topic_text(topic.name, {}));
    const auto chinese = blocks_of(topic_text(topic.name, Messages(Language::chinese)));
    REQUIRE(english.size() == chinese.size());
    for (std::size_t i = 0; i < english.size(); ++i) {
      CAPTURE(english[i].text, chinese[i].text);
      CHECK(english[i].kind == chinese[i].kind);
    }
  }
}

TEST_CASE("light Markdown becomes text for a window and roff for man", "[cli]") {
  const auto blocks = blocks_of(
      "# Title\n\nSome `code` here.\n\n## Part\n\n- one\n- two words of it\n\n```\n.x  y\n```\n");

  CHECK(to_text(blocks, 14) ==
        "Title\n\nSome code\nhere.\n\nPart\n- one\n- two words of\n  it\n\n    .x  y\n");
  CHECK(to_roff(blocks) ==
        ".PP\nSome \\fBcode\\fP here.\n.SH Part\n.IP \\(bu 2\none\n.IP \\(bu 2\ntwo words of it\n"
        ".PP\n.nf\n.RS 4\n\\&.x  y\n.RE\n.fi\n");
}

TEST_CASE("the man page has every command with its options", "[cli]") {
  CommandTree tree;
  const auto page = manual_of_pith(tree.program(), {});
  CHECK(page.starts_with(".TH pith 1"));
  for (const auto& name : names_in_help(tree.program())) {
    CHECK_THAT(page, Contains(".SS " + roff_escaped(name) + "\n"));
  }
  CHECK_THAT(page, Contains(".B \\-\\-order weakest|random|file|due\n"));
  CHECK(manual_of_decks({}).starts_with(".TH pith-deck 5"));
}

TEST_CASE("the man page, the help and the completions know every command below another", "[cli]") {
  CommandTree tree;
  const auto page = manual_of_pith(tree.program(), {});
  std::set<std::string> names;
  for (const auto& command : commands_with_help(tree.program())) {
    const auto name = name_in_help(command);
    CAPTURE(name);
    names.insert(name);
    const auto begin = page.find(".SS " + roff_escaped(name) + "\n");
    REQUIRE(begin != std::string::npos);
    const auto part = page.substr(begin, page.find("\n.S", begin + 1) - begin);
    CommandLine pith;
    std::vector<std::string> words{"help"};
    std::istringstream stream(name);
    std::copy(std::istream_iterator<std::string>(stream), {}, std::back_inserter(words));
    REQUIRE(pith.run(words) == 0);
    CHECK(pith.out == help_page(command, {}, 80));
    words.erase(words.begin());
    words.emplace_back("--");
    const auto offered = complete(tree.program(), words, {});
    for (const auto& option : command.options()) {
      CAPTURE(option.names());
      CHECK_THAT(part, Contains(".B " + roff_escaped(option_words(option)) + "\n"));
      for (const auto& each : option.long_names()) {
        CHECK(std::ranges::count(offered, "--" + each, &Candidate::text) >= 1);
      }
    }
  }
  for (const auto* name : {"new deck", "new item", "log redact"}) {
    CHECK(names.contains(name));
  }
}

TEST_CASE("one table lists every command that is not hidden, as it is called", "[cli]") {
  CommandTree tree;
  std::vector<std::string> called;
  for (const auto& command : tree.program().commands()) {
    if (!command.is_hidden()) {
      called.push_back(command.name());
    }
  }
  std::vector<std::string> listed;
  for (const auto& entry : command_entries()) {
    listed.emplace_back(entry.name);
  }
  CHECK(listed == called);
}

TEST_CASE("what changes the schedule is shown alike, and alone what is read goes to a pager",
          "[cli]") {
  for (const auto* name : {"suspend", "bury", "reset", "reschedule"}) {
    CAPTURE(name);
    CHECK(showing_of(name) == Showing::direct);
    CHECK(group_of(name) == HelpGroup::progress);
  }
  CHECK(showing_of("log") == Showing::page);
  CHECK(showing_of("complete") == Showing::direct);
}

TEST_CASE("no deck can have a command's name", "[cli]") {
  CommandTree tree;
  for (const auto& command : tree.program().commands()) {
    CAPTURE(command.name());
    CHECK(pith::deck::is_command_name(command.name()));
  }
}

TEST_CASE("a deck can have any name that is no command's", "[cli]") {
  CommandTree tree;
  for (const auto name : pith::deck::command_names()) {
    CAPTURE(name);
    CHECK(tree.program().command(std::string(name)).has_value());
  }
}

TEST_CASE("pith help takes a command below another, and completes it", "[cli]") {
  CommandLine pith;
  REQUIRE(pith.run({"help", "log", "redact"}) == 0);
  CHECK_THAT(pith.out, Contains("pith log redact ID"));
  CHECK_THROWS_WITH(pith.run({"help", "new", "itme"}), Contains("did you mean 'new item'?"));
  CHECK_THROWS_AS(pith.run({"help", "drill", "grading"}), pith::UsageError);
  REQUIRE(pith.run({"complete", "--", "help", "new", ""}) == 0);
  CHECK(pith.out.starts_with("deck\t"));
  REQUIRE(pith.run({"help", "new"}) == 0);
  CHECK_THAT(pith.out, Contains("pith new COMMAND ..."));
}

TEST_CASE("the help says what kind of value an option takes", "[cli]") {
  CommandTree tree;
  const auto page = [&](const char* name) {
    return help_page(tree.program().command(name).value(), Messages(), 80);
  };
  CHECK_THAT(page("drill"), Contains("--time TIME") && Contains("--count N"));
  CHECK_THAT(page("plan"), Contains("--on DAY"));
  CHECK_THAT(page("export"), Contains("-o, --output FILE"));
  CHECK_THAT(page("suspend"), Contains("--point TEXT"));
}

TEST_CASE("the help shows a value that may be left out in brackets", "[cli]") {
  CommandTree tree;
  const auto help = help_page(tree.program().command("explain").value(), {}, 80);
  CHECK_THAT(help, Contains("--parameters [TEXT]") && Contains("--reviews [TEXT]") &&
                       Contains("--json  "));
}

TEST_CASE("an option that means nothing without or beside another is refused", "[cli]") {
  CommandTree tree;
  const auto refuses = [&](std::vector<std::string> words, const std::string& why) {
    CAPTURE(words);
    CHECK_THROWS_WITH(tree.parser().parse(std::move(words)), Contains(why));
  };
  refuses({"review", "--target", "0.8"}, "--target requires --for");
  refuses({"review", "--for", "+3", "--target", "0.8", "--minutes", "5"}, "excludes");
  refuses({"run", "daily", "--json"}, "--json requires --dry-run");
  refuses({"due", "--quiet", "--json"}, "excludes");
  refuses({"doctor", "--repair", "--json"}, "excludes");
  refuses({"wordings", "--write", "--json"}, "excludes");
  refuses({"export", "moat", "--format", "md", "--replace"}, "--replace requires --output");
  refuses({"explain", "moat/tech", "--retention", "0.8"}, "--retention requires --reviews");
  refuses({"explain", "moat/tech", "--parameters"}, "--parameters requires --reviews");
}

TEST_CASE("a command that is no text is answered like any other that is not there", "[cli]") {
  CommandLine pith;
  for (const std::string bytes : {"\xff", "stat\xe4", "\xf0\x9f"}) {
    CHECK_THROWS_WITH(pith.run({"help", bytes}), Catch::Contains("there is no help on"));
  }
}
