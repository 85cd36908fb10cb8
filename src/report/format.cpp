#include "report/format.h"

#include <algorithm>
#include <array>

#include "report/csv.h"
#include "report/junit.h"
#include "report/markdown.h"
#include "report/scorecard_json.h"
#include "report/tap.h"
#include "report/text.h"

namespace pith::report {
namespace {

struct Entry {
  Format format;
  std::string_view name;
  std::string_view extension;
  std::string (*render)(const Scorecard&, const text::Messages&);
};

std::string as_text(const Scorecard& card, const text::Messages& tr) {
  return to_text(card, {.tr = tr, .questions = true});
}

/// A format that programs read.
template <std::string (*render)(const Scorecard&)>
std::string english(const Scorecard& card, const text::Messages& /*tr*/) {
  return render(card);
}

constexpr std::array<Entry, 6> kFormats = {{{Format::text, "text", ".txt", as_text},
                                            {Format::json, "json", ".json", english<to_json>},
                                            {Format::junit, "junit", ".xml", english<to_junit>},
                                            {Format::markdown, "markdown", ".md", to_markdown},
                                            {Format::csv, "csv", ".csv", english<to_csv>},
                                            {Format::tap, "tap", ".tap", english<to_tap>}}};

template <typename Holds>
std::optional<Format> find_format(Holds holds) {
  const auto* found = std::find_if(kFormats.begin(), kFormats.end(), holds);
  return found == kFormats.end() ? std::nullopt : std::optional(found->format);
}

}  // namespace

std::optional<Format> format_named(std::string_view name) {
  return find_format([&](const Entry& entry) { return entry.name == name; });
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  names.reserve(kFormats.size());
  for (const auto& entry : kFormats) {
    names.emplace_back(entry.name);
  }
  return names;
}

std::optional<Format> format_of_file(std::string_view name) {
  return find_format([&](const Entry& entry) { return name.ends_with(entry.extension); });
}

std::string render(const Scorecard& card, Format format, const text::Messages& tr) {
  const auto* found = std::find_if(kFormats.begin(), kFormats.end(),
                                   [&](const Entry& entry) { return entry.format == format; });
  return found->render(card, tr);
}

}  // namespace pith::report
