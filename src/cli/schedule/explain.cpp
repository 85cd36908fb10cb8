// pith explain: every step from reviews to the due date, of an item or of reviews that are given.
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/command.h"
#include "cli/option_value.h"
#include "cli/schedule/explain_item.h"
#include "memory/fsrs.h"
#include "report/json.h"
#include "text/display.h"

namespace pith::cli {
namespace {

struct ExplainOptions {
  std::string item;
  bool replays = false;  ///< Whether --reviews was given.
  std::string reviews;
  std::string parameters;
  double retention = 0.9;
  bool json = false;
};

struct Review {
  memory::Rating rating = memory::Rating::good;
  int day = 0;
};

/// A review and what it left.
struct Step {
  Review review;
  int delta_days = 0;
  std::optional<double> recall{};  ///< Retrievability just before; empty for the first review.
  memory::MemoryState state;
  double interval = 0;
};

Review parse_review(std::string_view text) {
  const auto at = text.find('@');
  const auto number = whole_number<int>(text.substr(0, at));
  const auto rating = number ? memory::rating_numbered(*number) : std::nullopt;
  const auto day = at != text.npos ? whole_number<int>(text.substr(at + 1)) : std::nullopt;
  if (!rating || !day || *day < 0) {
    throw UsageError(
        fmt::format("--reviews: '{}' is not RATING@DAY, a rating from 1 to 4 at a day "
                    "from 0 on, as in 3@0,3@5,1@17",
                    text));
  }
  return {*rating, *day};
}

std::vector<Review> parse_reviews(std::string_view text) {
  std::vector<Review> reviews;
  for (bool more = true; more;) {
    const auto comma = text.find(',');
    reviews.push_back(parse_review(text.substr(0, comma)));
    const auto count = reviews.size();
    if (count > 1 && reviews[count - 1].day < reviews[count - 2].day) {
      throw UsageError(fmt::format("--reviews: day {} comes after day {}; days must not decrease",
                                   reviews[count - 1].day, reviews[count - 2].day));
    }
    more = comma != text.npos;
    text.remove_prefix(more ? comma + 1 : text.size());
  }
  return reviews;
}

std::vector<Step> steps_of(const std::vector<Review>& reviews, const memory::Parameters& parameters,
                           double retention) {
  const memory::ForgettingCurve curve(parameters);
  std::vector<Step> steps;
  for (const auto& review : reviews) {
    Step step{.review = review, .state = memory::first_review(parameters, review.rating)};
    if (!steps.empty()) {
      const auto& before = steps.back();
      step.delta_days = review.day - before.review.day;
      step.recall = curve.retrievability(step.delta_days, before.state.stability);
      step.state = memory::later_review(parameters, before.state, step.delta_days, review.rating);
    }
    step.interval = curve.interval(step.state.stability, retention);
    steps.push_back(step);
  }
  return steps;
}

void print_json(std::ostream& out, const std::vector<Step>& steps) {
  auto list = base::Json::array();
  for (const auto& step : steps) {
    base::Json entry;
    entry["rating"] = static_cast<int>(step.review.rating);
    entry["day"] = step.review.day;
    entry["delta_days"] = step.delta_days;
    entry["stability"] = step.state.stability;
    entry["difficulty"] = step.state.difficulty;
    entry["interval_days"] = step.interval;
    entry["retrievability"] = nullptr;
    if (step.recall) {
      entry["retrievability"] = *step.recall;
    }
    list.push_back(std::move(entry));
  }
  out << report::line({{"steps", std::move(list)}}) << '\n';
}

void print_table(std::ostream& out, const std::vector<Step>& steps, const text::Messages& tr) {
  out << tr("   day  rating   recall  stability  difficulty   interval") << '\n';
  for (const auto& step : steps) {
    const auto recall = step.recall ? fmt::format("{:.4f}", *step.recall) : "-";
    out << fmt::format("{:>6} {} {:>8} {:>10.4f} {:>11.4f} {:>10.2f}\n", step.review.day,
                       text::pad_left(tr(memory::name_of(step.review.rating)), 7), recall,
                       step.state.stability, step.state.difficulty, step.interval);
  }
}

ExitStatus explain(Context& context, const ExplainOptions& options) {
  if (options.replays && !options.item.empty()) {
    throw UsageError(
        fmt::format("--reviews replays ratings that you give, as in `pith explain --reviews "
                    "3@0,3@5,1@17`; `pith explain {}` shows the reviews of the item",
                    options.item));
  }
  if (options.replays && options.reviews.empty()) {
    throw UsageError("--reviews needs ratings at days, as in 3@0,3@5,1@17");
  }
  if (!options.replays && options.item.empty()) {
    throw UsageError("name an item, as in `pith explain deck/item`, or give --reviews");
  }
  if (!options.replays) {
    return explain_item(context, options.item, options.json);
  }
  if (!(options.retention > 0 && options.retention < 1)) {
    throw UsageError(
        fmt::format("--retention: {} is not between 0 and 1, both excluded", options.retention));
  }
  const auto parameters = memory::parse_parameters(options.parameters);
  const auto steps = steps_of(parse_reviews(options.reviews), parameters, options.retention);
  if (options.json) {
    print_json(context.out, steps);
  } else {
    print_table(context.out, steps, context.tr);
  }
  return done;
}

}  // namespace

void add_explain(Command app, Action& action) {
  auto command = app.add_command("explain", "Print every step from reviews to the due date");
  auto options = std::make_shared<ExplainOptions>();
  command.add_option("item", options->item, "deck/item, or FILE.yaml/item");
  auto reviews = command
                     .add_option("--reviews", options->reviews,
                                 "Instead of an item: ratings at days, as in 3@0,3@5,1@17")
                     .value_optional();
  command
      .add_option("--parameters", options->parameters,
                  "FSRS parameters w0,…,w20; those of FSRS-5 and FSRS-4.5 are migrated")
      .value_optional()
      .needs(reviews);
  command.add_option("--retention", options->retention, "Desired retention").needs(reviews);
  command.add_flag("--json", options->json, "Print JSON");
  on_call(command, action, options, [command](Context& context, ExplainOptions given) {
    given.replays = command.count("--reviews") > 0;
    return explain(context, given);
  });
}

}  // namespace pith::cli
