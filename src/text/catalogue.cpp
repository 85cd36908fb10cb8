#include "text/catalogue.h"

#include <algorithm>
#include <functional>
#include <stdexcept>

namespace pith::text {
namespace {

/// How often a sentence may stand within another: those from outside nest without end.
constexpr int kMostNested = 6;

/// The text of a quoted string of a PO file, appended.
void append_quoted(std::string& to, std::string_view line) {
  if (line.size() < 2 || line.front() != '"' || line.back() != '"') {
    throw std::invalid_argument("no string of a PO file: " + std::string(line));
  }
  line = line.substr(1, line.size() - 2);
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool escaped = line[i] == '\\' && i + 1 < line.size();
    i += escaped ? 1U : 0U;
    to += escaped && line[i] == 'n' ? '\n' : line[i];
  }
}

/// A field of a format that begins at a brace: where it ends, and its number if it has one.
struct Field {
  std::size_t end;
  std::optional<std::size_t> number;
};

Field field_at(std::string_view format, std::size_t brace) {
  const auto close = std::min(format.find('}', brace), format.size());
  const auto inside = format.substr(brace + 1, close - brace - 1);
  const bool numbered = !inside.empty() && inside.front() >= '0' && inside.front() <= '9';
  return {close + 1,
          numbered ? std::optional(static_cast<std::size_t>(inside.front() - '0')) : std::nullopt};
}

/// Calls for each literal character and each field of a format.
void scan(std::string_view format, const std::function<void(char)>& literal,
          const std::function<void(const Field&)>& field) {
  for (std::size_t i = 0; i < format.size();) {
    const char c = format[i];
    const bool doubled = (c == '{' || c == '}') && i + 1 < format.size() && format[i + 1] == c;
    if (c == '{' && !doubled) {
      const auto found = field_at(format, i);
      field(found);
      i = found.end;
    } else {
      literal(c);
      i += doubled ? 2 : 1;
    }
  }
}

/// What stood in the fields of a format when it made the sentence; nothing if it did not.
std::optional<std::vector<std::string>> arguments_of(const std::vector<std::string>& literals,
                                                     std::string_view sentence) {
  const auto& tail = literals.back();
  if (!sentence.starts_with(literals.front()) || !sentence.ends_with(tail) ||
      sentence.size() < literals.front().size() + tail.size()) {
    return std::nullopt;
  }
  std::vector<std::string> arguments;
  auto rest = sentence.substr(literals.front().size());
  for (std::size_t i = 1; i < literals.size(); ++i) {
    const bool last = i + 1 == literals.size();
    const auto end =
        last ? rest.size() - std::min(rest.size(), tail.size()) : rest.find(literals[i]);
    if (end == std::string_view::npos || (last && rest.size() < tail.size())) {
      return std::nullopt;
    }
    arguments.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end + literals[i].size());
  }
  return rest.empty() ? std::optional(std::move(arguments)) : std::nullopt;
}

/// The digits that a text begins with, where a space follows.
std::string_view number_before(std::string_view text) {
  const auto end = text.find_first_not_of("0123456789");
  return end != std::string_view::npos && text[end] == ' ' ? text.substr(0, end)
                                                           : std::string_view();
}

/// Whether a format counts something (`{} file`): what stands in its field is a number.
bool is_count(const std::vector<std::string>& literals) {
  const auto& noun = literals.back();
  return literals.size() == 2 && literals.front().empty() && noun.size() > 1 &&
         noun.front() == ' ' &&
         std::ranges::all_of(noun.substr(1), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Whether a format has no word of its own (`{} ({})`): no sentence is made from it. A place
/// (`{}:{}: {}`) stands before one.
bool only_sets_apart(const std::vector<std::string>& literals) {
  return literals[1] != ":" && std::ranges::none_of(literals, [](const std::string& literal) {
           return std::ranges::any_of(literal, [](char c) { return c >= 'a' && c <= 'z'; });
         });
}

/// Whether the first field is the name of an option, a key or a file, as a colon follows it.
bool begins_with_name(const std::vector<std::string>& literals) {
  return literals.front().empty() && literals[1].starts_with(':');
}

/// Whether a format says too little (`{} with {}`) to be what made a sentence: any sentence with
/// that word in it would look like it.
bool is_chance(const std::vector<std::string>& literals,
               const std::vector<std::string>& arguments) {
  if (is_count(literals)) {
    return number_before(arguments.front() + ' ').empty();
  }
  constexpr std::ptrdiff_t kFewLetters = 4;
  std::ptrdiff_t letters = 0;
  for (const auto& literal : literals) {
    letters += std::ranges::count_if(literal, [](char c) { return c >= 'a' && c <= 'z'; });
  }
  return literals.front().empty() && letters > 0 && letters <= kFewLetters &&
         std::ranges::any_of(arguments, [](const std::string& argument) {
           return argument.find(' ') != std::string::npos;
         });
}

/// Whether what stands in a field is somebody's word or to be typed, and never translated.
bool is_quoted_field(std::span<const std::string> literals_before) {
  std::ptrdiff_t ticks = 0;
  for (const auto& literal : literals_before) {
    ticks += std::ranges::count(literal, '`');
  }
  const auto& last = literals_before.back();
  return ticks % 2 == 1 || last.ends_with('\'') || last.ends_with('"');
}

bool is_quoted(std::string_view text) {
  return text.size() > 2 && text.front() == '\'' && text.find('\'', 1) == text.size() - 1;
}

}  // namespace

std::vector<Entry> parse_po(std::string_view text) {
  std::vector<Entry> entries;
  std::string* open = nullptr;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    auto line = text.substr(at, end - at);
    at = end + 1;
    if (line.empty() || line.front() == '#') {
      open = nullptr;
      continue;
    }
    if (line.starts_with("msgid ")) {
      open = &entries.emplace_back().english;
      line.remove_prefix(6);
    } else if (line.starts_with("msgstr ") && !entries.empty()) {
      open = &entries.back().translated;
      line.remove_prefix(7);
    }
    if (open == nullptr) {
      throw std::invalid_argument("no line of a PO file: " + std::string(line));
    }
    append_quoted(*open, line);
  }
  std::erase_if(entries,
                [](const Entry& each) { return each.english.empty() || each.translated.empty(); });
  return entries;
}

