// Nothing stays untranslated: what the sources mark, what the command tree says of itself, and what
// commands print.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "cli/help/help.h"
#include "cli/learner.h"
#include "cli/schedule/fit_report.h"
#include "support/pty_program.h"
#include "support/temporary_folder.h"
#include "text/catalogue.h"
#include "text/display.h"
#include "text/messages.h"

using namespace pith;
using test::CommandTree;
using text::Language;
using text::Messages;

namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

/// A run of string literals as the compiler joins them.
std::string joined(const std::string& literals) {
  static const std::regex one(R"re("((?:[^"\\]|\\.)*)")re");
  std::string out;
  for (std::sregex_iterator at(literals.begin(), literals.end(), one), end; at != end; ++at) {
    const auto inside = (*at)[1].str();
    for (std::size_t i = 0; i < inside.size(); ++i) {
      const bool escaped = inside[i] == '\\' && i + 1 < inside.size();
      i += escaped ? 1U : 0U;
      out += escaped && inside[i] == 'n' ? '\n' : inside[i];
    }
  }
  return out;
}

std::vector<std::string> sources() {
  std::vector<std::string> all;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(PITH_SOURCE_DIR) / "src")) {
    if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h") {
      all.push_back(text_of(entry.path()));
    }
  }
  return all;
}

/// Every message that a source marks: an argument of `tr(…)`, `tr.format(…)`, `to_translate(…)`,
/// and the noun of `tr.count(n, …)` and of `counted(n, …)`.
std::set<std::string> marked_messages() {
  const std::string literals = R"re(((?:"(?:[^"\\]|\\.)*"\s*)+))re";
  const std::regex said(R"re(\b(?:tr_?|tr\(\)|to_translate)(?:\.format)?\(\s*)re" + literals);
  const std::regex counted(R"re(\b(?:tr_?\.count|counted)\([^;"]*?,\s*)re" + literals);
  std::set<std::string> found;
  for (const auto& source : sources()) {
    for (std::sregex_iterator at(source.begin(), source.end(), said), end; at != end; ++at) {
      found.insert(joined((*at)[1]));
    }
    for (std::sregex_iterator at(source.begin(), source.end(), counted), end; at != end; ++at) {
      found.insert("{} " + joined((*at)[1]));
    }
  }
  found.erase("");
  return found;
}

/// What the sources throw: sentences of code that knows no language.
std::set<std::string> thrown_messages() {
  const std::string literals = R"re(((?:"(?:[^"\\]|\\.)*"\s*)+)[,)])re";
  const std::regex thrown(
      R"re(\b(?:Usage|Storage)?(?:Error|InvalidInput)\(\s*(?:fmt::format\(\s*)?)re" + literals);
  std::set<std::string> found;
  for (const auto& source : sources()) {
    for (std::sregex_iterator at(source.begin(), source.end(), thrown), end; at != end; ++at) {
      found.insert(joined((*at)[1]));
    }
  }
  return found;
}

