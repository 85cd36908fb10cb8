#include "exchange/documents/ticked_options.h"

#include <algorithm>
#include <optional>
#include <set>

#include "deck/limits.h"
#include "exchange/labels.h"
#include "exchange/lines.h"

namespace pith::exchange {
namespace {

/// An entry that is a checkbox with a text, and nothing below it.
std::optional<deck::Choice> option_of(const Block& entry) {
  if (entry.children.size() != 1 || entry.children[0].kind != Block::Kind::paragraph) {
    return std::nullopt;
  }
  const auto text = text_of(entry.children[0]);
  std::string_view rest = text;
  const bool ticked = take_prefix(rest, "[x] ") || take_prefix(rest, "[X] ");
  if (!ticked && !take_prefix(rest, "[ ] ")) {
    return std::nullopt;
  }
  const auto option = without_emphasis(trimmed(rest));
  return option.empty() ? std::nullopt : std::optional(deck::Choice{std::string(option), ticked});
}

}  // namespace

std::vector<deck::Choice> ticked_options(const Block& list) {
  std::vector<deck::Choice> options;
  std::set<std::string> texts;
  for (const auto& entry : list.children) {
    const auto option = option_of(entry);
    if (!option || !texts.insert(option->text).second) {
      return {};
    }
    options.push_back(*option);
  }
  const auto right = std::ranges::count_if(options, &deck::Choice::correct);
  const bool choice =
      right > 0 && right < std::ssize(options) && options.size() <= deck::kMostChoices;
  std::stable_partition(options.begin(), options.end(),
                        [](const deck::Choice& option) { return option.correct; });
  return choice ? options : std::vector<deck::Choice>();
}

}  // namespace pith::exchange
