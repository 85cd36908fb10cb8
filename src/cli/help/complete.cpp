// pith completions SHELL, and the hidden `pith complete` that the scripts of it call at each Tab.
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <ostream>

#include <fmt/format.h>

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/decks/decks.h"
#include "cli/embedded.h"
#include "cli/help/completions.h"
#include "cli/practice/practice_file.h"
#include "cli/printable.h"
#include "text/display.h"

namespace pith::cli {
namespace {

struct ScriptOptions {
  std::string shell;
};

struct WordsOptions {
  std::vector<std::string> words;
};

ExitStatus run_completions(Context& context, const ScriptOptions& options) {
  context.out << embedded("completion." + options.shell);
  return done;
}

std::vector<Candidate> own_decks(const Context& context) {
  std::vector<Candidate> own;
  const auto collection = load_decks(context);
  for (const auto& deck : collection.decks) {
    if (!is_shipped(context, deck.path)) {
      own.push_back({deck.id, deck.title});
    }
  }
  return own;
}

ExitStatus run_complete(Context& context, const WordsOptions& options, Command program) {
  constexpr std::size_t kNoteCells = 60;
  auto& decks = context.options.decks;
  std::ranges::move(values_in(options.words, "--decks"), std::back_inserter(decks));
  const MoreNames more{[&] { return own_decks(context); },
                       [&] { return shipped_practices(context); }};
  for (const auto& each : complete(
           program, options.words, [&] { return load_decks(context); }, more)) {
    context.out << one_line(each.text);
    if (!each.note.empty()) {
      context.out << '\t' << text::truncate(one_line(context.tr(each.note)), kNoteCells);
    }
    context.out << '\n';
  }
  return done;
}

}  // namespace

void add_completions(Command app, Action& action) {
  auto command =
      app.add_command("completions", "Print a script that teaches your shell the Tab key");
  auto options = std::make_shared<ScriptOptions>();
  command.add_option("shell", options->shell, "bash, zsh or fish")
      .required()
      .one_of({"bash", "zsh", "fish"});
  on_call(command, action, options, run_completions);

  auto words = app.add_command("complete", "");
  words.hide();
  auto words_options = std::make_shared<WordsOptions>();
  words.add_option("word", words_options->words, "");
  on_call(words, action, words_options, [app](Context& context, const WordsOptions& given) {
    return run_complete(context, given, app);
  });
}

}  // namespace pith::cli
