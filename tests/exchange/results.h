// What an importer gave, as texts to compare.
#pragma once

#include <string>
#include <vector>

#include "exchange/imported.h"

namespace pith::test {

using Texts = std::vector<std::string>;

/// `question | point: detail | …` for each item of all decks.
inline Texts items_of(const exchange::Imported& result) {
  Texts items;
  for (const auto& deck : result.decks) {
    for (const auto& item : deck.items) {
      auto line = item.question;
      for (const auto& point : item.points) {
        line += " | " + (point.group.empty() ? "" : "[" + point.group + "] ") + point.name;
        line += point.detail.empty() ? "" : ": " + point.detail;
      }
      items.push_back(line);
    }
  }
  return items;
}

/// `line: reason: text` for each remark; its place where it has no line.
inline Texts said(const exchange::Remarks& remarks) {
  Texts lines;
  for (const auto& remark : remarks) {
    lines.push_back((remark.line > 0 ? std::to_string(remark.line) : remark.place) + ": " +
                    remark.reason + (remark.text.empty() ? "" : ": " + remark.text));
  }
  return lines;
}

}  // namespace pith::test
