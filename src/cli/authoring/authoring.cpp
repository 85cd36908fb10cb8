#include "cli/authoring/authoring.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <ostream>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/at_terminal.h"
#include "cli/decks/diagnosis.h"
#include "cli/decks/source_lines.h"
#include "cli/files/replace_file.h"
#include "cli/sitting.h"
#include "deck/reading/reader.h"
#include "grading/fairness.h"
#include "session/question.h"
#include "terminal/private_file.h"
#include "terminal/text_view.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

/// One round in the editor.
std::string edited(const Context& context, terminal::LineEditor& editor, const fs::path& folder,
                   const std::string& text, std::size_t line) {
  const terminal::PrivateFile file(folder.string(), ".pith-edit-", ".yaml");
  const bool ran = file.write(text) && editor.open_file(file.path(), line).empty();
  auto after = file.read();
  if (!ran || !after) {
    throw StorageError(
        fmt::format("the editor '{}' could not be run on a file in '{}', or failed; "
                    "nothing was changed",
                    context.any_editor, folder.string()));
  }
  return *std::move(after);
}

/// Writes what would be lost beside the deck, over nothing that is there; gives the file. Throws
/// StorageError.
std::string rescue(const fs::path& deck, std::string_view text) {
  for (int n = 1;; ++n) {
    auto file = deck.string() + (n == 1 ? ".rescued" : fmt::format(".rescued-{}", n));
    try {
      create_file(file, text);
      return file;
    } catch (const UsageError&) {  // that name is taken
    }
  }
}

[[noreturn]] void fail_with_rescue(const StorageError& error, const fs::path& deck,
                                   std::string_view text) {
  std::string rescued;
  try {
    rescued = rescue(deck, text);
  } catch (const StorageError&) {
    throw error;  // a folder that takes no file takes no rescued one
  }
  throw StorageError(fmt::format("{}; what you wrote is in '{}'", error.what(), rescued));
}

enum class AfterFault : std::uint8_t { edit_again, drop, leave };

/// What the person wants; shows the mistakes.
AfterFault wish_after(Context& context, terminal::LineEditor& editor,
                      const deck::Diagnostics& diagnostics) {
  for (const auto& diagnostic : diagnostics) {
    if (diagnostic.severity == deck::Severity::error) {
      print_diagnosis(context, diagnostic);
    }
  }
  context.out << std::flush;
  const auto answer = editor.read_key(
      {.line = style_for(context).own(context.tr("Enter edit again · q drop what you wrote")),
       .keys = {{terminal::KeyCode::enter, {}}, terminal::plain("q")}});
  return answer.outcome != terminal::Outcome::key ? AfterFault::leave
         : answer.key == terminal::plain("q")     ? AfterFault::drop
                                                  : AfterFault::edit_again;
}

std::size_t line_of_first_error(const deck::Diagnostics& diagnostics) {
  const auto error =
      std::ranges::find(diagnostics, deck::Severity::error, &deck::Diagnostic::severity);
  return error == diagnostics.end() ? 1 : std::max<std::size_t>(error->at.line, 1);
}

}  // namespace

bool can_edit(const Context& context) {
  return at_terminal(context.screen) && !context.any_editor.empty();
}

std::optional<std::string> edited_until_sound(Context& context, const fs::path& deck,
                                              const std::string& text, std::size_t line) {
  Sitting sitting(context);
  return edited_until_sound(context, sitting.editor(), deck, text, line);
}

std::optional<std::string> edited_until_sound(Context& context, terminal::LineEditor& editor,
                                              const fs::path& deck, const std::string& text,
                                              std::size_t line) {
  const auto folder = fs::canonical(deck).parent_path();
  auto current = text;
  for (;;) {
    try {
      current = edited(context, editor, folder, current, line);
    } catch (const StorageError& error) {
      if (current == text) {
        throw;
      }
      fail_with_rescue(error, deck, current);
    }
    if (current == text) {
      return std::nullopt;
    }
    const auto read = deck::read_deck(current, deck.string());
    if (read.deck) {
      return current;
    }
    const auto wish = wish_after(context, editor, read.diagnostics);
    if (wish == AfterFault::leave) {
      throw InvalidInput(fmt::format("the edited deck cannot be read; what you wrote is in '{}'",
                                     rescue(deck, current)));
    }
    if (wish != AfterFault::edit_again) {
      return std::nullopt;
    }
    line = line_of_first_error(read.diagnostics);
  }
}

void store(const fs::path& deck, std::string_view before, std::string_view after) {
  try {
    replace_file(deck, before, after);
  } catch (const StorageError& error) {
    fail_with_rescue(error, deck, after);
  }
}

void store_change(const fs::path& deck,
                  const std::function<std::string(const std::string&)>& change) {
  std::string after;
  try {
    change_file(deck, [&](const std::string& before) { return after = change(before); });
  } catch (const StorageError& error) {
    if (after.empty()) {
      throw;
    }
    fail_with_rescue(error, deck, after);
  }
}

void present(Context& context, const deck::Deck& deck, const deck::Item& item) {
  session::Question question;
  question.item = &item;
  question.asked.resize(item.points.size());
  std::iota(question.asked.begin(), question.asked.end(), std::size_t{0});
  question.text = item.question;
  question.options = session::shuffled_options(item, 0);
  question.time_limit = item.settings.time_limit;
  const auto style = style_for(context);
  terminal::TextView view(context.out, style,
                          {.columns = [&] { return context.screen.columns; },
                           .interactive = context.screen.out_is_terminal});
  view.show(question);
  view.show_solution(question);
  const auto next = std::ranges::find_if(
      deck.items, [&](const deck::Item& other) { return other.at.line > item.at.line; });
  const auto end = next == deck.items.end() ? SIZE_MAX : next->at.line;
  auto found = grading::failed_samples(deck);
  const auto unfair = grading::unfair_points(deck);
  found.insert(found.end(), unfair.begin(), unfair.end());
  std::erase_if(found, [&](const deck::Diagnostic& each) {
    return each.at.line < item.at.line || each.at.line >= end;
  });
  add_source_lines(found, deck.path);
  for (const auto& diagnostic : found) {
    print_diagnosis(context, diagnostic);
  }
}

}  // namespace pith::cli
