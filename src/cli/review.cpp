// pith review, and pith alone: what is due, then new items.
#include "cli/command.h"
#include "cli/desk.h"

namespace pith::cli {
namespace {

struct Options {
  SessionFlags session;
  std::optional<std::size_t> new_items;
};

/// How often a missed point comes back in a sitting where a person answers.
constexpr int kRepeats = 4;

ExitStatus run_review(Context& context, const Options& options) {
  Desk desk(context, options.session);
  session::ReviewRules rules;
  rules.day = desk.now().day;
  rules.parameters = desk.history().parameters();
  rules.wishes = desk.wishes();
  rules.new_items = options.new_items;
  rules.introduced = desk.history().introduced_on(rules.day);
  session::SessionOptions session;
  session.mode = history::Mode::review;
  session.repeats = desk.interactive() || options.session.repeat_missed ? kRepeats : 0;
  return desk.run(session::review_queue(desk.candidates(), rules), std::move(session));
}

}  // namespace

void add_review(CLI::App& app, Action& action) {
  auto* command =
      app.add_subcommand("review", "Answer what is due, then new items (the default command)");
  auto options = std::make_shared<Options>();
  add_session_options(*command, options->session);
  add_repeat_option(*command, options->session);
  command->add_option("--new", options->new_items, "At most so many new items");
  on_call(command, action, options, run_review);
}

}  // namespace pith::cli
