// Which sentence encoder and which judge grade: from --encoder and --judge, the configuration and
// what is installed. Nothing is opened or sent before a grade needs it.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "cli/command_line.h"
#include "cli/context.h"
#include "cli/settings/config.h"
#include "grading/encoder.h"
#include "grading/judge.h"
#include "models/http.h"

namespace pith::cli {

/// What the command line says about models.
struct ModelOptions {
  std::string encoder{};  ///< none, e5, endpoint or auto; empty = as configured.
  bool judge = false;
  bool judge_unsure = false;  ///< A judge that is configured is asked, unless verdicts never are.
};

/// Adds --encoder.
void add_encoder_option(Command command, ModelOptions& options);
/// Adds --judge, which in a session (`judge_unsure`) is about some verdicts only.
void add_judge_option(Command command, ModelOptions& options);

/// Says one line to the user; it is safe to print.
using Notice = std::function<void(const std::string& line)>;

/// Prints notices to the context's error stream.
[[nodiscard]] Notice notice_on_stderr(Context& context);

/// The encoder asked for, its vectors cached; null to grade by words. `auto` is e5 where its
/// weights are installed, else none. One that fails says so once and then stays silent;
/// an endpoint is not waited for once `stop_wanted`. Throws UsageError if `endpoint` is asked for
/// but not (or wrongly) configured.
[[nodiscard]] std::unique_ptr<grading::SentenceEncoder> choose_encoder(
    const ModelOptions& options, const Config& config, const Paths& paths, const Notice& notice,
    const models::StopWanted& stop_wanted = {});

/// The judge if --judge was given, or one is configured and unsure verdicts go to it; else null. It
/// fails at most once, and is not waited for once `stop_wanted`. Where none (or a wrong one) is
/// configured, --judge throws UsageError; a session that merely has one gets a notice and null.
[[nodiscard]] std::unique_ptr<grading::Judge> choose_judge(
    const ModelOptions& options, const Config& config, const Notice& notice,
    const models::StopWanted& stop_wanted = {});

}  // namespace pith::cli