/// What the reading of decks complains of, and how to mend it: every literal there of two words or
/// more that is not for machines.
std::set<std::string> complaints() {
  const std::regex literals(R"re((?:"(?:[^"\\]|\\.)*"\s*)+)re");
  const std::regex two_words("[a-z]{2,}.* .*[a-z]{2,}");
  const std::regex machine(
      R"(pith (deck|index) \d\n|reversed: true.*|anchor is not.*|alias not.*|illegal map.*|(end of )?(map|seq|sequence) flow|the keys are|the points are|name a deck, .*|a text in .*)");
  std::set<std::string> found;
  for (const auto& file :
       fs::recursive_directory_iterator(fs::path(PITH_SOURCE_DIR) / "src/deck")) {
    const auto source = std::regex_replace(
        text_of(file.path()), std::regex("(^|\n)\\s*(#|//)[^\n]*|R\"[^\n]*|'\"'"), "\n");
    for (std::sregex_iterator at(source.begin(), source.end(), literals), end; at != end; ++at) {
      const auto message =
          std::regex_replace(joined(at->str()), std::regex(R"(\{:[^{}]*\})"), "{}");
      if (std::regex_search(message, two_words) && !std::regex_match(message, machine)) {
        found.insert(message);
      }
    }
  }
  return found;
}

/// Whether a format has words beside its fields.
bool has_words(const std::string& format) {
  const auto rest = std::regex_replace(format, std::regex(R"(\{[^{}]*\})"), "");
  return std::ranges::any_of(rest, [](unsigned char c) { return std::isalpha(c); });
}

std::vector<text::Entry> entries() {
  std::vector<text::Entry> all;
  for (const auto& file : fs::directory_iterator(fs::path(PITH_SOURCE_DIR) / "src/text/po")) {
    for (auto& entry : text::parse_po(text_of(file.path()))) {
      all.push_back(std::move(entry));
    }
  }
  return all;
}

/// The fields of a format in order, numbered ones by their number.
std::multiset<std::string> fields_of(const std::string& format) {
  static const std::regex field(R"(\{(\d*)(?::[^{}]*)?\})");
  std::multiset<std::string> numbers;
  std::size_t next = 0;
  const auto plain = std::regex_replace(format, std::regex(R"(\{\{|\}\})"), "");
  for (std::sregex_iterator at(plain.begin(), plain.end(), field), end; at != end; ++at) {
    const auto number = (*at)[1].str();
    numbers.insert(number.empty() ? std::to_string(next++) : number);
  }
  return numbers;
}

void check_described(cli::Command command, const Messages& chinese) {
  const auto check = [&](const std::string& words) {
    CAPTURE(command.name(), words);
    CHECK((words.empty() || chinese(words) != words));
  };
  check(command.description());
  for (const auto& argument : command.arguments()) {
    check(argument.description());
  }
  for (const auto& option : command.options()) {
    check(option.description());
  }
  for (const auto& each : command.commands()) {
    check_described(each, chinese);
  }
}

/// English words of a page that are neither names nor typed by people: no dots, slashes, digits,
/// capitals only, no options with their values, nothing in backquotes.
std::vector<std::string> english_in(const std::string& page, const std::set<std::string>& names) {
  const auto said = std::regex_replace(page, std::regex("`[^`]*`|--[a-z-]+ [a-z]+"), "");
  std::vector<std::string> found;
  std::istringstream words(said);
  const std::regex english("^[(“]?[A-Za-z]?[a-z]{2,}[.,;:)”]*$");
  for (std::string word; words >> word;) {
    const bool is_id = std::regex_match(word, std::regex("[0-9a-f]{8}"));
    if (std::regex_match(word, english) && !is_id &&
        !names.contains(std::regex_replace(word, std::regex("[^A-Za-z]"), ""))) {
      found.push_back(word);
    }
  }
  return found;
}

/// Where a page runs a number into the Chinese before it, or counts twice (`1 天 天`). The months
/// above a calendar are no prose.
std::vector<std::string> slips_of_counting_in(const std::string& page) {
  const std::string han = "[\xE4-\xE9][\x80-\xBF][\x80-\xBF]";
  const std::regex slip(han + "[0-9]+|[0-9]+ (?:" + han + ")+ (?:个|次|天|道|题)");
  const auto prose = std::regex_replace(page, std::regex("[0-9]+月"), "");
  return {std::sregex_token_iterator(prose.begin(), prose.end(), slip), {}};
}

}  // namespace

TEST_CASE("every message that the sources mark is in the Chinese catalogue", "[languages]") {
  const Messages chinese(Language::chinese);
  const auto marked = marked_messages();
  CHECK(marked.size() > 100);
  for (const auto& message : marked) {
    CAPTURE(message);
    CHECK((!has_words(message) || message == "pith" || chinese(message) != message));
  }
}

TEST_CASE("every error that the sources throw is in the Chinese catalogue", "[languages]") {
  const Messages chinese(Language::chinese);
  const auto thrown = thrown_messages();
  CHECK(thrown.size() > 100);
  for (const auto& message : thrown) {
    CAPTURE(message);
    CHECK((!has_words(message) || chinese(message) != message));
  }
}

TEST_CASE("every complaint about a deck is in the Chinese catalogue", "[languages]") {
  const Messages chinese(Language::chinese);
  const auto all = complaints();
  CHECK(all.size() > 100);
  for (const auto& message : all) {
    CAPTURE(message);
    CHECK(chinese(message) != message);
  }
}