Catalogue::Catalogue(std::vector<Entry> entries) : entries_(std::move(entries)) {
  std::ranges::stable_sort(entries_, {}, &Entry::english);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (entries_[i].english.find('{') == std::string::npos) {
      continue;
    }
    Format format{literals_of(entries_[i].english), 0, i};
    for (const auto& literal : format.literals) {
      format.own += literal.size();
    }
    if (format.literals.size() > 1 && format.own > 0 && !only_sets_apart(format.literals)) {
      formats_.push_back(std::move(format));
    }
  }
  std::ranges::stable_sort(formats_, std::greater(), &Format::own);
}

const std::string* Catalogue::find(std::string_view english) const {
  const auto found = std::ranges::lower_bound(entries_, english, {}, &Entry::english);
  return found != entries_.end() && found->english == english ? &found->translated : nullptr;
}

/// `6 items`, which the catalogue has as `{} item`.
std::optional<std::string> Catalogue::find_plural(std::string_view words) const {
  const auto number = number_before(words);
  if (number.empty() || !words.ends_with('s')) {
    return std::nullopt;
  }
  const auto noun = words.substr(number.size(), words.size() - number.size() - 1);
  const auto* found = find("{}" + std::string(noun));
  const std::string counted(number);
  return found != nullptr ? std::optional(filled(*found, std::span(&counted, 1))) : std::nullopt;
}

std::optional<std::string> Catalogue::find_made_from(std::string_view sentence) const {
  return made_from(sentence, 0);
}

std::optional<std::string> Catalogue::made_from(std::string_view sentence, int depth) const {
  if (auto plural = find_plural(sentence)) {
    return plural;
  }
  for (const auto& [literals, own, entry] : formats_) {
    auto arguments = arguments_of(literals, sentence);
    if (arguments && !is_chance(literals, *arguments)) {
      for (std::size_t i = 0; i < arguments->size(); ++i) {
        if (!is_quoted_field(std::span(literals).first(i + 1)) &&
            !(i == 0 && begins_with_name(literals))) {
          (*arguments)[i] = of_argument((*arguments)[i], depth + 1);
        }
      }
      return filled(entries_[entry].translated, *arguments);
    }
  }
  return std::nullopt;
}

std::string Catalogue::of_argument(const std::string& argument, int depth) const {
  if (const auto* known = find(argument)) {
    return *known;
  }
  const auto* quotes = find("'{}'");
  if (quotes != nullptr && is_quoted(argument)) {
    const auto inside = argument.substr(1, argument.size() - 2);
    return filled(*quotes, std::span(&inside, 1));
  }
  return depth < kMostNested ? made_from(argument, depth).value_or(argument) : argument;
}

std::vector<std::string> literals_of(std::string_view format) {
  std::vector<std::string> literals(1);
  scan(
      format, [&](char c) { literals.back() += c; },
      [&](const Field&) { literals.emplace_back(); });
  return literals;
}

std::string filled(std::string_view format, std::span<const std::string> arguments) {
  std::string out;
  std::size_t next = 0;
  scan(
      format, [&](char c) { out += c; },
      [&](const Field& field) {
        const auto number = field.number.value_or(next++);
        out += number < arguments.size() ? arguments[number] : std::string();
      });
  return out;
}

}  // namespace pith::text
