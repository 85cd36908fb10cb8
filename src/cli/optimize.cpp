// pith optimize: FSRS parameters that fit a log of reviews.
#include <chrono>
#include <future>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/zone.h"
#include "exchange/revlog.h"
#include "memory/evaluation.h"
#include "memory/optimizer.h"
#include "memory/study_day.h"
#include "text/error.h"

namespace pith::cli {
namespace {

struct OptimizeOptions {
  std::string revlog;
  std::string timezone = "UTC";
  int day_start = static_cast<int>(memory::kDefaultDayStart.count());
  std::string parameters;
  bool evaluate = false;
  bool json = false;
};

/// Default and new parameters, on one log.
struct Outcome {
  std::size_t reviews = 0;
  std::size_t items = 0;
  memory::Fit fit;
  memory::Evaluation before;
  memory::Evaluation after;
  std::vector<memory::CalibrationBin> calibration;
  std::optional<memory::Validation> validation;
  double seconds = 0;
};

memory::ReviewLog read_log(const OptimizeOptions& options) {
  const auto offset = zone_named(options.timezone);
  auto reviews = exchange::read_revlog(std::filesystem::path(options.revlog));
  for (auto& review : reviews) {
    const memory::Instant instant{std::chrono::milliseconds(review.time)};
    review.day = memory::day_number(
        memory::study_day(instant, offset(instant), std::chrono::hours(options.day_start)));
  }
  return memory::ReviewLog(std::move(reviews));
}

Outcome outcome_of(const memory::ReviewLog& log, const OptimizeOptions& options,
                   std::optional<std::uint64_t> seed) {
  memory::TrainingOptions training;
  training.seed = seed.value_or(training.seed);
  auto before = std::async(std::launch::async, [&log] {
    return memory::evaluated(memory::predictions(log, memory::kDefaultParameters));
  });
  Outcome outcome;
  outcome.reviews = log.review_count();
  outcome.items = log.prediction_count();
  if (options.evaluate) {
    outcome.fit.parameters = memory::parse_parameters(options.parameters);
  } else {
    outcome.fit = memory::fit(log, memory::kWholeLog, training);
    if (!options.json) {
      outcome.validation = memory::validated(log, training);
    }
  }
  const auto predicted = memory::predictions(log, outcome.fit.parameters);
  outcome.after = memory::evaluated(predicted);
  outcome.calibration = memory::calibration(predicted);
  outcome.before = before.get();
  return outcome;
}

void print_json(std::ostream& out, const Outcome& outcome) {
  nlohmann::ordered_json json;
  json["reviews"] = outcome.reviews;
  json["items"] = outcome.items;
  json["parameters"] = outcome.fit.parameters;
  json["log_loss"] = {{"default", outcome.before.log_loss}, {"fitted", outcome.after.log_loss}};
  json["rmse_bins"] = {{"default", outcome.before.rmse_bins}, {"fitted", outcome.after.rmse_bins}};
  json["seconds"] = outcome.seconds;
  out << json.dump() << '\n';
}

std::string joined(const memory::Parameters& parameters) {
  std::string text;
  for (const auto w : parameters) {
    text += fmt::format("{}{:.4f}", text.empty() ? "" : ", ", w);
  }
  return text;
}

void print_calibration(std::ostream& out, const std::vector<memory::CalibrationBin>& bins) {
  out << "\nOf the reviews that were foreseen with a recall of … were recalled:\n";
  for (std::size_t i = 0; i < bins.size(); ++i) {
    if (bins[i].count > 0) {
      out << fmt::format("  {:>3}–{:>3} %  {:>8} reviews  foreseen {:5.1f} %  recalled {:5.1f} %\n",
                         100 * i / bins.size(), 100 * (i + 1) / bins.size(), bins[i].count,
                         100 * bins[i].predicted, 100 * bins[i].actual);
    }
  }
}

std::string advice(const memory::Validation& validation, memory::FitExtent extent) {
  if (extent == memory::FitExtent::defaults) {
    return "Too few reviews to fit anything: the default parameters stay.";
  }
  return fmt::format("On reviews they had not seen: log loss {:.4f}, with the defaults {:.4f}. {}",
                     validation.fitted.log_loss, validation.defaults.log_loss,
                     validation.is_worth_taking() ? "The fitted parameters are worth taking."
                                                  : "Better keep the defaults for now.");
}

void print_text(std::ostream& out, const Outcome& outcome) {
  out << fmt::format("{} reviews, {} of them foreseen; {:.2f} s\n", outcome.reviews, outcome.items,
                     outcome.seconds)
      << fmt::format("parameters  {}\n\n", joined(outcome.fit.parameters))
      << "              default   these\n"
      << fmt::format("log loss       {:.4f}  {:.4f}\n", outcome.before.log_loss,
                     outcome.after.log_loss)
      << fmt::format("RMSE (bins)    {:.4f}  {:.4f}\n", outcome.before.rmse_bins,
                     outcome.after.rmse_bins);
  print_calibration(out, outcome.calibration);
  if (outcome.validation) {
    out << '\n' << advice(*outcome.validation, outcome.fit.extent) << '\n';
  }
}

ExitStatus optimize(Context& context, const OptimizeOptions& options) {
  if (options.evaluate != !options.parameters.empty()) {
    throw UsageError("--evaluate and --parameters go together");
  }
  const auto start = std::chrono::steady_clock::now();
  auto outcome = outcome_of(read_log(options), options, context.options.seed);
  outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (options.json) {
    print_json(context.out, outcome);
  } else {
    print_text(context.out, outcome);
  }
  return done;
}

}  // namespace

void add_optimize(CLI::App& app, Action& action) {
  auto* command = app.add_subcommand("optimize", "Fit the FSRS parameters to a log of reviews");
  auto options = std::make_shared<OptimizeOptions>();
  command
      ->add_option("--revlog", options->revlog,
                   "CSV with the columns card_id, review_time (ms UTC) and review_rating (1..4)")
      ->required();
  command->add_option("--timezone", options->timezone, "Zone of the study days")
      ->capture_default_str();
  command->add_option("--day-start", options->day_start, "Hour at which a study day begins")
      ->check(CLI::Range(0, 23))
      ->capture_default_str();
  command->add_flag("--evaluate", options->evaluate, "Score --parameters instead of fitting");
  command->add_option("--parameters", options->parameters, "FSRS parameters w0,…,w20");
  command->add_flag("--json", options->json, "Print JSON");
  on_call(command, action, options, optimize);
}

}  // namespace pith::cli
