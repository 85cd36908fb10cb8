#include "deck/reading/names.h"

#include <algorithm>
#include <array>

#include "text/display.h"

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

}  // namespace pith::deck
