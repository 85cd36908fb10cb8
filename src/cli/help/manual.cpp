#include "cli/help/manual.h"

#include <fmt/format.h>

#include "cli/help/help.h"
#include "cli/help/topics.h"

namespace pith::cli {
namespace {

std::string head(std::string_view name, int section, std::string_view what,
                 const text::Messages& tr) {
  return fmt::format(".TH {} {} \"\" \"pith {}\"\n.SH {}\n{} \\- {}\n", name, section, PITH_VERSION,
                     tr("NAME"), roff_escaped(name), roff_escaped(what));
}

/// A tagged paragraph: `head` in bold, `body` indented below.
std::string tagged(std::string_view head, std::string_view body) {
  return fmt::format(".TP\n.B {}\n{}\n", roff_escaped(head), roff_escaped(body));
}

std::string all_tagged(const std::vector<Option>& options, const text::Messages& tr) {
  std::string out;
  for (const auto& option : options) {
    out += tagged(option_words(option), tr(option.description()));
  }
  return out;
}

std::string examples(std::string_view command, const text::Messages& tr) {
  std::string out;
  for (const auto& each : examples_of(command)) {
    out += tagged(each.line, tr(each.what));
  }
  return out;
}

/// With the commands below it.
std::string command_page(Command command, const text::Messages& tr) {
  auto out =
      fmt::format(".SS {}\n.B {}\n.PP\n{}\n", roff_escaped(name_in_help(command)),
                  roff_escaped(usage_line(command, tr)), roff_escaped(tr(command.description())));
  out += all_tagged(command.arguments(), tr) + all_tagged(command.options(), tr) +
         examples(name_in_help(command), tr);
  for (const auto& below : command.commands()) {
    out += below.is_hidden() ? "" : command_page(below, tr);
  }
  return out;
}

/// A topic as a section; its headings become those of a part.
std::string topic_section(std::string_view name, const text::Messages& tr) {
  const auto blocks = blocks_of(topic_text(name, tr));
  std::string out = ".SH " + roff_escaped(blocks.front().text) + '\n';
  auto body = to_roff(blocks);
  for (auto at = body.find(".SH "); at != std::string::npos; at = body.find(".SH ", at)) {
    body.replace(at, 3, ".SS");
  }
  return out + body;
}

}  // namespace

std::string manual_of_pith(Command program, const text::Messages& tr) {
  auto out = head("pith", 1, tr(program.description()), tr);
  out += fmt::format(".SH {}\n.B pith\n[{}] [SELECTOR...]\n.br\n.B pith\n{}\n", tr("SYNOPSIS"),
                     tr("OPTIONS"), tr("COMMAND ..."));
  out += fmt::format(".SH {}\n{}", tr("EXAMPLES"), examples("", tr));
  for (const auto& group : command_groups(program)) {
    out += ".SH " + roff_escaped(tr(group.heading)) + '\n';
    for (const auto& command : group.commands) {
      out += command_page(command, tr);
    }
  }
  out += ".SH " + tr("Options of every command") + '\n' + all_tagged(program.options(), tr);
  for (const auto* topic : {"grading", "memory", "scripts"}) {
    out += topic_section(topic, tr);
  }
  return out + fmt::format(".SH {}\n.BR pith\\-deck (5)\n", tr("SEE ALSO"));
}

std::string manual_of_decks(const text::Messages& tr) {
  const auto blocks = blocks_of(topic_text("decks", tr));
  return head("pith-deck", 5, tr("the decks of pith, in YAML"), tr) + ".SH " + tr("DESCRIPTION") +
         '\n' + to_roff(blocks) + fmt::format(".SH {}\n.BR pith (1)\n", tr("SEE ALSO"));
}

}  // namespace pith::cli
