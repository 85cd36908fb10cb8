#include "grading/exact/option_rows.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/trim.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

/// What may stand among letters or options in a row, and whether among letters only.
struct Joiner {
  std::u32string_view text;
  bool of_letters = false;
};
constexpr std::array<Joiner, 17> kJoinersOfOptions = {{{U" "},
                                                       {U"and "},
                                                       {U"&"},
                                                       {U"+"},
                                                       {U"以及"},
                                                       {U"还有"},
                                                       {U"和"},
                                                       {U"与"},
                                                       {U"及"},
                                                       {U"(", true},
                                                       {U")", true},
                                                       {U"[", true},
                                                       {U"]", true},
                                                       {U"【", true},
                                                       {U"】", true},
                                                       {U"/", true},
                                                       {U".", true}}};

/// How much of the text from `at` on only joins what it names.
std::size_t joined_by(std::u32string_view text, std::size_t at, bool letters) {
  const auto joiner = std::ranges::find_if(kJoinersOfOptions, [&](const Joiner& one) {
    return (letters || !one.of_letters) && text.substr(at).starts_with(one.text);
  });
  return joiner == kJoinersOfOptions.end() ? 0 : joiner->text.size();
}

/// How long an article is that stands at `at`.
std::size_t article_at(std::u32string_view text, std::size_t at) {
  constexpr std::array<std::u32string_view, 3> kArticles = {U"the ", U"an ", U"a "};
  const auto* const article = std::ranges::find_if(
      kArticles, [&](std::u32string_view one) { return text.substr(at).starts_with(one); });
  return article == kArticles.end() ? 0 : article->size();
}

struct OptionFound {
  std::size_t option = 0;
  std::size_t end = 0;
};

/// The option with the longest text that stands at `at`.
std::optional<OptionFound> option_at(const std::vector<std::u32string>& options,
                                     std::u32string_view text, std::size_t at) {
  std::optional<OptionFound> longest;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const auto end = at + options[i].size();
    if (end > (longest ? longest->end : at) && text.substr(at).starts_with(options[i]) &&
        word_may_end(text, end)) {
      longest = OptionFound{i, end};
    }
  }
  return longest;
}

}  // namespace

bool word_may_end(std::u32string_view text, std::size_t at) {
  const auto is_letter = [](char32_t c) { return c < 0x80 && c != U' ' && c != U'&' && c != U'+'; };
  return at == text.size() || !is_letter(text[at - 1]) || !is_letter(text[at]);
}

std::vector<std::size_t> options_lettered(const deck::Item& item, std::string_view piece) {
  const auto text = text::fold(piece).text;
  std::vector<std::size_t> letters;
  for (std::size_t at = 0; at < text.size();) {
    const auto index = static_cast<std::size_t>(text[at] - U'a');
    if (const auto joiner = joined_by(text, at, true); joiner > 0) {
      at += joiner;
    } else if (text[at] >= U'a' && index < item.choices.size()) {
      letters.push_back(index);
      ++at;
    } else {
      return {};
    }
  }
  return letters;
}

std::vector<std::size_t> options_in_a_row(const deck::Item& item, std::string_view piece) {
  const auto text = text::fold(base::trimmed(piece)).text;
  std::vector<std::u32string> options;
  for (const auto& choice : item.choices) {
    options.push_back(text::fold(base::trimmed(choice.text)).text);
  }
  std::vector<std::size_t> found;
  for (std::size_t at = 0; at < text.size();) {
    auto option = option_at(options, text, at);
    if (const auto article = option ? 0 : article_at(text, at); article > 0) {
      option = option_at(options, text, at + article);
    }
    if (option) {
      found.push_back(option->option);
      at = option->end;
    } else if (const auto size = joined_by(text, at, false); size > 0) {
      at += size;
    } else {
      return {};
    }
  }
  return found;
}

}  // namespace pith::grading
