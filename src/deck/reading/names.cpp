#include "deck/reading/names.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "deck/reading/numbers.h"
#include "text/display.h"
#include "text/normalise.h"

namespace pith::deck {
namespace {

constexpr std::array kCommands = std::to_array<std::string_view>(
    {"review",   "drill",   "exam",       "run",         "grade",    "eval",    "check",
     "list",     "show",    "search",     "due",         "stats",    "report",  "plan",
     "optimize", "explain", "log",        "undo",        "wordings", "new",     "edit",
     "fmt",      "relink",  "import",     "export",      "sync",     "backup",  "restore",
     "rebuild",  "config",  "doctor",     "help",        "orphans",  "version", "suspend",
     "bury",     "reset",   "reschedule", "completions", "complete", "manual"});

/// Of selectors, lists and documents.
bool is_mark(char c) {
  return static_cast<unsigned char>(c) <= ' ' ||
         std::string_view("/*?[]{},\"\\`<>").find(c) != std::string_view::npos;
}

bool is_lower_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// What YAML 1.1 takes for true or false, in any case.
constexpr std::array<std::string_view, 6> kTruths = {"true", "false", "yes", "no", "on", "off"};

/// Whether a text is another one where it is read as a number: `1e3`, `1.10`, `007`.
bool is_changed_as_number(std::string_view text) {
  const bool whole = text.find_first_not_of("0123456789") == std::string_view::npos;
  return parse_number(text).has_value() && (!whole || (text.size() > 1 && text.front() == '0'));
}

}  // namespace

bool is_deck_id(std::string_view id) {
  return !id.empty() && id.front() != '-' &&
         std::all_of(id.begin(), id.end(), [](char c) { return is_lower_or_digit(c) || c == '-'; });
}

std::span<const std::string_view> command_names() {
  return kCommands;
}

bool is_command_name(std::string_view id) {
  return std::find(kCommands.begin(), kCommands.end(), id) != kCommands.end();
}

bool is_item_id(std::string_view id) {
  return !id.empty() && id.front() != '-' && id.size() <= 200 &&
         std::ranges::none_of(id, is_mark) && text::sanitise(id) == id;
}

void warn_of_type(const Node& id, Complaints& complaints) {
  const bool truth = std::ranges::find(kTruths, text::nfkc_casefold(id.text)) != kTruths.end();
  if (is_plain(id) && (truth || is_changed_as_number(id.text))) {
    const auto quoted = in_quotes(id.text);
    complaints.warning(id.offset,
                       truth ? fmt::format("{} is true or false to other readers of YAML", quoted)
                             : fmt::format("{} is a number to other readers of YAML", quoted),
                       "put it in quotes");
  }
}

}  // namespace pith::deck
