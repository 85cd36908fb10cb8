// The options that commands which ask questions share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/settings/encoder_choice.h"

namespace pith::cli {

/// Options of every command that asks questions.
struct SessionFlags {
  std::vector<std::string> selectors;
  std::string protocol;  ///< `jsonl`, or empty: a person, or lines of text.
  bool no_schedule = false;
  bool repeat_missed = false;
  bool greets = false;         ///< Somebody new may pick a deck where none is named.
  std::optional<double> pass;  ///< Exit status 1 if the mean score is below.
  ModelOptions models{.judge_unsure = true};
};

/// Selectors, and what add_answering_options() adds.
void add_session_options(Command command, SessionFlags& flags);
/// The same without selectors.
void add_answering_options(Command command, SessionFlags& flags);
void add_repeat_option(Command command, SessionFlags& flags);

}  // namespace pith::cli
