#include "cli/help/help.h"

#include <algorithm>
#include <array>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/commands.h"
#include "cli/help/topics.h"
#include "text/display.h"

namespace pith::cli {
namespace {

using text::to_translate;

/// By HelpGroup.
constexpr std::array kHeadings = {to_translate("Answer questions"),
                                  to_translate("See where you are"), to_translate("Work on decks"),
                                  to_translate("Measure and fit the grader and the memory"),
                                  to_translate("Keep house")};

struct Row {
  std::string left;
  std::string right;
};

/// Two columns, the right one wrapped; in a narrow window the right one below the left.
std::string table(const std::vector<Row>& rows, std::size_t columns) {
  constexpr std::size_t kMargin = 2;
  constexpr std::size_t kGap = 2;
  std::size_t width = 0;
  for (const auto& row : rows) {
    const auto own = text::display_width(row.left);
    width = own + kMargin + kGap <= columns / 2 ? std::max(width, own) : width;
  }
  std::string out;
  for (const auto& row : rows) {
    const bool beside = text::display_width(row.left) <= width;
    auto start = "  " + (beside ? text::pad(row.left, width + kGap) : row.left + '\n');
    const auto indent = beside ? kMargin + width + kGap : 2 * kMargin;
    start += beside ? "" : std::string(indent, ' ');
    for (const auto& line : text::wrap(row.right, std::max(columns, indent + 10) - indent)) {
      out += start + line + '\n';
      start.assign(indent, ' ');
    }
  }
  return out;
}

std::string paragraph(std::string_view words, std::size_t columns) {
  std::string out;
  for (const auto& line : text::wrap(words, std::max<std::size_t>(columns, 20))) {
    out += line + '\n';
  }
  return out;
}

std::string section(const std::string& heading, const std::string& body) {
  return body.empty() ? std::string() : "\n" + heading + '\n' + body;
}

std::vector<Row> rows_of(const std::vector<Option>& options, const text::Messages& tr) {
  std::vector<Row> rows;
  rows.reserve(options.size());
  for (const auto& option : options) {
    rows.push_back({option_words(option), tr(option.description())});
  }
  return rows;
}

std::string examples(std::string_view command, const text::Messages& tr, std::size_t columns) {
  std::vector<Row> rows;
  for (const auto& each : examples_of(command)) {
    rows.push_back({std::string(each.line), tr(each.what)});
  }
  return section(tr("Examples"), table(rows, columns));
}

std::string all_commands(Command program, const text::Messages& tr, std::size_t columns) {
  std::string out;
  for (const auto& group : command_groups(program)) {
    std::vector<Row> rows;
    for (const auto& command : group.commands) {
      rows.push_back({command.name(), tr(command.description())});
    }
    out += section(tr(group.heading), table(rows, columns));
  }
  std::vector<Row> rows;
  for (const auto& topic : topics()) {
    rows.push_back({"help " + std::string(topic.name), tr(topic.about)});
  }
  return out + section(tr("Read more"), table(rows, columns));
}

std::string upper(std::string word) {
  std::ranges::transform(word, word.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return word;
}

using ValueWord = std::pair<std::string_view, std::string_view>;

/// What the values of these options are, wherever they stand; others take a text.
constexpr auto kValueWords = std::to_array<ValueWord>({
    {"time", "TIME"},   {"time-limit", "TIME"}, {"now", "TIME"},
    {"for", "DAY"},     {"on", "DAY"},          {"until", "DAY"},
    {"since", "DAY"},   {"report", "FILE"},     {"answers", "FILE"},
    {"html", "FILE"},   {"file", "FILE"},       {"db", "FILE"},
    {"output", "FILE"}, {"revlog", "FILE"},     {"report-folder", "FOLDER"},
    {"decks", "PATH"},  {"id", "ID"},           {"forget", "ID"},
    {"recall", "ID"},
});

std::string_view value_named(Option option) {
  for (const auto& name : option.long_names()) {
    const auto* const found = std::ranges::find(kValueWords, name, &ValueWord::first);
    if (found != kValueWords.end()) {
      return found->second;
    }
  }
  return "TEXT";
}

/// What stands for an option's value: `weakest|random`, `N`, `FILE`, `[TEXT]` where it may stand
/// without; empty for a flag.
std::string value_words(Option option) {
  if (!option.needs_value()) {
    return option.may_have_value() ? "[TEXT]" : "";
  }
  if (const auto values = option.values(); !values.empty()) {
    return fmt::format("{}", fmt::join(values, "|"));
  }
  return option.is_number() ? "N" : std::string(value_named(option));
}

}  // namespace

std::vector<CommandGroup> command_groups(Command program) {
  std::vector<CommandGroup> groups;
  groups.reserve(kHeadings.size());
  for (const auto heading : kHeadings) {
    groups.push_back({heading, {}});
  }
  for (const auto& command : program.commands()) {
    if (!command.is_hidden()) {
      groups[static_cast<std::size_t>(group_of(command.name()))].commands.push_back(command);
    }
  }
  std::erase_if(groups, [](const CommandGroup& group) { return group.commands.empty(); });
  return groups;
}

std::vector<std::string> names_in_help(Command program) {
  std::vector<std::string> names;
  for (const auto& group : command_groups(program)) {
    for (const auto& command : group.commands) {
      names.push_back(command.name());
    }
  }
  return names;
}

std::vector<Command> commands_with_help(Command program) {
  std::vector<Command> commands;
  for (const auto& group : command_groups(program)) {
    for (const auto& command : group.commands) {
      commands.push_back(command);
      std::ranges::copy_if(command.commands(), std::back_inserter(commands),
                           [](const Command& below) { return !below.is_hidden(); });
    }
  }
  return commands;
}

std::string name_in_help(Command command) {
  const auto above = command.parent();
  return above && above->parent() ? name_in_help(*above) + ' ' + command.name() : command.name();
}

std::string option_words(Option option) {
  if (option.is_argument()) {
    return upper(option.names());
  }
  auto names = option.names();
  if (const auto comma = names.find(','); comma != std::string::npos) {
    names.insert(comma + 1, " ");
  }
  const auto value = value_words(option);
  return value.empty() ? names : names + ' ' + value;
}

std::string usage_line(Command command, const text::Messages& tr) {
  auto line = command.path();
  line += command.options().empty() ? "" : " [" + tr("OPTIONS") + "]";
  line += command.requires_command() ? " " + tr("COMMAND ...") : "";
  for (const auto& argument : command.arguments()) {
    const auto name = upper(argument.names()) + (argument.takes_several() ? "..." : "");
    line += argument.is_required() ? " " + name : " [" + name + "]";
  }
  return line;
}

std::string help_page(Command command, const text::Messages& tr, std::size_t columns) {
  const bool whole = !command.parent();
  auto out = paragraph(tr(command.description()), columns);
  out += examples(whole ? std::string() : name_in_help(command), tr, columns);
  if (whole) {
    out += all_commands(command, tr, columns);
    out += section(tr("Options of every command"), table(rows_of(command.options(), tr), columns));
    return text::fitted(out, columns);
  }
  out += section(tr("Usage"), paragraph("  " + usage_line(command, tr), columns));
  std::vector<Row> commands;
  for (const auto& each : command.commands()) {
    commands.push_back({each.name(), tr(each.description())});
  }
  out += section(tr("Commands"), table(commands, columns));
  out += section(tr("Arguments"), table(rows_of(command.arguments(), tr), columns));
  out += section(tr("Options"), table(rows_of(command.options(), tr), columns));
  out += '\n' +
         paragraph(tr("`pith --help` lists all commands, and the options that each of them takes."),
                   columns);
  return text::fitted(out, columns);
}

}  // namespace pith::cli
