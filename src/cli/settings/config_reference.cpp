// What the settings are for.
#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/settings/config.h"

namespace pith::cli {
namespace {

using text::to_translate;

struct Explained {
  std::string_view key;
  std::string_view words;
};

/// All but the theme, whose parts are named.
constexpr std::array<Explained, 12> kExplained = {{
    {"decks", to_translate("folders and files of decks; $PITH_DECKS and --decks come before them "
                           "(default: the data folder)")},
    {"ask", to_translate("when you are asked about an unsure verdict: never, unsure, always "
                         "(default: unsure)")},
    {"day_start", to_translate("hour at which a study day begins: 0 to 23 (default: 4)")},
    {"floor", to_translate("recall at which a point is asked by itself: 0.01 to 0.99")},
    {"maximum_interval",
     to_translate("days between two reviews at most: 1 to 36500 (default: 36500)")},
    {"fuzz", to_translate("whether due days are spread a little: true, false (default: true)")},
    {"color",
     to_translate("colours: auto, always, never (default: auto); --color and NO_COLOR come before "
                  "it")},
    {"language", to_translate("of what pith says: auto, en, zh (default: auto); --lang comes "
                              "before it")},
    {"dictate", to_translate("program that prints what you speak (default: none)")},
    {"encoder", to_translate("what compares meanings: auto, none, e5, endpoint (default: auto); "
                             "--encoder comes before it")},
    {"endpoint", to_translate("server of the encoder: url, model, key_env, timeout in seconds "
                              "(default: none)")},
    {"judge", to_translate("server of the judge, an LLM: the same keys (default: none)")},
}};

std::string role_names() {
  std::vector<std::string_view> names;
  for (const auto role : terminal::all_roles()) {
    names.push_back(terminal::name_of(role));
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

std::string explanation_of(std::string_view key, const text::Messages& tr) {
  if (key == "theme") {
    return tr.format(
        "how things look: bold, dim, italic, underline, reverse, none, red, bright-red …, for {}",
        role_names());
  }
  const auto* const found = std::ranges::find(kExplained, key, &Explained::key);
  return found == kExplained.end() ? std::string() : tr(found->words);
}

}  // namespace pith::cli
