// The keys of one map of a deck file, read by name and type; what is wrong is complained of, and
// the caller gets the value that absence has.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "deck/reading/numbers.h"
#include "deck/yaml/complaints.h"
#include "deck/yaml/yaml_tree.h"

namespace pith::deck {

class Fields {
 public:
  /// `what` names the map in messages (`"an item"`). Complains of every key that is not known; one
  /// that is nearer to `in_defaults` belongs below 'defaults:'.
  Fields(const Node& map, std::string_view what, const std::vector<std::string>& known,
         Complaints& complaints, const std::vector<std::string>& in_defaults = {});

  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] const Node* value(std::string_view key) const { return find(map_, key); }
  /// Where the key stands; where the map begins if it is absent.
  [[nodiscard]] std::size_t offset(std::string_view key) const;

  /// Text as typed but for spaces around it; `""` if absent, complained of if empty or no text.
  [[nodiscard]] std::string text(std::string_view key) const;
  /// As text(); complains if the key is absent.
  [[nodiscard]] std::string required_text(std::string_view key) const;
  /// A list of texts; a text stands for a list of one.
  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
  [[nodiscard]] std::optional<double> number(std::string_view key, const Range& range) const;
  /// A whole number from 0 on.
  [[nodiscard]] std::optional<std::uint64_t> whole(std::string_view key, double most) const;
  /// A number above 0.
  [[nodiscard]] std::optional<double> positive(std::string_view key, double most) const;
  [[nodiscard]] std::optional<int> count(std::string_view key) const;
  /// `90s`, `3m`, `1h30m`.
  [[nodiscard]] std::optional<std::chrono::seconds> duration(std::string_view key) const;
  /// `true` or `false`; false if absent.
  [[nodiscard]] bool flag(std::string_view key) const;

 private:
  /// Complains of the key's value; `words` say what it must be.
  void expected(std::string_view key, std::string_view words, std::string remedy = {}) const;

  const Node& map_;
  Complaints& complaints_;
};

/// The text of a node, trimmed; `""` and a complaint that names it by `what` if it is none or
/// empty.
[[nodiscard]] std::string read_text(const Node& node, std::string_view what,
                                    Complaints& complaints);

/// `a list`, `a map`, … as messages name it.
[[nodiscard]] std::string_view type_of(const Node& node);

}  // namespace pith::deck
