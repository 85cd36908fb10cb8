#include "cli/practice/session_flags.h"

#include "cli/decks/selection.h"

namespace pith::cli {

void add_session_options(Command command, SessionFlags& flags) {
  flags.greets = true;
  take_selectors(command, flags.selectors);
  add_answering_options(command, flags);
}

void add_answering_options(Command command, SessionFlags& flags) {
  command.add_option("--protocol", flags.protocol, "Talk to a program: jsonl").one_of({"jsonl"});
  command.add_flag("--no-schedule", flags.no_schedule,
                   "Log the answers, but leave the schedule as it is");
  command.add_option("--pass", flags.pass, "Exit with 1 if the mean score is below, 0 to 1")
      .between(0.0, 1.0);
  add_encoder_option(command, flags.models);
  add_judge_option(command, flags.models);
}

void add_repeat_option(Command command, SessionFlags& flags) {
  command.add_flag("--repeat-missed", flags.repeat_missed,
                   "Ask missed points again until each was stated once");
}

}  // namespace pith::cli