TEST_CASE("the traps of YAML are told in Chinese from end to end", "[languages]") {
  const Messages chinese(Language::chinese);
  const auto [english, told] = GENERATE(table<std::string, std::string>(
      {{"remove the tag; put a text that begins with '!' in quotes",
        "请删掉标签；以 ! 开头的文字请加引号"},
       {"YAML takes '**粗体**题' for an alias, as it begins with '*'",
        "“**粗体**题”以 * 开头，YAML 当成了别名"},
       {"a cloze needs a gap: '没有空'", "填空题要有空：“没有空”"},
       {"it was given in line 1 already", "第 1 行已经写过"},
       {"this cannot be read as YAML: unknown token", "这不能当作 YAML 读取：有认不出的符号"},
       {"the keys are question, points", "可用的键：question, points"},
       {"add a line 'question: …'", "请加一行 question: …"},
       {"'title' must be a text, not a list", "“title”必须是文字，不能是列表"}}));
  CHECK(chinese.sentence(english) == told);
}

TEST_CASE("what check finds beyond a deck's form is told in Chinese from end to end",
          "[languages]") {
  const Messages chinese(Language::chinese);
  const auto [english, told] = GENERATE(table<std::string, std::string>(
      {{"'树' was answered before and is gone; is it this one, renamed?",
        "“树”以前回答过，现在没有了；是不是改名成了这个？"},
       {"'树' was answered before and is gone from 'wood'; is it this one, moved?",
        "“树”以前回答过，现在不在“wood”里了；是不是移到了这里？"},
       {"'石头' is to reject '木头' and does not: not mentioned",
        "“石头”应当否定“木头”，却没有：没有提到"},
       {"say it with words of its own that no 'accept' and no detail of the point has",
        "请换成自己的说法，不要用要点的 accept 和说明里的话"}}));
  CHECK(chinese.sentence(english) == told);
}

TEST_CASE("errors that are put together of parts are told in Chinese from end to end",
          "[languages]") {
  const Messages chinese(Language::chinese);
  const auto [english, told] = GENERATE(table<std::string, std::string>(
      {{"'d.apkg' is no zip archive, or its end is missing", "“d.apkg”不是 zip 文件，或缺少结尾"},
       {"'d.apkg' has no entry 'media'", "“d.apkg”里没有“media”"},
       {"g.csv:2: review_rating is 9; expected 1 (again) to 4 (easy)",
        "g.csv:2: review_rating 是 9；应为 1（重来）到 4（容易）"},
       {"pass mark, time limit and retention of 6 items", "6 道题的及格线、时限和目标记忆率"},
       {"'order' must be one of file, due, not 'foo'", "“order”应为 file, due 之一，不能是“foo”"},
       {"'repeat_missed' needs 'feedback: each'", "“repeat_missed”需要“feedback: each”"},
       {"c.yaml:1:2: hit: 'x' is no style: write bold, dim, italic, underline, reverse, none, a "
        "colour such as red, or bright-red",
        "c.yaml:1:2: hit：“x”不是样式：请写 bold、dim、italic、underline、reverse、none，red "
        "这样的颜色，或 bright-red"},
       {"c.yaml:1:2: unknown key 'x' (keys here: url, model)",
        "c.yaml:1:2: 未知的键“x”（这里可用的键：url, model）"},
       {"c.yaml:1:1: unknown key 'lang' (did you mean 'language'?)",
        "c.yaml:1:1: 未知的键“lang”（是不是“language”？）"},
       {"c.yaml:1:9: the colon behind 'language' is full-width, which is text to YAML (write "
        "'language: ' with a plain colon and a space)",
        "c.yaml:1:9: “language”后面是全角冒号，YAML 把它当作文字（请写“language: "
        "”，用半角冒号加空格）"},
       {"--until: 2026-01-01 is not after today", "--until：2026-01-01 不在今天之后"},
       {"'a.yaml' cannot be written: Permission denied", "写不了“a.yaml”：没有权限"},
       {"the line is too long", "这一行太长"}}));
  CHECK(chinese.sentence(english) == told);
}

TEST_CASE("what the operating system says is told in Chinese", "[languages]") {
  const Messages chinese(Language::chinese);
  const auto [english, told] = GENERATE(table<std::string, std::string>(
      {{"cannot read 'a.yaml': No such file or directory", "读不了“a.yaml”：没有这个文件或文件夹"},
       {"cannot write the backup a.db: No space left on device", "写不了备份 a.db：磁盘空间不足"},
       {"the folder 'a/b' cannot be made: Not a directory",
        "无法建立文件夹“a/b”：路径中有一段不是文件夹"},
       {"'a' cannot be used: Is a directory", "用不了“a”：这是文件夹"}}));
  CHECK(chinese.sentence(english) == told);
}

