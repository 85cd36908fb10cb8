// Templates of Anki's cards: HTML with `{{Field}}` and sections that depend on fields.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace pith::exchange {

/// The value of a field; empty if there is none of that name.
using FieldValue = std::function<std::string_view(std::string_view name)>;

constexpr std::size_t kLargestSide = std::size_t{16} << 20U;  ///< Bytes of a template filled in.

/// The template filled in: `{{Field}}`, with filters before it (`{{hint:Field}}`), `{{#Field}}…
/// {{/Field}}` if it is not empty and `{{^Field}}…{{/Field}}` if it is. `{{FrontSide}}`, `{{type:
/// …}}` and what Anki fills in by itself (`{{Tags}}`) give nothing. Empty if it is larger than
/// kLargestSide.
[[nodiscard]] std::optional<std::string> rendered(std::string_view html, const FieldValue& value);

/// The fields that a template shows, without their filters.
[[nodiscard]] std::set<std::string> fields_in(std::string_view html);

/// The field that a template asks to be typed (`{{type:Field}}`), or shows as a cloze
/// (`{{cloze:Field}}`): the one behind `filter`; empty if there is none.
[[nodiscard]] std::string field_behind(std::string_view html, std::string_view filter);

}  // namespace pith::exchange
