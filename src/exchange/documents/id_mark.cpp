#include "exchange/documents/id_mark.h"

#include "base/npos.h"
#include "deck/reading/names.h"
#include "exchange/lines.h"

namespace pith::exchange {
namespace {

constexpr std::string_view kIdBegins = "<!-- pith: id ";
constexpr std::string_view kIdEnds = " -->";

/// Whether an id leaves a comment whole, in which Markdown allows no two hyphens.
bool may_be_marked(std::string_view id) {
  return deck::is_item_id(id) && id.find("--") == base::npos;
}

}  // namespace

std::string id_mark(std::string_view id) {
  return may_be_marked(id) ? std::string(" ").append(kIdBegins).append(id).append(kIdEnds) : "";
}

std::string take_id_mark(std::string& text) {
  const auto begin = text.rfind(kIdBegins);
  const auto inside = begin + kIdBegins.size();
  const bool ends = text.ends_with(kIdEnds);
  if (begin == base::npos || !ends || text.size() < inside + kIdEnds.size()) {
    return "";
  }
  auto id = text.substr(inside, text.size() - kIdEnds.size() - inside);
  if (!may_be_marked(id)) {
    return "";
  }
  text = trimmed(std::string_view(text).substr(0, begin));
  return id;
}

}  // namespace pith::exchange