TEST_CASE("Chinese prose has full-width punctuation, and one way of writing percentages",
          "[languages]") {
  const std::string han = "[\xE4-\xE9][\x80-\xBF][\x80-\xBF]";
  const std::regex half_width(han + "[:,;()!?']|[,;()!?']" + han);
  const auto all = entries();
  CHECK(all.size() > 100);
  for (const auto& entry : all) {
    CAPTURE(entry.translated);
    const auto prose =
        std::regex_replace(entry.translated, std::regex("`[^`]*`|名称: 说明|\\[[^\\]]*\\]"), "");
    CHECK_FALSE(std::regex_search(prose, half_width));
    CHECK(entry.translated.find(" %") == std::string::npos);
  }
}

TEST_CASE("what is taken back, set and planned is told in Chinese", "[cli]") {
  test::Learner pith("deck: moat\nitems:\n  - {id: 技术, question: 何, points: [专利, 团队]}\n");
  pith.tr = Messages(Language::chinese);
  const auto contains = [&](const std::string& words) { return Catch::Contains(words); };

  REQUIRE(pith.ask({"suspend", "moat/技术"}, "") == 0);
  REQUIRE(pith.ask({"undo"}, "") == 0);
  CHECK_THAT(pith.out, contains("  停用  moat/技术\n"));

  REQUIRE(pith.ask({"run", pith.write("daily.yaml", "practice: 每日\n"), "--dry-run"}, "") == 0);
  CHECK(pith.out == "moat/技术  2 个要点\n1 道题\n");

  REQUIRE(pith.ask({"config"}, "") == 0);
  CHECK_THAT(pith.out,
             contains("# floor: 默认是目标记忆率减 0.2\n") && contains("# endpoint: 没有设置\n"));

  REQUIRE(pith.ask({"list"}, "") == 0);
  CHECK_THAT(pith.out, contains("moat（1 道题）\n"));

  REQUIRE(pith.ask({"grade", "moat/技术", "专利", "--encoder", "none"}, "") == 1);
  CHECK_THAT(pith.out, contains("团队：没有提到"));

  REQUIRE(pith.ask({"drill", "--encoder", "none"}, "\n") == 0);
  REQUIRE(pith.ask({"show", "moat/技术", "--answers"}, "") == 0);
  CHECK_THAT(pith.out, contains("0%  练习\n") && contains("（没有回答）"));
}

TEST_CASE("the columns of the tables of memory stand below their heads in Chinese", "[languages]") {
  cli::FitReport report;
  report.items = 1;
  report.calibration = {{7, 0.05, 0.1}};
  const auto page = cli::to_text(report, 80, Messages(Language::chinese));
  const auto width_from = [&](std::string_view words) {
    const auto begin = page.find(words);
    return text::display_width(page.substr(begin, page.find('\n', begin) - begin));
  };
  CHECK(width_from("预测的回忆率 ") == width_from("  0-100%:  5.0%"));
  CHECK(width_from("对数损失") == width_from("RMSE（分箱）"));

  test::CommandLine pith;
  pith.tr = Messages(Language::chinese);
  REQUIRE(pith.run({"explain", "--reviews", "3@0,1@5"}) == 0);
  std::set<std::size_t> widths;
  std::istringstream lines(pith.out);
  for (std::string line; std::getline(lines, line);) {
    widths.insert(text::display_width(line));
  }
  CHECK_THAT(pith.out, Catch::Contains("重来"));
  CHECK(widths.size() == 1);
}

TEST_CASE("every command and option is described in Chinese", "[languages]") {
  CommandTree tree;
  const Messages chinese(Language::chinese);
  for (const auto& group : cli::command_groups(tree.program())) {
    for (const auto& command : group.commands) {
      check_described(command, chinese);
    }
  }
}

TEST_CASE("a translation has the fields of its original, and nothing is translated twice",
          "[languages]") {
  std::set<std::string> seen;
  const auto all = entries();
  CHECK(all.size() > 100);
  for (const auto& entry : all) {
    CAPTURE(entry.english, entry.translated);
    CHECK(fields_of(entry.english) == fields_of(entry.translated));
    CHECK(seen.insert(entry.english).second);
  }
}

