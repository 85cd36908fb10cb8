// Every command of pith, in the order of the help. A command is one file; add its line here.
#include "cli/authoring/deck_commands.h"
#include "cli/command.h"
#include "cli/exchange/exchange_commands.h"
#include "cli/figures/progress_commands.h"
#include "cli/schedule/plan.h"
#include "cli/schedule/schedule_change.h"

namespace pith::cli {

void add_commands(Command app, Action& action) {
  add_grade(app, action);
  add_eval(app, action);
  add_review(app, action);
  add_drill(app, action);
  add_exam(app, action);
  add_run(app, action);
  add_due(app, action);
  add_plan(app, action);
  add_check(app, action);
  add_new(app, action);
  add_edit(app, action);
  add_fmt(app, action);
  add_list(app, action);
  add_show(app, action);
  add_search(app, action);
  add_stats(app, action);
  add_report(app, action);
  add_log(app, action);
  add_undo(app, action);
  add_wordings(app, action);
  add_suspend(app, action);
  add_bury(app, action);
  add_reset(app, action);
  add_reschedule(app, action);
  add_relink(app, action);
  add_orphans(app, action);
  add_import(app, action);
  add_export(app, action);
  add_rebuild(app, action);
  add_backup(app, action);
  add_sync(app, action);
  add_config(app, action);
  add_optimize(app, action);
  add_explain(app, action);
  add_doctor(app, action);
  add_completions(app, action);
  add_help(app, action);
  add_version(app, action);
}

}  // namespace pith::cli
