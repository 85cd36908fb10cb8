#include "report/junit.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "report/words.h"
#include "text/utf8.h"
#include "text/words.h"

namespace pith::report {
namespace {

bool is_xml_character(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) ||
         (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

std::string_view entity_for(char32_t c) {
  switch (c) {
    case U'&':
      return "&amp;";
    case U'<':
      return "&lt;";
    case U'>':
      return "&gt;";
    case U'"':
      return "&quot;";
    case U'\n':
      return "&#10;";
    case U'\r':
      return "&#13;";
    case U'\t':
      return "&#9;";
    default:
      return "";
  }
}

/// Deck and section: the class under which servers group the cases.
std::string class_of(const Mark& mark) {
  const auto deck = mark.item.substr(0, mark.item.find('/'));
  return mark.section.empty() ? deck : fmt::format("{}.{}", deck, mark.section);
}

std::string output_of(const Mark& mark) {
  std::string output = mark.question + "\n";
  for (const auto& point : mark.points) {
    output += point_words(point) + "\n";
  }
  return output + "answer: " + mark.answer + "\n";
}

std::string result_of(const Mark& mark) {
  if (mark.state != State::answered) {
    return fmt::format("      <skipped message=\"{}\"/>\n", outcome_of(mark));
  }
  if (mark.passed) {
    return {};
  }
  std::string missing;
  for (const auto& point : mark.points) {
    if (point.verdict != grading::Verdict::hit) {
      missing += point_words(point) + "\n";
    }
  }
  return fmt::format("      <failure type=\"below-pass-mark\" message=\"{}%\">{}</failure>\n",
                     text::percent(mark.score), xml_escaped(missing));
}

std::string case_of(const Mark& mark) {
  auto xml = fmt::format("    <testcase classname=\"{}\" name=\"{}\" time=\"{:.3f}\">\n",
                         xml_escaped(class_of(mark)), xml_escaped(mark.item), mark.seconds);
  xml += result_of(mark);
  if (mark.state == State::answered) {
    xml += fmt::format("      <system-out>{}</system-out>\n", xml_escaped(output_of(mark)));
  }
  return xml + "    </testcase>\n";
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  const auto repaired = text::repair_utf8(text);
  std::string escaped;
  for (std::size_t at = 0; at < repaired.size();) {
    const auto c = text::next_code_point(repaired, at);
    if (const auto entity = entity_for(c); !entity.empty()) {
      escaped += entity;
    } else {
      text::append_utf8(escaped, is_xml_character(c) ? c : U'\uFFFD');
    }
  }
  return escaped;
}

std::string to_junit(const Scorecard& card) {
  std::string cases;
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t skipped = 0;
  for (const auto& mark : card.marks) {
    if (session::is_first(mark.why)) {
      cases += case_of(mark);
      ++tests;
      skipped += mark.state != State::answered ? 1 : 0;
      failures += mark.state == State::answered && !mark.passed ? 1 : 0;
    }
  }
  const auto counts = fmt::format(R"(tests="{}" failures="{}" errors="0" time="{:.3f}")", tests,
                                  failures, card.seconds);
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"pith\" {0}>\n"
      "  <testsuite name=\"{1}\" {0} skipped=\"{2}\" timestamp=\"{3:%Y-%m-%dT%H:%M:%S}\">\n"
      "    <properties>\n"
      "      <property name=\"score\" value=\"{4:.4f}\"/>\n"
      "      <property name=\"pass\" value=\"{5:.4f}\"/>\n"
      "      <property name=\"passed\" value=\"{6}\"/>\n"
      "      <property name=\"session\" value=\"{7}\"/>\n"
      "    </properties>\n"
      "{8}  </testsuite>\n</testsuites>\n",
      counts, xml_escaped(card.title), skipped,
      fmt::gmtime(std::chrono::floor<std::chrono::seconds>(card.when.time)), card.score, card.pass,
      card.passed, card.session, cases);
}

}  // namespace pith::report
