// How a command joins the program. Each command has one file; it adds its options to the parser
// and, when it is the one that was called, leaves what is to be run in `action`. main.cpp then
// builds the context and runs it.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "cli/command_line.h"
#include "cli/context.h"
#include "cli/exit_status.h"

namespace pith::cli {

using Action = std::function<ExitStatus(Context&)>;

/// Adds every command; the one that was called leaves its work in `action`.
void add_commands(Command app, Action& action);

/// Connects a subcommand with the function that does its work: `run(context, options)`.
template <typename Options, typename Run>
void on_call(Command command, Action& action, std::shared_ptr<Options> options, Run run) {
  command.callback([&action, command, options, run] {
    if (command.called()) {
      return;  // it is the subcommand of this one that was called
    }
    action = [options, run](Context& context) { return run(context, *options); };
  });
}

// In the order of the table in commands.cpp.
void add_grade(Command app, Action& action);
void add_eval(Command app, Action& action);
void add_review(Command app, Action& action);
void add_drill(Command app, Action& action);
void add_exam(Command app, Action& action);
void add_run(Command app, Action& action);
void add_due(Command app, Action& action);
void add_plan(Command app, Action& action);
void add_check(Command app, Action& action);
void add_new(Command app, Action& action);
void add_edit(Command app, Action& action);
void add_fmt(Command app, Action& action);
void add_list(Command app, Action& action);
void add_show(Command app, Action& action);
void add_search(Command app, Action& action);
void add_stats(Command app, Action& action);
void add_report(Command app, Action& action);
void add_log(Command app, Action& action);
void add_undo(Command app, Action& action);
void add_wordings(Command app, Action& action);
void add_suspend(Command app, Action& action);
void add_bury(Command app, Action& action);
void add_reset(Command app, Action& action);
void add_reschedule(Command app, Action& action);
void add_relink(Command app, Action& action);
void add_orphans(Command app, Action& action);
void add_import(Command app, Action& action);
void add_export(Command app, Action& action);
void add_rebuild(Command app, Action& action);
void add_backup(Command app, Action& action);
void add_restore(Command app, Action& action);
void add_sync(Command app, Action& action);
void add_config(Command app, Action& action);
void add_optimize(Command app, Action& action);
void add_explain(Command app, Action& action);
void add_doctor(Command app, Action& action);
void add_completions(Command app, Action& action);
void add_help(Command app, Action& action);
void add_manual(Command app, Action& action);
void add_version(Command app, Action& action);

/// `pith 0.1.0`, with its newline.
[[nodiscard]] std::string version_line();

}  // namespace pith::cli
