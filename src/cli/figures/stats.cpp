// pith stats: what the log says of the learner's progress.
#include <algorithm>
#include <ostream>

#include "cli/command.h"
#include "cli/figures/statistics_request.h"
#include "cli/sitting.h"
#include "report/figures.h"
#include "report/statistics_text.h"
#include "statistics/groups.h"

namespace pith::cli {
namespace {

struct StatsOptions {
  StatisticsFlags flags;
  std::string by;
  bool json = false;
  bool csv = false;
};

terminal::Role role_of(report::Tone tone) {
  switch (tone) {
    case report::Tone::heading:
      return terminal::Role::heading;
    case report::Tone::soft:
      return terminal::Role::dim;
    case report::Tone::accent:
      return terminal::Role::evidence;
    case report::Tone::good:
      return terminal::Role::hit;
    case report::Tone::fair:
      return terminal::Role::partial;
    case report::Tone::poor:
      return terminal::Role::missed;
    case report::Tone::plain:
      break;
  }
  return terminal::Role::plain;
}

report::TextOptions page_for(const Context& context) {
  return {context.screen.columns, context.screen.unicode, context.tr,
          [style = style_for(context)](report::Tone tone, std::string_view words) {
            return style.paint(role_of(tone), words);
          }};
}

/// Columns where nobody's window sets an end to a line.
constexpr std::size_t kUncut = 1000;

ExitStatus print_groups(Context& context, const statistics::Statistics& figures,
                        const StatsOptions& options) {
  const auto grouping = statistics::grouping_named(options.by).value();
  const auto groups = statistics::groups_by(figures, grouping);
  if (options.json) {
    report::Json json{{"by", options.by}};
    json["groups"] = report::to_json(report::groups_table(groups, grouping));
    context.out << report::line(json) << '\n';
  } else if (options.csv) {
    context.out << report::to_csv(report::groups_table(groups, grouping));
  } else {
    auto page = page_for(context);
    if (!context.screen.out_is_terminal) {
      page.columns = std::max(page.columns, kUncut);
    }
    context.out << report::groups_text(groups, grouping, page);
  }
  return done;
}

ExitStatus run_stats(Context& context, const StatsOptions& options) {
  const auto figures = requested_statistics(context, options.flags);
  if (!options.by.empty()) {
    return print_groups(context, figures, options);
  }
  context.out << (options.json  ? report::statistics_json(figures)
                  : options.csv ? report::statistics_csv(figures)
                                : report::statistics_text(figures, page_for(context)));
  return done;
}

}  // namespace

void add_stats(Command app, Action& action) {
  auto command = app.add_command("stats", "Show progress: done, due, retention, weak points");
  auto options = std::make_shared<StatsOptions>();
  add_statistics_options(command, options->flags);
  command.add_option("--by", options->by, "A row for each deck, tag, item, point or day")
      .one_of(statistics::grouping_names());
  auto json = command.add_flag("--json", options->json, "As one JSON object");
  command.add_flag("--csv", options->csv, "As CSV").excludes(json);
  on_call(command, action, options, run_stats);
}

}  // namespace pith::cli
