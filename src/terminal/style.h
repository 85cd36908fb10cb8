// How pith looks: roles painted in the terminal's own 16 colours or not at all, glyphs with an
// ASCII form, bars. Colour never carries meaning alone: callers print the word beside the glyph.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grading/verdict.h"
#include "text/messages.h"

namespace pith::terminal {

/// What a stretch of text is; the theme says how that looks.
enum class Role {
  plain,
  evidence,
  hit,
  partial,
  missed,
  contradicted,
  dim,
  heading,
  error,
  prompt
};
inline constexpr std::size_t kRoles = 10;

[[nodiscard]] std::array<Role, kRoles> all_roles();

/// `evidence`, `hit` …, as the configuration spells it.
[[nodiscard]] std::string_view name_of(Role role);

[[nodiscard]] Role role_of(grading::Verdict verdict);

/// Cells of the widest of the words that stand beside a verdict's glyph.
[[nodiscard]] std::size_t word_cells(const text::Messages& tr);

/// SGR parameters ("1;32") of each role, indexed by Role; empty for plain text. The background is
/// left alone, so that it is readable on light and dark.
struct Theme {
  std::array<std::string, kRoles> sgr;
};

[[nodiscard]] Theme default_theme();

/// SGR parameters of a style in words: `bold`, `dim`, `italic`, `underline`, `reverse`, a colour
/// (black red green yellow blue magenta cyan white) or `bright-` and a colour, separated by spaces;
/// `none` for plain text. Nothing if a word is unknown.
[[nodiscard]] std::optional<std::string> parse_style(std::string_view words);

/// SGR parameters that parse_style() gave, in words again.
[[nodiscard]] std::string style_words(std::string_view sgr);

/// Paints for one terminal and speaks its reader's language. Cheap to copy around by reference;
/// knows no file and no environment.
class Style {
 public:
  /// Without `colour`, paint() returns its text; without `unicode`, glyphs and bars are ASCII.
  Style(bool colour, bool unicode, Theme theme = default_theme(), text::Messages tr = {});

  /// The text (sanitised before, by whoever read it) as its role looks.
  [[nodiscard]] std::string paint(Role role, std::string_view text) const;

  /// The escape sequence that begins a role, empty for none; reset() ends it.
  [[nodiscard]] std::string begin(Role role) const;
  [[nodiscard]] std::string_view reset() const;

  /// ✓ ◐ ✗ ⇄, or + ~ - ! in ASCII. One cell wide.
  [[nodiscard]] std::string_view glyph(grading::Verdict verdict) const;

  /// A bar `width` cells wide, filled by `share` (clamped to [0, 1]): ████░░░░ or ####----.
  [[nodiscard]] std::string bar(double share, std::size_t width) const;

  /// Pith's own words with their typographic marks (· “ ” …), or with ASCII ones.
  [[nodiscard]] std::string own(std::string words) const;

  /// The same of a translated format, its fields filled with texts of decks or answers, which stay
  /// as they are.
  [[nodiscard]] std::string quoting(std::string format,
                                    const std::vector<std::string>& texts) const;

  /// What pith says, in the reader's language.
  [[nodiscard]] const text::Messages& tr() const { return tr_; }

  [[nodiscard]] bool colour() const { return colour_; }
  [[nodiscard]] bool unicode() const { return unicode_; }

 private:
  bool colour_;
  bool unicode_;
  Theme theme_;
  text::Messages tr_;
};

}  // namespace pith::terminal
