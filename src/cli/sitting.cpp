#include "cli/sitting.h"

#include <utility>

#include <unistd.h>

#include "cli/printable.h"
#include "text/display.h"

namespace pith::cli {
namespace {

terminal::LineEditor::Options editor_options(const Context& context) {
  terminal::LineEditor::Options options;
  options.capabilities = {.interactive = true,
                          .cursor = !context.screen.dumb,
                          .unicode = context.screen.unicode,
                          .colour = context.screen.color,
                          .reflows = context.screen.reflows};
  options.term = context.screen.term;
  options.editor_command = context.any_editor;
  options.draft_text = context.tr("Enter sends this; what you type replaces it.");
  options.cut_text = context.tr("the paste was cut: 64 KiB is the most");
  options.edit_cut_text = context.tr("the text was cut: 64 KiB is the most");
  options.no_editor_text = context.tr("no editor: set $VISUAL or $EDITOR");
  options.editor_failed_text = context.tr.format(
      "your text is as it was: '{}' failed; set $VISUAL or $EDITOR", one_line(context.any_editor));
  options.dictation_command = context.dictation;
  options.dictating_text = context.tr("speak; Ctrl-C ends it if nothing else does");
  options.no_dictation_text = context.tr("no dictation: set `dictate` in the configuration");
  options.dictation_failed_text = context.tr("the dictation brought no text; yours is as it was");
  options.temp_dir = context.paths.temporary.string();
  return options;
}

}  // namespace

terminal::Style style_for(const Context& context) {
  return {context.screen.color, context.screen.unicode, context.theme, context.tr};
}

Sitting::Sitting(const Context& context)
    : style_(style_for(context)),
      moves_cursor_(!context.screen.dumb),
      tty_(STDIN_FILENO, STDOUT_FILENO,
           moves_cursor_ ? terminal::Tty::Mode::raw : terminal::Tty::Mode::lines),
      out_(tty_),
      editor_(tty_, style_, editor_options(context)) {}

std::optional<std::string> Sitting::ask(const std::string& question) {
  terminal::AnswerRequest request;
  request.on_resume = [&] { out_ << text::fitted(question, tty_.size().columns) << std::flush; };
  request.on_resume();
  auto answer = editor_.read_answer(request);
  return answer.outcome == terminal::Outcome::submitted ? std::optional(std::move(answer.text))
                                                        : std::nullopt;
}

terminal::Face::Ending Sitting::run(session::Session& session, terminal::FaceOptions options,
                                    const Closing& closing) {
  terminal::TextView view(out_, style_,
                          {.columns = [this] { return tty_.size().columns; },
                           .rows = [this] { return tty_.size().rows; },
                           .interactive = true,
                           .feedback = options.feedback});
  if (!moves_cursor_) {
    view.say(style_.tr()("An empty line lists what can be done beside answering."));
  }
  terminal::Face face(session, editor_, view, style_, std::move(options));
  const auto ending = face.run();
  if (closing) {
    out_ << '\n' << closing(tty_.size().columns) << std::flush;
  } else if (ending == terminal::Face::Ending::over || !session.question()) {
    view.show(session.summary());
  }
  return ending;
}

}  // namespace pith::cli