TEST_CASE("what commands print in Chinese has no English words of pith", "[languages]") {
  auto command = GENERATE(values<std::vector<std::string>>(
      {{"list"},
       {"show", "moat/技术"},
       {"due"},
       {"log"},
       {"doctor"},
       {"check"},
       {"wordings"},
       {"explain", "moat/技术"},
       {"rebuild"},
       {"undo"},
       {"search", "专利"},
       {"relink"},
       {"grade", "moat/技术", "先申请专利"},
       {"suspend", "moat/技术"},
       {"stats"},
       {"stats", "--by", "item"},
       {"stats", "--by", "day"},
       {"plan", "--on", "+9"},
       {"optimize"},
       {"list", "--marked"},
       {"search", "nothing"},
       {"orphans"},
       {"backup"},
       {"fmt"},
       {"report", "--lang", "zh"},
       {"report", "--lang", "zh", "--text", "--since", "7d"},
       {"sync", "@shared"},
       {"new", "deck", "law"},
       {"new", "item", "moat", "--question", "为什么？", "--point", "因为"},
       {"import", "@import.md", "-o", "@imported/"},
       {"import", "@import.tsv", "--dry-run"},
       {"export", "-o", "@out.md"},
       {"export", "-o", "@out.tsv"},
       {"export", "-o", "@out.apkg"},
       {"eval", "@decks/moat.yaml", "@marked.jsonl"},
       {"reset", "moat/技术"},
       {"bury", "moat/技术"},
       {"bury", "moat/技术", "--off"},
       {"list", "--state", "leech"},
       {"list", "--state", "due", "--sort", "score"},
       {"search", "专利", "--state", "buried"},
       {"drill", "--encoder", "none"},
       {"review", "--encoder", "none"}}));
  CAPTURE(command);
  test::Learner pith(
      "deck: moat\ntitle: 护城河\nlanguage: zh\nitems:\n"
      "  - id: 技术\n    question: 怎样建立壁垒？\n    points:\n"
      "      - 专利: 及早申请。\n      - 核心团队\n    hints: [法律]\n    explanation: "
      "缺一不可。\n");
  pith.write("import.md", "# 问\n\n- 甲\n\n不属于谁的话\n");
  fs::create_directory(pith.folder() / "shared");
  pith.write("import.tsv", "#unknown:x\n只有一栏\n正面\t背面\n正面\t背面\n\t背面\n");
  pith.write(
      "marked.jsonl",
      "{\"item\": \"技术\", \"answer\": \"先申请专利\", \"score\": 0.5, \"points\": [1, 0]}\n");
  for (auto& word : command) {
    word = word.starts_with('@') ? (pith.folder() / word.substr(1)).string() : word;
  }
  pith.tr = Messages(Language::chinese);
  REQUIRE(pith.ask({"drill", "--encoder", "none"}, "先申请专利\n") == 0);

  static_cast<void>(pith.ask(command, "核心的团队\n"));

  // The last ones are the operating system's: why a file cannot be read.
  const std::set<std::string> names = {"moat", "pith", "drill", "markdown", "csv", "md",
                                       "tsv",  "apkg", "id",    "none",     "rho", "detail",
                                       "such", "file", "or",    "directory"};
  CHECK(english_in(pith.out + pith.err, names) == std::vector<std::string>());
  CHECK(slips_of_counting_in(pith.out + pith.err) == std::vector<std::string>());
}

TEST_CASE("LANGUAGE outranks the locale, as for other programs, unless that is C", "[cli]") {
  const auto [list, locale, chinese] = GENERATE(table<std::string, std::string, bool>({
      {"zh", "en_US.UTF-8", true},
      {"de:zh_CN:en", "en_US.UTF-8", true},
      {"en:zh", "zh_CN.UTF-8", false},
      {"de", "zh_CN.UTF-8", true},
      {"zh", "C.UTF-8", false},
      {"zh", "en_US", false},
  }));
  CAPTURE(list, locale);
  const test::TemporaryFolder home;
  test::PtyProgram pith({"/usr/bin/env", "-u", "XDG_CONFIG_HOME", "-u", "XDG_DATA_HOME", "-u",
                         "XDG_CACHE_HOME", "HOME=" + home.path().string(), "LC_ALL=" + locale,
                         "LANGUAGE=" + list, PITH_BINARY, "list", "nix"},
                        80, 24);
  CHECK(pith.shows_somewhere(chinese ? "没有叫" : "nothing is called"));
  CHECK(pith.wait() == 2);
}
