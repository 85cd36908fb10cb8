// pith report: progress as a page to keep, or in a few lines for a message.
#include <filesystem>
#include <ostream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/error.h"
#include "cli/command.h"
#include "cli/decks/files_in_use.h"
#include "cli/figures/statistics_request.h"
#include "cli/files/desktop.h"
#include "cli/files/whole_file.h"
#include "cli/pager.h"
#include "cli/tell.h"
#include "report/digest.h"
#include "report/page.h"
#include "text/messages.h"

namespace pith::cli {
namespace {

struct ReportOptions {
  StatisticsFlags flags;
  std::string html;
  std::string language;
  bool text = false;
  bool open = false;
};

text::Language language_for(const Context& context, const ReportOptions& options) {
  return text::language_named(options.language).value_or(context.tr.language());
}

/// Lines of a message are broken by its reader's program, but not too late.
std::size_t message_columns(const Screen& screen) {
  constexpr std::size_t kMessage = 76;
  return screen.out_is_terminal ? screen.columns : kMessage;
}

void write_page(Context& context, const statistics::Statistics& figures,
                const ReportOptions& options) {
  const auto page = report::progress_page(
      figures,
      {language_for(context, options), fmt::format("{}", fmt::join(options.flags.selectors, " "))});
  if (options.html == "-") {
    print_file(context, page);
    return;
  }
  write_whole(options.html, page, "the report");
  tell(context, context.tr.format("Wrote {}", options.html));
  if (options.open && !open_with_desktop(options.html)) {
    tell(context, context.tr("There is no xdg-open to open it with: open the file in a browser"));
  }
}

ExitStatus run_report(Context& context, const ReportOptions& options) {
  if (options.open && (options.html.empty() || options.html == "-")) {
    throw UsageError("--open shows a page: add --html FILE");
  }
  if (!options.html.empty() && options.html != "-") {
    refuse_in_use(options.html, files_in_use(context, options.flags.selectors),
                  "--html " + options.html);
  }
  const auto figures = requested_statistics(context, options.flags);
  if (!options.html.empty()) {
    write_page(context, figures, options);
  }
  if (options.text || options.html.empty()) {
    context.out << report::digest(figures, {message_columns(context.screen), context.screen.unicode,
                                            text::Messages(language_for(context, options))});
  }
  return done;
}

}  // namespace

void add_report(Command app, Action& action) {
  auto command =
      app.add_command("report", "Progress as a web page to keep, or a digest for a message");
  auto options = std::make_shared<ReportOptions>();
  add_statistics_options(command, options->flags);
  command.add_option("--html", options->html, "Write the page to this file (-: standard output)");
  command.add_flag("--text", options->text, "Print the digest (the default)");
  command.add_option("--lang", options->language, "en or zh (default: as pith speaks)")
      .one_of({"en", "zh"});
  command.add_flag("--open", options->open, "Open the page with the desktop's browser");
  on_call(command, action, options, run_report);
}

}  // namespace pith::cli
