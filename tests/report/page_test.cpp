#include "report/page.h"

#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "report/digest.h"
#include "report/svg.h"
#include "statistics/compute.h"
#include "statistics/generated.h"
#include "text/messages.h"

using namespace pith;
using text::Language;

namespace {

constexpr std::string_view kHostile =
    "<script>alert(1)</script>\"'&\x1b[31m\xE2\x80\xAE 🙂 </style></svg>";

const test::Generated& generated() {
  static const test::Generated made(3000, 11, 5);
  return made;
}

/// Statistics with hostile text wherever a deck or an answer can put some.
statistics::Statistics figures() {
  auto s = statistics::compute(generated().log, generated().due, generated().scope());
  s.items[0].question = kHostile;
  s.items[0].tags = {std::string(kHostile)};
  s.items[0].id.item = kHostile;
  s.points[0].name = kHostile;
  for (auto& weak : s.weakest) {
    weak.said = kHostile;
  }
  s.learn_next.insert(s.learn_next.begin(), 0);
  s.confused.push_back({std::string(kHostile), "a", "b", std::string(kHostile), 3});
  return s;
}

/// Elements that are not closed, or closed without having been opened.
std::vector<std::string> unbalanced(std::string_view html) {
  std::vector<std::string> open;
  std::vector<std::string> wrong;
  for (auto at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const auto end = html.find('>', at);
    const auto tag = html.substr(at + 1, end - at - 1);
    const auto name = std::string(tag.substr(0, tag.find_first_of(" \n")));
    if (name == "!DOCTYPE" || name == "meta" || name == "br" || tag.ends_with('/')) {
      continue;
    }
    if (!name.starts_with('/')) {
      open.push_back(name);
    } else if (!open.empty() && open.back() == name.substr(1)) {
      open.pop_back();
    } else {
      wrong.push_back(name);
    }
    if (name == "style" || name == "script") {
      at = html.find("</" + name, end) - 1;
    }
  }
  wrong.insert(wrong.end(), open.begin(), open.end());
  return wrong;
}

std::size_t occurrences(std::string_view text, std::string_view what) {
  std::size_t count = 0;
  for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) {
    ++count;
  }
  return count;
}

/// The words of all that the first group of the pattern finds.
std::set<std::string> words_found(const std::string& text, const std::regex& pattern) {
  std::set<std::string> words;
  for (std::sregex_iterator found(text.begin(), text.end(), pattern), end; found != end; ++found) {
    std::istringstream group((*found)[1].str());
    words.insert(std::istream_iterator<std::string>(group), {});
  }
  return words;
}

/// What an element of the page holds; empty if there is none.
std::string inside(const std::string& page, const std::string& element) {
  const auto begin = page.find("<" + element + ">") + element.size() + 2;
  return page.substr(begin, page.find("</" + element + ">", begin) - begin);
}

}  // namespace

TEST_CASE("the page is whole, loads nothing and runs only its own script", "[report]") {
  const auto language = GENERATE(Language::english, Language::chinese);

  const auto page = report::progress_page(figures(), {language, std::string(kHostile)});

  CHECK(unbalanced(page).empty());
  CHECK(occurrences(page, "<script") == 1);
  CHECK(page.find("alert(1)</script>") == std::string::npos);
  CHECK(page.find("&lt;script&gt;alert(1)") != std::string::npos);
  CHECK(page.find('\x1b') == std::string::npos);
  CHECK(page.find("\xE2\x80\xAE") == std::string::npos);
  CHECK(page.find("default-src 'none'") != std::string::npos);
  CHECK(page.find("http://") == std::string::npos);
  CHECK(page.find("https://") == std::string::npos);
  CHECK(page.find(" src=") == std::string::npos);
  CHECK(page.find("url(") == std::string::npos);
  CHECK(page.find(" style=") == std::string::npos);
  CHECK(page.size() < 2'000'000);
}

