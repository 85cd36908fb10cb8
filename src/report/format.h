// The formats of a report, by name and by the extension of a file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/scorecard.h"
#include "text/messages.h"

namespace pith::report {

enum class Format { text, json, junit, markdown, csv, tap };

/// `text`, `json`, `junit`, `markdown`, `csv`, `tap`.
[[nodiscard]] std::optional<Format> format_named(std::string_view name);
[[nodiscard]] std::vector<std::string> format_names();

/// By extension: `.txt`, `.json`, `.xml`, `.md`, `.csv`, `.tap`.
[[nodiscard]] std::optional<Format> format_of_file(std::string_view name);

/// What people read (text, Markdown) is in their language; what programs read is English.
[[nodiscard]] std::string render(const Scorecard& card, Format format,
                                 const text::Messages& tr = {});

}  // namespace pith::report
