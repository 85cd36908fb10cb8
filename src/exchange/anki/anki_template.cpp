#include "exchange/anki/anki_template.h"

#include <algorithm>
#include <vector>

#include "base/npos.h"
#include "exchange/lines.h"

namespace pith::exchange {
namespace {

using base::npos;

/// A stretch of a template: literal, or what stands in `{{…}}`.
struct TemplatePart {
  bool tag = false;
  std::string_view text;
};

std::vector<TemplatePart> parts_of(std::string_view html) {
  std::vector<TemplatePart> parts;
  while (!html.empty()) {
    const auto open = html.find("{{");
    const auto close = open == npos ? npos : html.find("}}", open);
    if (close == npos) {
      parts.push_back({false, html});
      break;
    }
    parts.push_back({false, html.substr(0, open)});
    parts.push_back({true, trimmed(html.substr(open + 2, close - open - 2))});
    html.remove_prefix(close + 2);
  }
  return parts;
}

bool is_section(std::string_view tag) {
  return !tag.empty() && (tag[0] == '#' || tag[0] == '^' || tag[0] == '/');
}

std::string_view field_of(std::string_view tag) {
  const auto colon = tag.rfind(':');
  return trimmed(colon == npos ? tag : tag.substr(colon + 1));
}

bool has_filter(std::string_view tag, std::string_view filter) {
  return (":" + std::string(tag)).find(":" + std::string(filter) + ":") != std::string::npos;
}

bool is_special(std::string_view field) {
  return field == "FrontSide" || field == "Tags" || field == "Type" || field == "Deck" ||
         field == "Subdeck" || field == "Card" || field == "CardFlag" || field == "CardID";
}

/// Whether a section is shown.
bool holds(std::string_view tag, const FieldValue& value) {
  const bool filled = !trimmed(value(trimmed(tag.substr(1)))).empty();
  return filled == (tag[0] == '#');
}

}  // namespace

std::optional<std::string> rendered(std::string_view html, const FieldValue& value) {
  std::string out;
  std::vector<bool> shown;  // of each section that is open
  const auto visible = [&] { return std::ranges::find(shown, false) == shown.end(); };
  for (const auto& [tag, text] : parts_of(html)) {
    if (tag && text.starts_with('/')) {
      if (!shown.empty()) {
        shown.pop_back();
      }
    } else if (tag && is_section(text)) {
      shown.push_back(holds(text, value));
    } else if (visible() && !tag) {
      out += text;
    } else if (visible() && !is_special(field_of(text)) && !has_filter(text, "type")) {
      out += value(field_of(text));
    }
    if (out.size() > kLargestSide) {
      return std::nullopt;
    }
  }
  return out;
}

std::set<std::string> fields_in(std::string_view html) {
  std::set<std::string> fields;
  for (const auto& [tag, text] : parts_of(html)) {
    if (tag && !is_section(text)) {
      fields.emplace(field_of(text));
    }
  }
  return fields;
}

std::string field_behind(std::string_view html, std::string_view filter) {
  for (const auto& [tag, text] : parts_of(html)) {
    if (tag && has_filter(text, filter)) {
      return std::string(field_of(text));
    }
  }
  return {};
}

}  // namespace pith::exchange
