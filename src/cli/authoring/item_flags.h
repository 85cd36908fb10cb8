// The flags that say what a new item is, as YAML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pith::cli {

struct ItemFlags {
  std::string deck;
  std::string id;
  std::string question;
  std::string cloze;
  std::string front;
  std::string back;
  bool reversed = false;
  std::vector<std::string> points;
  std::vector<std::string> answers;
  std::vector<std::string> correct;
  std::vector<std::string> wrong;
  std::vector<std::string> hints;
  std::vector<std::string> tags;
  std::string explanation;
  bool edit = false;
};

/// Whether they say what to ask.
[[nodiscard]] bool says_something(const ItemFlags& flags);

/// Throws InvalidInput, with the flag that mends it, if they say half of an item, or parts of two
/// kinds.
void require_fitting(const ItemFlags& flags);

/// The item, from column 0.
[[nodiscard]] std::string to_yaml(const ItemFlags& flags);

/// `KEY: VALUE`, or nothing where there is no value.
[[nodiscard]] std::string key_line(std::string_view key, const std::string& value);

/// `KEY: [VALUE, …]`, or nothing where there is no value.
[[nodiscard]] std::string list_line(std::string_view key, const std::vector<std::string>& values);

}  // namespace pith::cli
