// How a command joins the program. Each command has one file; it adds its options to the parser
// and, when it is the one that was called, leaves what is to be run in `action`. main.cpp then
// builds the context and runs it.
#pragma once

#include <functional>

#include <CLI/CLI.hpp>

#include "cli/context.h"
#include "cli/exit_status.h"

namespace pith::cli {

using Action = std::function<ExitStatus(Context&)>;

/// Adds every command; the one that was called leaves its work in `action`.
void add_commands(CLI::App& app, Action& action);

/// Connects a subcommand with the function that does its work: `run(context, options)`.
template <typename Options, typename Run>
void on_call(CLI::App* command, Action& action, std::shared_ptr<Options> options, Run run) {
  command->callback([&action, command, options, run] {
    if (!command->get_subcommands().empty()) {
      return;  // it is the subcommand of this one that was called
    }
    action = [options, run](Context& context) { return run(context, *options); };
  });
}

void add_review(CLI::App& app, Action& action);
void add_drill(CLI::App& app, Action& action);
void add_exam(CLI::App& app, Action& action);
void add_run(CLI::App& app, Action& action);
void add_due(CLI::App& app, Action& action);
void add_backup(CLI::App& app, Action& action);
void add_check(CLI::App& app, Action& action);
void add_config(CLI::App& app, Action& action);
void add_eval(CLI::App& app, Action& action);
void add_optimize(CLI::App& app, Action& action);
void add_explain(CLI::App& app, Action& action);
void add_fmt(CLI::App& app, Action& action);
void add_grade(CLI::App& app, Action& action);
void add_list(CLI::App& app, Action& action);
void add_log(CLI::App& app, Action& action);
void add_rebuild(CLI::App& app, Action& action);
void add_relink(CLI::App& app, Action& action);
void add_search(CLI::App& app, Action& action);
void add_show(CLI::App& app, Action& action);
void add_suspend(CLI::App& app, Action& action);
void add_doctor(CLI::App& app, Action& action);
void add_undo(CLI::App& app, Action& action);
void add_wordings(CLI::App& app, Action& action);
void add_version(CLI::App& app, Action& action);
void add_completions(CLI::App& app, Action& action);
void add_help(CLI::App& app, Action& action);

}  // namespace pith::cli
