#include "cli/help.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/topics.h"
#include "text/display.h"

namespace pith::cli {
namespace {

using text::to_translate;

struct GroupNames {
  std::string_view heading;
  std::string_view commands;  ///< Between spaces.
};

/// In the order of the help; a command that no group names stands in the last one.
constexpr std::array kGroups = {
    GroupNames{to_translate("Answer questions"), " review drill exam run "},
    GroupNames{to_translate("See where you are"),
               " due stats plan report log explain undo suspend bury reset reschedule "},
    GroupNames{to_translate("Work on decks"),
               " list show search check new edit fmt relink orphans wordings import export "},
    GroupNames{to_translate("Measure and fit the grader and the memory"), " grade eval optimize "},
    GroupNames{to_translate("Keep house"), ""},
};

struct Row {
  std::string left;
  std::string right;
};

/// Two columns, the right one wrapped; in a narrow window the right one below the left.
std::string table(const std::vector<Row>& rows, std::size_t columns) {
  constexpr std::size_t kIndent = 2;
  constexpr std::size_t kGap = 2;
  std::size_t width = 0;
  for (const auto& row : rows) {
    const auto own = text::display_width(row.left);
    width = own + kIndent + kGap <= columns / 2 ? std::max(width, own) : width;
  }
  std::string out;
  for (const auto& row : rows) {
    const bool beside = text::display_width(row.left) <= width;
    auto start = "  " + (beside ? text::pad(row.left, width + kGap) : row.left + '\n');
    const auto indent = beside ? kIndent + width + kGap : 2 * kIndent;
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

std::vector<Row> rows_of(const std::vector<const CLI::Option*>& options, const text::Messages& tr) {
  std::vector<Row> rows;
  for (const auto* option : options) {
    rows.push_back({option_words(*option), tr(option->get_description())});
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

std::string all_commands(const CLI::App& app, const text::Messages& tr, std::size_t columns) {
  std::string out;
  for (const auto& group : command_groups(app)) {
    std::vector<Row> rows;
    for (const auto* command : group.commands) {
      rows.push_back({command->get_name(), tr(command->get_description())});
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

}  // namespace

std::vector<CommandGroup> command_groups(const CLI::App& app) {
  std::vector<CommandGroup> groups;
  for (const auto& names : kGroups) {
    groups.push_back({names.heading, {}});
  }
  for (const auto* command : app.get_subcommands([](const CLI::App* each) {
         return !each->get_group().empty() && !each->get_name().empty();
       })) {
    const auto found = std::ranges::find_if(kGroups, [&](const GroupNames& names) {
      return names.commands.find(" " + command->get_name() + " ") != std::string_view::npos;
    });
    const auto at = found == kGroups.end() ? kGroups.size() - 1
                                           : static_cast<std::size_t>(found - kGroups.begin());
    groups[at].commands.push_back(command);
  }
  std::erase_if(groups, [](const CommandGroup& group) { return group.commands.empty(); });
  return groups;
}

std::vector<std::string> values_of(const CLI::Option& option) {
  const auto type = option.get_type_name();
  const auto open = type.find('{');
  const auto close = type.find('}');
  std::vector<std::string> values;
  if (open != std::string::npos && close != std::string::npos && open < close) {
    for (std::size_t at = open + 1; at <= close;) {
      const auto end = std::min(type.find(',', at), close);
      values.push_back(type.substr(at, end - at));
      at = end + 1;
    }
  }
  return values;
}

std::string value_words(const CLI::Option& option) {
  if (option.get_expected_min() == 0) {
    return "";
  }
  if (const auto values = values_of(option); !values.empty()) {
    return fmt::format("{}", fmt::join(values, "|"));
  }
  return option.get_type_name().starts_with("TEXT") ? "TEXT" : "N";
}

std::string option_words(const CLI::Option& option) {
  if (option.nonpositional()) {
    auto names = option.get_name(false, true);
    if (const auto comma = names.find(','); comma != std::string::npos) {
      names.insert(comma + 1, " ");
    }
    const auto value = value_words(option);
    return value.empty() ? names : names + ' ' + value;
  }
  return upper(option.get_name(true));
}

std::vector<const CLI::Option*> options_of(const CLI::App& app, bool positional) {
  return app.get_options([&](const CLI::Option* option) {
    return option->get_positional() == positional && !option->get_group().empty() &&
           option != app.get_help_ptr();
  });
}

std::string usage_line(const CLI::App& app, const text::Messages& tr) {
  std::string path;
  for (const auto* at = &app; at != nullptr; at = at->get_parent()) {
    path = at->get_name() + (path.empty() ? "" : " " + path);
  }
  path += options_of(app, false).empty() ? "" : " [" + tr("OPTIONS") + "]";
  for (const auto* option : options_of(app, true)) {
    const auto name = upper(option->get_name(true)) + (option->get_expected_max() > 1 ? "..." : "");
    path += option->get_required() ? " " + name : " [" + name + "]";
  }
  return path;
}

std::string HelpPage::make_help(const CLI::App* app, std::string /*name*/,
                                CLI::AppFormatMode /*mode*/) const {
  const bool whole = app->get_parent() == nullptr;
  auto out = paragraph(tr_(app->get_description()), columns_);
  out += examples(whole ? std::string() : app->get_name(), tr_, columns_);
  if (whole) {
    out += all_commands(*app, tr_, columns_);
    out += section(tr_("Options of every command"),
                   table(rows_of(options_of(*app, false), tr_), columns_));
    return text::fitted(out, columns_);
  }
  out += section(tr_("Usage"), paragraph("  " + usage_line(*app, tr_), columns_));
  std::vector<Row> commands;
  for (const auto* command : app->get_subcommands([](const CLI::App*) { return true; })) {
    commands.push_back({command->get_name(), tr_(command->get_description())});
  }
  out += section(tr_("Commands"), table(commands, columns_));
  out += section(tr_("Arguments"), table(rows_of(options_of(*app, true), tr_), columns_));
  out += section(tr_("Options"), table(rows_of(options_of(*app, false), tr_), columns_));
  out += '\n' + paragraph(tr_("`pith --help` lists the options of every command."), columns_);
  return text::fitted(out, columns_);
}

}  // namespace pith::cli
