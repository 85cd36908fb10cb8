#include "cli/schedule/fit_report.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "cli/printable.h"
#include "report/json.h"
#include "text/display.h"

namespace pith::cli {
namespace {

using base::Json;

std::string joined(const memory::Parameters& parameters) {
  std::string text;
  for (const auto w : parameters) {
    text += fmt::format("{}{:.4f}", text.empty() ? "" : ", ", w);
  }
  return text;
}

std::string row(const std::string& name, const std::string& defaults,
                const std::optional<std::string>& current, const std::string& fitted) {
  return text::pad(name, 12) + text::pad_left(defaults, 11) +
         (current ? text::pad_left(*current, 9) : "") + text::pad_left(fitted, 11) + '\n';
}

std::string row(const std::string& name, double memory::Evaluation::*figure,
                const FitReport& report) {
  const auto number = [&](const memory::Evaluation& evaluation) {
    return fmt::format("{:.4f}", evaluation.*figure);
  };
  return row(name, number(report.defaults),
             report.current ? std::optional(number(*report.current)) : std::nullopt,
             number(report.fitted));
}

std::string losses(const FitReport& report, const text::Messages& tr) {
  return row("", tr("by default"), report.current ? std::optional(tr("in use")) : std::nullopt,
             report.given ? tr("as given") : tr("as fitted")) +
         row(tr("log loss"), &memory::Evaluation::log_loss, report) +
         row(tr("RMSE (bins)"), &memory::Evaluation::rmse_bins, report);
}

std::string calibration_table(const std::vector<memory::CalibrationBin>& bins,
                              const text::Messages& tr) {
  auto table = tr("recall foreseen    recalled    reviews") + '\n';
  for (std::size_t i = 0; i < bins.size(); ++i) {
    if (bins[i].count > 0) {
      table += fmt::format("{:>3}-{:>3}%:{:5.1f}%    {:7.1f}%  {:>9}\n", 100 * i / bins.size(),
                           100 * (i + 1) / bins.size(), 100 * bins[i].predicted,
                           100 * bins[i].actual, bins[i].count);
    }
  }
  return table;
}

std::string verdict(const FitReport& report, const text::Messages& tr) {
  if (report.given) {
    return report.applied ? tr("These parameters are in use now.") : "";
  }
  if (report.fit.extent == memory::FitExtent::defaults) {
    return tr.format(
        "Too few reviews to fit anything: it takes {} to learn from. The parameters stay as they "
        "are.",
        memory::kLeastForFit);
  }
  if (!report.validation) {
    return "";
  }
  const auto words =
      tr.format("On reviews that the fit had not seen: log loss {:.4f}, with the defaults {:.4f}. ",
                report.validation->fitted.log_loss, report.validation->defaults.log_loss);
  if (report.applied) {
    return words + tr("The fitted parameters are in use now; `pith undo` takes that back.");
  }
  if (is_worth_taking(report)) {
    return words + tr("The fitted parameters are worth taking.");
  }
  return words + (report.validation->is_worth_taking()
                      ? tr("The parameters in use are as good: better keep them.")
                      : tr("Better keep the present parameters until there are more reviews."));
}

/// What a fit of few reviews leaves alone.
std::string extent_words(const FitReport& report, const text::Messages& tr) {
  return !report.given && report.fit.extent == memory::FitExtent::initial_stabilities
             ? tr("Few reviews: only w0 to w3 (stability after the first answer) were fitted.")
             : "";
}

/// What a fit could not use of the reviews that it had to foresee.
std::string left_out_words(const FitReport& report, const text::Messages& tr) {
  return !report.given && report.fit.predictions < report.items
             ? tr.format(
                   "To learn from: {} of them. Left out are points that waited for their "
                   "second day as long as too few others did, or too long.",
                   report.fit.predictions)
             : "";
}

}  // namespace

bool is_worth_taking(const FitReport& report) {
  return !report.given && report.fit.extent != memory::FitExtent::defaults && report.validation &&
         report.validation->is_worth_taking() &&
         (!report.current || report.fitted.log_loss < report.current->log_loss);
}

Json to_json(const FitReport& report) {
  // A loss of 0 would say that all was foreseen.
  const auto known = [](double figure, std::size_t of) { return of > 0 ? Json(figure) : Json(); };
  const auto figures = [&](double memory::Evaluation::*figure) {
    Json json = {{"default", known(report.defaults.*figure, report.items)},
                 {"fitted", known(report.fitted.*figure, report.items)}};
    if (report.current) {
      json["current"] = known((*report.current).*figure, report.items);
    }
    return json;
  };
  Json json = {{"reviews", report.reviews},
               {"items", report.items},
               {"usable", report.given ? Json() : Json(report.fit.predictions)},
               {"parameters", report.fit.parameters},
               {"log_loss", figures(&memory::Evaluation::log_loss)},
               {"rmse_bins", figures(&memory::Evaluation::rmse_bins)},
               {"fit_seconds", report.fit_seconds},
               {"seconds", report.seconds}};
  if (report.validation) {
    const auto& unseen = *report.validation;
    json["unseen_log_loss"] = {{"default", known(unseen.defaults.log_loss, unseen.reviews)},
                               {"fitted", known(unseen.fitted.log_loss, unseen.reviews)}};
    json["worth_taking"] = is_worth_taking(report);
  }
  json["applied"] = report.applied;
  return json;
}

std::string to_text(const FitReport& report, std::size_t columns, const text::Messages& tr) {
  auto text = wrapped(tr.format("{}, {} of them to be foreseen; {:.2f} s",
                                tr.count(report.reviews, "review"), report.items, report.seconds),
                      columns);
  if (const auto words = left_out_words(report, tr); !words.empty()) {
    text += wrapped(words, columns);
  }
  if (report.items > 0) {
    text += '\n' + wrapped(joined(report.fit.parameters), columns);
    if (const auto extent = extent_words(report, tr); !extent.empty()) {
      text += wrapped(extent, columns);
    }
    text += '\n' + losses(report, tr) + '\n' + calibration_table(report.calibration, tr);
  }
  const auto words = verdict(report, tr);
  return words.empty() ? text : text + '\n' + wrapped(words, columns);
}

}  // namespace pith::cli
