// The messages of one language, read from PO files (the format of gettext and its tools).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pith::text {

struct Entry {
  std::string english;
  std::string translated;
};

/// The entries of a PO file: msgid and msgstr, continued lines and escapes; the header, comments
/// and entries without a translation are left out. Throws std::invalid_argument at a line that is
/// none.
[[nodiscard]] std::vector<Entry> parse_po(std::string_view text);

class Catalogue {
 public:
  explicit Catalogue(std::vector<Entry> entries);

  [[nodiscard]] const std::string* find(std::string_view english) const;

  /// The translation of a sentence made from one of the formats; of several that could have made it
  /// the one with most words of its own. Its arguments are translated where they are messages, and
  /// theirs, some levels deep.
  [[nodiscard]] std::optional<std::string> find_made_from(std::string_view sentence) const;

 private:
  /// An entry that sentences are made from.
  struct Format {
    std::vector<std::string> literals;
    std::size_t own = 0;  ///< Length of the literals.
    std::size_t entry = 0;
  };

  [[nodiscard]] std::optional<std::string> find_plural(std::string_view words) const;
  [[nodiscard]] std::optional<std::string> made_from(std::string_view sentence, int depth) const;

  /// What stands in a field may be a message too; what stands in quotes is somebody's word and only
  /// gets the quotes of the language, as `'{}'` has them.
  [[nodiscard]] std::string of_argument(const std::string& argument, int depth) const;

  std::vector<Entry> entries_;   ///< By `english`.
  std::vector<Format> formats_;  ///< By `own`, longest first; equal ones in the order of entries.
};

/// What stands between the fields of a format (`{}`, `{0}`, `{:.2f}`), doubled braces undone; one
/// more than it has fields.
[[nodiscard]] std::vector<std::string> literals_of(std::string_view format);

/// The format with its fields filled: `{}` in order, `{1}` by number from 0.
[[nodiscard]] std::string filled(std::string_view format, std::span<const std::string> arguments);

}  // namespace pith::text
