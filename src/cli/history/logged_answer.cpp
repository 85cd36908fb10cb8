#include "cli/history/logged_answer.h"

#include <algorithm>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/utc_calendar.h"
#include "cli/printable.h"
#include "grading/verdict.h"
#include "report/json.h"
#include "text/display.h"
#include "text/utf8.h"
#include "text/words.h"

namespace pith::cli {
namespace {

using base::Json;

constexpr std::size_t kWidestItem = 32;
constexpr std::size_t kNarrowestAnswer = 10;

Json evidence_of(const history::AnsweredPoint& point, const std::string& answer) {
  if (!point.evidence) {
    return nullptr;
  }
  const auto [begin, end] = *point.evidence;
  const bool inside = begin <= end && end <= answer.size();
  return {{"begin", begin},
          {"end", end},
          {"text", inside ? Json(text::repair_utf8(answer.substr(begin, end - begin))) : Json()}};
}

Json to_json(const history::AnsweredPoint& point, const std::string& answer) {
  return {{"id", point.id},
          {"weight", point.weight},
          {"verdict", grading::name_of(point.verdict)},
          {"automatic", grading::name_of(point.automatic)},
          {"credit", point.credit},
          {"confidence", point.confidence},
          {"rating", static_cast<int>(point.rating)},
          {"evidence", evidence_of(point, answer)}};
}

/// Enough of an id to name one answer in a log that people read.
std::string short_id(const history::Uuid& id) {
  constexpr std::size_t kDigits = 8;
  const auto whole = to_string(id);
  return whole.substr(whole.size() - kDigits);
}

/// What stands before the answer: the end of its id, when it was given, its mark and the item.
std::string head_of(const history::LoggedAnswer& logged, const Context& context) {
  const auto local = logged.stamp.when.time + logged.stamp.when.utc_offset;
  return fmt::format("{}  {:%Y-%m-%d %H:%M}  {:>4}%  {}{}  ", short_id(logged.stamp.id),
                     base::utc_calendar(local), text::percent(score_of(logged.answer)),
                     logged.retracted ? context.tr("(undone)") + " " : "",
                     text::truncate(one_line(full_id(logged.item)), kWidestItem));
}

std::string words_of(const history::LoggedAnswer& logged, const Context& context,
                     const std::string& said) {
  return logged.redacted              ? context.tr("(redacted)")
         : !said.empty()              ? said
         : logged.answer.text.empty() ? context.tr("(nothing said)")
                                      : text::repair_utf8(logged.answer.text);
}

}  // namespace

Json logged_json(const history::LoggedAnswer& logged) {
  const auto& answer = logged.answer;
  Json object = {{"id", to_string(logged.stamp.id)},
                 {"time", iso_utc(logged.stamp.when.time)},
                 {"utc_offset", logged.stamp.when.utc_offset.count() * 60},
                 {"study_day", memory::iso_date(logged.stamp.when.day)},
                 {"item", full_id(logged.item)},
                 {"asked_as", full_id(answer.item)},
                 {"session", to_string(answer.session)},
                 {"mode", name_of(answer.mode)},
                 {"answer", text::repair_utf8(answer.text)},
                 {"score", score_of(answer)},
                 {"seconds", answer.seconds},
                 {"hints", answer.hints},
                 {"time_over", answer.time_over},
                 {"scheduled", answer.scheduled},
                 {"relearning", answer.relearning},
                 {"aided", answer.aided}};
  object["points"] = Json::array();
  for (const auto& point : answer.points) {
    object["points"].push_back(to_json(point, answer.text));
  }
  object["content"] = answer.content_hash;
  object["grader"] = {{"version", answer.versions.grader},
                      {"encoder", answer.versions.encoder},
                      {"judge", answer.versions.judge}};
  object["device"] = to_string(logged.stamp.device);
  object["retracted"] = logged.retracted;
  object["redacted"] = logged.redacted;
  return object;
}

std::string to_line(const history::LoggedAnswer& logged, const Context& context,
                    const std::string& said) {
  const auto head = head_of(logged, context);
  const auto used = text::display_width(head);
  const auto left = context.screen.columns > used ? context.screen.columns - used : 0;
  return head + text::truncate(one_line(words_of(logged, context, said)),
                               std::max(left, kNarrowestAnswer));
}

std::string to_paragraph(const history::LoggedAnswer& logged, const Context& context,
                         const std::string& said) {
  constexpr std::size_t kIndent = 2;
  const auto head = head_of(logged, context);
  const auto words = words_of(logged, context, said);
  const auto columns = context.screen.columns;
  if (words.find('\n') == std::string::npos &&
      text::display_width(head) + text::display_width(text::sanitise(words)) <= columns) {
    return to_line(logged, context, said);
  }
  const auto width = std::max(columns, kIndent + kNarrowestAnswer) - kIndent;
  std::string paragraph = fmt::format("{}", fmt::join(text::wrap(head, kIndent + width), "\n"));
  for (const auto& line : text::wrap(text::sanitise(words), width)) {
    paragraph += '\n' + std::string(kIndent, ' ') + line;
  }
  return paragraph;
}

}  // namespace pith::cli
