#include "exchange/tables/delimited.h"

#include <algorithm>
#include <array>

#include "base/npos.h"
#include "text/csv_quotes.h"

namespace pith::exchange {
namespace {

using base::npos;
constexpr std::size_t kLongestField = std::size_t{1} << 20U;  // bytes in quotes
constexpr std::size_t kSampled = 50;  // lines that the guess of the separator looks at

/// Offset of the quotation mark that closes the field opened before `text`: an undoubled one with
/// the field's end behind it. npos if it does not come soon.
std::size_t closing_quote(std::string_view text, char separator) {
  std::size_t lines = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > kLongestField || (text[at] == '\n' && ++lines > DelimitedReader::kLongestQuoted)) {
      return npos;
    }
    if (text[at] != '"') {
      continue;
    }
    if (at + 1 < text.size() && text[at + 1] == '"') {
      ++at;
    } else if (at + 1 == text.size() || text[at + 1] == separator || text[at + 1] == '\n') {
      return at;
    }
  }
  return npos;
}

/// Whether a field is one of prose that a comma happened to part.
bool goes_on(const std::string& field) {
  return field.starts_with(' ');
}

bool parts_every_row(std::string_view text, char separator) {
  DelimitedReader reader(text, separator);
  std::size_t rows = 0;
  std::size_t fields = 0;
  for (Row row; reader.next(row); ++rows) {
    const bool prose = separator == ',' && std::ranges::any_of(row.fields, goes_on);
    if (prose || row.fields.size() < 2 || row.fields.front().empty() ||
        (rows > 0 && row.fields.size() != fields)) {
      return false;
    }
    fields = row.fields.size();
  }
  return rows > 1;
}

}  // namespace

bool DelimitedReader::next(Row& row) {
  while (rest_.starts_with('\n')) {
    rest_.remove_prefix(1);
    ++line_;
  }
  if (rest_.empty()) {
    return false;
  }
  row.line = line_;
  row.fields.clear();
  row.unclosed_quote = false;
  for (bool more = true; more;) {
    read_field(row);
    more = rest_.starts_with(separator_);
    if (!rest_.empty()) {
      line_ += rest_.front() == '\n' ? 1U : 0U;
      rest_.remove_prefix(1);
    }
  }
  return true;
}

void DelimitedReader::read_field(Row& row) {
  // Behind a quote that is never closed the next ones are read as they are: looking for the end of
  // each takes too long.
  if (row.unclosed_quote || !rest_.starts_with('"') || !read_quoted(row)) {
    read_plain(row);
  }
}

bool DelimitedReader::read_quoted(Row& row) {
  const auto content = rest_.substr(1);
  const auto end = closing_quote(content, separator_);
  if (end == npos) {
    row.unclosed_quote = true;
    return false;
  }
  std::string field;
  for (std::size_t at = 0; at < end; ++at) {
    field += content[at];
    line_ += content[at] == '\n' ? 1U : 0U;
    at += content.substr(at).starts_with("\"\"") ? 1U : 0U;
  }
  row.fields.push_back(std::move(field));
  rest_.remove_prefix(end + 2);
  return true;
}

void DelimitedReader::read_plain(Row& row) {
  const std::array<char, 2> ends = {separator_, '\n'};
  const auto end = std::min(rest_.find_first_of({ends.data(), ends.size()}), rest_.size());
  row.fields.emplace_back(rest_.substr(0, end));
  rest_.remove_prefix(end);
}

std::optional<char> shared_separator(std::string_view text) {
  for (const char separator : {',', ';', '|'}) {
    if (parts_every_row(text, separator)) {
      return separator;
    }
  }
  return std::nullopt;
}

char guess_separator(std::string_view text) {
  constexpr std::array<char, 4> kCandidates = {'\t', ',', ';', '|'};
  std::array<std::size_t, 4> lines_with{};
  auto rest = text;
  for (std::size_t line = 0; line < kSampled && !rest.empty(); ++line) {
    const auto end = std::min(rest.find('\n'), rest.size());
    for (std::size_t i = 0; i < kCandidates.size(); ++i) {
      if (rest.substr(0, end).find(kCandidates.at(i)) != npos) {
        ++lines_with.at(i);
      }
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  const auto* const best = std::ranges::max_element(lines_with);
  const bool tied = std::ranges::count(lines_with, *best) > 1 && lines_with.front() < *best;
  const auto shared =
      tied ? shared_separator(text.substr(0, text.size() - rest.size())) : std::optional<char>();
  return shared       ? *shared
         : *best == 0 ? ','
                      : kCandidates.at(static_cast<std::size_t>(best - lines_with.begin()));
}

std::string delimited_field(std::string_view text, char separator) {
  const bool plain = text.find(separator) == npos && text.find_first_of("\"\n\r#") == npos &&
                     !text.starts_with(' ') && !text.ends_with(' ');
  return plain ? std::string(text) : text::in_csv_quotes(text);
}

}  // namespace pith::exchange
