#include "cli/decks/diagnosis.h"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "cli/at_terminal.h"
#include "cli/printable.h"
#include "cli/tell.h"
#include "deck/collection.h"
#include "text/display.h"
#include "text/utf8.h"

namespace pith::cli {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kNarrowestSource = 20;

/// Byte offset of the n-th character, from 1.
std::size_t offset_of(std::string_view line, std::size_t column) {
  std::size_t at = 0;
  for (std::size_t i = 1; i < column && at < line.size(); ++i) {
    (void)text::next_code_point(line, at);
  }
  return at;
}

/// The end of a text that fits into `width` cells.
std::string tail(std::string_view text, std::size_t width) {
  const auto bounds = text::grapheme_bounds(text);
  auto from = bounds.size() - 1;
  while (from > 0 && text::display_width(text.substr(bounds[from - 1])) <= width) {
    --from;
  }
  return std::string(text.substr(bounds[from]));
}

/// The line around the place, and a caret below it.
std::string excerpt(const deck::Diagnostic& diagnostic, std::size_t columns) {
  const auto& line = diagnostic.source_line;
  const auto at = offset_of(line, diagnostic.at.column);
  const auto width = std::max(columns, kNarrowestSource) - kIndent;
  const auto before = tail(one_line(std::string_view(line).substr(0, at)), width / 2);
  const auto caret = text::display_width(before);
  const auto behind = text::truncate(one_line(std::string_view(line).substr(at)), width - caret);
  return fmt::format("{:{}}{}{}\n{:{}}^\n", "", kIndent, before, behind, "", kIndent + caret);
}

}  // namespace

std::string headline(const deck::Diagnostic& diagnostic, const text::Messages& tr) {
  return fmt::format("{}:{}:{}: {}: {}", diagnostic.file,
                     std::max<std::size_t>(diagnostic.at.line, 1),
                     std::max<std::size_t>(diagnostic.at.column, 1),
                     diagnostic.severity == deck::Severity::error ? tr("error") : tr("warning"),
                     tr.sentence(diagnostic.message));
}

std::string describe(const deck::Diagnostic& diagnostic, std::size_t columns,
                     const text::Messages& tr) {
  auto text = one_line(headline(diagnostic, tr)) + '\n';
  if (!diagnostic.source_line.empty()) {
    text += excerpt(diagnostic, columns);
  }
  if (!diagnostic.hint.empty()) {
    text += std::string(kIndent, ' ') +
            one_line(tr.format("hint: {}", tr.sentence(diagnostic.hint))) + '\n';
  }
  return text;
}

void print_diagnosis(Context& context, const deck::Diagnostic& diagnostic) {
  context.out << fitted(context.screen, describe(diagnostic, context.screen.columns, context.tr));
}

void warn_of_errors(Context& context, const deck::Diagnostics& diagnostics) {
  for (const auto& diagnostic : diagnostics) {
    if (diagnostic.severity == deck::Severity::error) {
      tell(context, one_line(headline(diagnostic, context.tr)));
    }
  }
  if (deck::has_error(diagnostics)) {
    tell(context, context.tr("pith: broken decks are left out; `pith check` shows more"));
  }
}

void warn_of_passed_over(Context& context, const deck::Diagnostics& passed_over) {
  for (const auto& diagnostic : passed_over) {
    tell(context, one_line(headline(diagnostic, context.tr)));
  }
}

}  // namespace pith::cli
