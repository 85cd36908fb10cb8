#include "report/junit.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "base/utc_calendar.h"
#include "report/words.h"
#include "text/display.h"
#include "text/words.h"

namespace pith::report {
namespace {

std::string_view entity_for(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\n':
      return "&#10;";
    case '\t':
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

/// The case of a session that is below its pass mark, though no question is.
std::string case_of_pass_mark(const Scorecard& card) {
  return fmt::format(
      "    <testcase classname=\"pith\" name=\"pass mark\" time=\"0.000\">\n"
      "      <failure type=\"below-pass-mark\" message=\"{}\"/>\n"
      "    </testcase>\n",
      xml_escaped(verdict_words(card)));
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text::sanitise(text)) {
    const auto entity = entity_for(c);
    escaped += entity.empty() ? std::string_view(&c, 1) : entity;
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
  if (failed_as_a_whole(card)) {
    cases += case_of_pass_mark(card);
    ++tests;
    ++failures;
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
      counts, xml_escaped(card.title), skipped, base::utc_calendar(card.when.time), card.score,
      card.pass, card.passed, card.session, cases);
}

}  // namespace pith::report
