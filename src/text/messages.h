// What pith says, in the language of its reader. English stands in the code and is its own key; the
// other languages are PO files in src/text/po, compiled in and read when they are first needed.
// A Messages object is called `tr` everywhere, so that tests find what has to be translated.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/to_translate.h"

namespace pith::text {

class Catalogue;

enum class Language : std::uint8_t { english, chinese };

/// By the name of the configuration: `en` or `zh`.
[[nodiscard]] std::optional<Language> language_named(std::string_view name);

/// The language of a locale's name such as `zh_CN.UTF-8`, or of a BCP 47 tag; English where pith
/// knows no better.
[[nodiscard]] Language language_of_locale(std::string_view locale);

using base::to_translate;

/// Cheap to copy. What the catalogue lacks stays English.
class Messages {
 public:
  Messages() = default;  ///< English.
  explicit Messages(Language language);

  [[nodiscard]] bool is_english() const { return catalogue_ == nullptr; }
  [[nodiscard]] Language language() const {
    return is_english() ? Language::english : Language::chinese;
  }

  [[nodiscard]] std::string operator()(std::string_view english) const;

  /// Of a format, with its arguments in the places that the translation gives them.
  template <typename... Args>
  [[nodiscard]] std::string format(fmt::format_string<Args...> english, Args&&... args) const {
    const fmt::string_view key = english;
    return fmt::vformat(pattern({key.data(), key.size()}), fmt::make_format_args(args...));
  }

  /// `1 point`, `4 points`; the catalogue has it as `{} point`.
  [[nodiscard]] std::string count(std::size_t number, std::string_view noun) const;

  /// `45 s`, `3 min`, `12:05 min`.
  [[nodiscard]] std::string duration(std::chrono::seconds time) const;

  /// A finished sentence of code that knows no language (an error, a diagnostic): the format it was
  /// made from is found by its words.
  [[nodiscard]] std::string sentence(std::string_view english) const;

 private:
  [[nodiscard]] std::string_view pattern(std::string_view english) const;

  const Catalogue* catalogue_ = nullptr;  ///< Null: English.
};

}  // namespace pith::text
