// pith doctor: what is found where, in which version, what is wrong and how to mend it.
#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>

#include "cli/command.h"
#include "cli/examination.h"
#include "cli/history/repair.h"
#include "report/json.h"
#include "text/display.h"

namespace pith::cli {
namespace {

struct DoctorOptions {
  bool json = false;
  bool repair = false;
};

void print_json(std::ostream& out, const Examination& found) {
  auto list = base::Json::array();
  for (const auto& finding : found.findings) {
    auto& entry = list.emplace_back(base::Json{{"what", finding.what}, {"state", finding.state}});
    entry["fault"] = finding.fault.empty() ? base::Json() : base::Json(finding.fault);
  }
  const base::Json json{{"findings", list}, {"skipped", found.skipped}};
  out << text::with_hidden_escaped(json.dump(2, ' ', false, base::Json::error_handler_t::replace))
      << '\n';
}

/// `what` in a column of its own, the rest wrapped beside it where the window is wide enough.
void print_row(const Context& context, std::string_view what, std::string_view words) {
  constexpr std::size_t kColumn = 14;
  constexpr std::size_t kNarrowest = 50;
  const bool beside = context.screen.columns >= kNarrowest;
  auto start =
      beside ? text::pad(what, kColumn) : std::string(what) + (what.empty() ? "" : "\n") + "  ";
  const auto indent = beside ? kColumn : 2;
  const auto width =
      context.screen.out_is_terminal ? context.screen.columns - indent : words.size() + 2;
  for (const auto& line : text::wrap(text::sanitise(words), width)) {
    context.out << start << line << '\n';
    start.assign(indent, ' ');
  }
}

void print_text(const Context& context, const Examination& found) {
  for (const auto& finding : found.findings) {
    print_row(context, context.tr(finding.what), finding.state);
    if (!finding.fault.empty()) {
      print_row(context, "", context.tr.format("problem: {}", context.tr.sentence(finding.fault)));
    }
  }
  for (const auto& file : found.skipped) {
    print_row(context, context.tr("not a deck"), file);
  }
}

ExitStatus run_doctor(Context& context, const DoctorOptions& options) {
  if (options.repair) {
    return repair_history(context);
  }
  const auto found = examine(context);
  if (options.json) {
    print_json(context.out, found);
  } else {
    print_text(context, found);
  }
  const auto first = std::ranges::find_if(
      found.findings, [](const Finding& finding) { return finding.status() != done; });
  return first == found.findings.end() ? done : first->status();
}

}  // namespace

void add_doctor(Command app, Action& action) {
  auto command = app.add_command("doctor", "Show what pith finds where, and what is wrong");
  auto options = std::make_shared<DoctorOptions>();
  auto json = command.add_flag("--json", options->json, "Print the findings as JSON");
  command
      .add_flag("--repair", options->repair,
                "Make a damaged history anew of what can be read, and of its backups")
      .excludes(json);
  on_call(command, action, options, run_doctor);
}

}  // namespace pith::cli