TEST_CASE("every class of the page has a rule, and every rule for a class is used", "[report]") {
  const auto page = report::progress_page(figures());
  const auto used = words_found(page, std::regex(R"~(class="([^"]*)")~"));
  const auto styled = words_found(inside(page, "style"), std::regex(R"(\.([a-z][\w-]*))"));
  auto heeded = words_found(inside(page, "script"), std::regex(R"(table\.([a-z]+))"));
  heeded.insert(styled.begin(), styled.end());

  for (const auto& name : used) {
    INFO(name);
    CHECK(heeded.contains(name));
  }
  for (const auto& name : styled) {
    INFO(name);
    CHECK(used.contains(name));
  }
}

TEST_CASE("every picture of the page has a name and its numbers as a table", "[report]") {
  const auto page = report::progress_page(figures());

  CHECK(occurrences(page, R"(<svg class="chart")") > 8);
  CHECK(occurrences(page, R"(<svg class="chart")") <=
        occurrences(page, R"(role="img" aria-label=")"));
  CHECK(occurrences(page, "<details>") >= occurrences(page, R"(<svg class="chart")") - 2);
}

TEST_CASE("neighbouring edges of foreseen recall look different", "[report]") {
  const auto page = report::progress_page(figures());

  for (const auto* edges : {">0.7<", ">0.8<", ">0.85<", ">0.9<", ">0.95<"}) {
    CHECK(page.find(edges) != std::string::npos);
  }
}

TEST_CASE("the numbers of a column have as many decimals as one another", "[report]") {
  auto s = figures();
  for (auto& point : s.points) {
    if (point.memory.state) {
      point.memory.state->difficulty = 1.0;
    }
  }
  const auto page = report::progress_page(s);
  CHECK(page.find(R"(data-value="1.0000">1.0</td>)") != std::string::npos);
  CHECK(page.find(R"(data-value="1.0000">1</td>)") == std::string::npos);
}

TEST_CASE("the page speaks the language asked for", "[report]") {
  const auto english = report::progress_page(figures(), {Language::english, ""});
  const auto chinese = report::progress_page(figures(), {Language::chinese, ""});

  CHECK(english.find(R"(<html lang="en">)") != std::string::npos);
  CHECK(english.find("What to learn next") != std::string::npos);
  CHECK(chinese.find(R"(<html lang="zh">)") != std::string::npos);
  CHECK(chinese.find("接下来学什么") != std::string::npos);
  CHECK(chinese.find("Retention and calibration") == std::string::npos);
}

TEST_CASE("a page about nothing says so", "[report]") {
  statistics::Scope scope;
  scope.today = generated().today;

  const auto page = report::progress_page(statistics::compute({}, {}, scope));

  CHECK(unbalanced(page).empty());
  CHECK(page.find("Nothing has been answered in this period.") != std::string::npos);
  CHECK(page.find("<svg") == std::string::npos);
}

TEST_CASE("charts of one value, or none, are still pictures", "[report]") {
  CHECK(report::bar_chart({"empty", {}, 0, false, {}}).find("nan") == std::string::npos);
  CHECK(report::bar_chart({"zero", {{"a", 0, {}, ""}}, 0, false, {}}).find("nan") ==
        std::string::npos);
  CHECK(report::line_chart("one", {{"2026-12-01", 0.5, "tip"}}).find("nan") == std::string::npos);
  CHECK(report::line_chart("none", {}).find("nan") == std::string::npos);
}

TEST_CASE("the digest is short enough for a message, in both languages", "[report]") {
  const auto language = GENERATE(Language::english, Language::chinese);
  auto scope = generated().scope();
  scope.since = scope.today - std::chrono::days{6};
  const auto week = statistics::compute(generated().log, generated().due, scope);

  const auto text = report::digest(week, {76, true, text::Messages(language)});

  CHECK(std::count(text.begin(), text.end(), '\n') <= 24);
  CHECK(text.find("2026-11-25") != std::string::npos);
  CHECK(text.size() < 2000);
}

TEST_CASE("the digest counts a single thing in the singular", "[report]") {
  auto s = statistics::compute(generated().log, generated().due, generated().scope());
  s.forecast.due[0] = 1;
  s.recall.reviews = 1;
  const auto words = report::digest(s, {76, true});
  CHECK(words.find("Due today: 1 item (") != std::string::npos);
  CHECK(words.find(" of 1 review, foreseen") != std::string::npos);
}

TEST_CASE("the digest tells the time in the unit that suits it", "[report]") {
  auto s = statistics::compute(generated().log, generated().due, generated().scope());
  const auto [seconds, told] = GENERATE(table<double, std::string>(
      {{20, ", 20 s, score"}, {18 * 60, ", 18 min, score"}, {12 * 3600, ", 12 h, score"}}));
  s.effort.seconds = seconds;
  CHECK(report::digest(s, {200, true}).find(told) != std::string::npos);
}
