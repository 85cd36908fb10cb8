// pith optimize: FSRS parameters that fit a log of reviews.
#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/parallel.h"
#include "cli/command.h"
#include "cli/decks/selection.h"
#include "cli/files/history_file.h"
#include "cli/files/open_history.h"
#include "cli/progress_bar.h"
#include "cli/schedule/fit_report.h"
#include "cli/settings/zone.h"
#include "exchange/anki/revlog.h"
#include "history/item_id.h"
#include "memory/evaluation.h"
#include "memory/optimizer.h"
#include "memory/study_day.h"
#include "report/json.h"
#include "session/own_reviews.h"

namespace pith::cli {
namespace {

struct OptimizeOptions {
  std::vector<std::string> selectors;
  std::string revlog;
  std::string timezone = "UTC";
  int day_start = static_cast<int>(memory::kDefaultDayStart.count());
  std::string parameters;
  bool evaluate = false;
  bool apply = false;
  bool json = false;
  bool given = false;        ///< --parameters stands on the command line.
  bool days_of_csv = false;  ///< --timezone or --day-start does.
};

/// What is fitted to, and what is in use.
struct Material {
  memory::ReviewLog log;
  memory::Parameters current = memory::kDefaultParameters;
  std::optional<memory::StudyDay> first_day{};
  std::optional<memory::StudyDay> last_day{};
};

Material material_from_file(const OptimizeOptions& options) {
  Zone zone(options.timezone);
  auto reviews = exchange::read_revlog(std::filesystem::path(options.revlog));
  for (auto& review : reviews) {
    const memory::Instant instant{std::chrono::milliseconds(review.time)};
    review.day = memory::day_number(
        memory::study_day(instant, zone.offset_at(instant), std::chrono::hours(options.day_start)));
  }
  return {.log = memory::ReviewLog(std::move(reviews))};
}

Material own_material(Context& context, const OptimizeOptions& options) {
  std::set<history::ItemId> selected;
  if (!options.selectors.empty()) {
    const auto selection = select_items(context, options.selectors);
    for (const auto* item : selection.items) {
      selected.insert(history::id_of(*item));
    }
  }
  const auto history = read_history(context);
  auto own = session::own_reviews(history, [&](const history::ItemId& id) {
    return options.selectors.empty() || selected.contains(id);
  });
  return {memory::ReviewLog(std::move(own.reviews)), history.parameters(), own.first_day,
          own.last_day};
}

memory::Evaluation evaluation_of(const memory::ReviewLog& log,
                                 const memory::Parameters& parameters) {
  return memory::evaluated(memory::predictions(log, parameters));
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

FitReport report_on(const Material& material, const OptimizeOptions& options,
                    std::optional<std::uint64_t> seed, const std::function<void()>& on_epoch) {
  const auto& log = material.log;
  memory::TrainingOptions training;
  training.on_epoch = on_epoch;
  training.seed = seed.value_or(training.seed);
  auto defaults =
      base::beside(evaluation_of, std::cref(log), std::cref(memory::kDefaultParameters));
  FitReport report{.reviews = log.review_count(), .items = log.prediction_count()};
  report.given = options.given;
  if (options.given) {
    report.fit.parameters = memory::parse_parameters(options.parameters);
  } else {
    const auto start = std::chrono::steady_clock::now();
    report.fit = memory::fit(log, memory::kWholeLog, training);
    report.fit_seconds = seconds_since(start);
    if (options.revlog.empty() || !options.json) {  // a program's fit of a file is to be quick
      report.validation = memory::validated(log, training);
    }
  }
  const auto predicted = memory::predictions(log, report.fit.parameters);
  report.fitted = memory::evaluated(predicted);
  report.calibration = memory::calibration(predicted);
  if (material.current != memory::kDefaultParameters) {
    report.current = evaluation_of(log, material.current);
  }
  report.defaults = defaults.get();
  return report;
}

/// The report; how far it has come is shown meanwhile.
FitReport fitted_in_sight(const Context& context, const Material& material,
                          const OptimizeOptions& options) {
  const auto epochs =
      static_cast<std::size_t>(memory::TrainingOptions().epochs) * memory::kValidationRuns;
  ProgressBar progress(context, context.tr("rounds of fitting"), epochs);
  std::mutex one_at_a_time;
  return report_on(material, options, context.options.seed, [&] {
    const std::lock_guard lock(one_at_a_time);
    progress.step();
  });
}

void take(Context& context, const Material& material, const FitReport& report) {
  history::ParametersChanged change{report.fit.parameters, {}, {}, 0};
  if (!report.given) {
    change.first_day = material.first_day;
    change.last_day = material.last_day;
    change.reviews = static_cast<std::int64_t>(report.reviews);
  }
  open_history(context).append(current_time(context), change);
}

void check(const OptimizeOptions& options) {
  if (options.evaluate && !options.given) {
    throw UsageError("--evaluate scores given parameters: add --parameters w0,…,w20");
  }
  if (options.given && !options.evaluate && !options.apply) {
    throw UsageError("--parameters needs --evaluate, to score them, or --apply, to use them");
  }
  if (options.revlog.empty() && options.days_of_csv) {
    throw UsageError(
        "--timezone and --day-start are for the days of a CSV: add --revlog FILE.csv; those of "
        "your own reviews are in the history");
  }
  if (!options.revlog.empty() && (options.apply || !options.selectors.empty())) {
    throw UsageError(
        "--revlog is somebody's log in a file: --apply and selectors go with your own reviews; to "
        "use what was fitted to a file, give it by --parameters w0,…,w20 --apply");
  }
  if (options.apply && !options.selectors.empty()) {
    throw UsageError("--apply is for all decks: parameters are of a learner, not of a deck");
  }
}

ExitStatus optimize(Context& context, const OptimizeOptions& options) {
  check(options);
  const auto start = std::chrono::steady_clock::now();
  const auto material =
      options.revlog.empty() ? own_material(context, options) : material_from_file(options);
  auto report = fitted_in_sight(context, material, options);
  if (options.apply && (report.given || is_worth_taking(report))) {
    take(context, material, report);
    report.applied = true;
  }
  report.seconds = seconds_since(start);
  if (options.json) {
    context.out << report::line(to_json(report)) << '\n';
  } else {
    context.out << to_text(report, context.screen.columns, context.tr);
  }
  return done;
}

}  // namespace

void add_optimize(Command app, Action& action) {
  auto command = app.add_command("optimize", "Fit the FSRS parameters to your reviews");
  auto options = std::make_shared<OptimizeOptions>();
  command.add_option("selector", options->selectors,
                     "Only reviews of these: deck, deck/item, tag:NAME, a glob or a path");
  command.add_option("--revlog", options->revlog,
                     "Instead of your own reviews a CSV with the columns card_id, review_time (ms "
                     "UTC) and review_rating (1..4)");
  command.add_option("--timezone", options->timezone, "Zone of the CSV's study days");
  command.add_option("--day-start", options->day_start, "Hour at which the CSV's days begin")
      .between(0, 23);
  command.add_flag("--apply", options->apply,
                   "Use the parameters from now on, if they are worth taking");
  command.add_flag("--evaluate", options->evaluate, "Score --parameters instead of fitting");
  command
      .add_option("--parameters", options->parameters,
                  "FSRS parameters w0,…,w20 to score or to use; empty: the defaults")
      .value_optional();
  command.add_flag("--json", options->json, "Print JSON");
  on_call(command, action, options, [command](Context& context, OptimizeOptions given) {
    given.given = command.count("--parameters") > 0;
    given.days_of_csv = command.count("--timezone") + command.count("--day-start") > 0;
    return optimize(context, given);
  });
}

}  // namespace pith::cli
