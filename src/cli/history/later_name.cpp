#include "cli/history/later_name.h"

#include <utility>

namespace pith::cli {

std::optional<std::string> later_name(const history::History& history, const std::string& name) {
  const auto slash = name.find('/');
  if (slash == std::string::npos) {
    return std::nullopt;
  }
  const history::Stamp first;  // before every renaming
  const auto now = history.present_name({name.substr(0, slash), name.substr(slash + 1), ""}, first);
  auto later = history::full_id({now.deck, now.item});
  return later == name ? std::nullopt : std::optional(std::move(later));
}

}  // namespace pith::cli
