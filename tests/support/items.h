// Items as a deck would give them, for tests of what grades or asks them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "deck/item.h"

namespace pith::test {

inline deck::Point point(std::string name, std::string detail = {},
                         std::vector<std::string> accept = {},
                         std::vector<std::string> reject = {}) {
  deck::Point result;
  result.id = name;
  result.name = std::move(name);
  result.detail = std::move(detail);
  result.accept = std::move(accept);
  result.reject = std::move(reject);
  return result;
}

inline deck::Item item(std::string language, std::string question,
                       std::vector<deck::Point> points) {
  deck::Item result;
  result.deck = "deck";
  result.id = "item";
  result.language = std::move(language);
  result.question = std::move(question);
  result.points = std::move(points);
  return result;
}

/// Two points of the shipped deck.
inline deck::Item moat() {
  return item("zh", "如何建立技术壁垒？",
              {point("原创算法", "自己研发别家没有的算法。"),
               point("知识产权保护", "发明尽早报专利，代码登记著作权。")});
}

/// An item of a kind that is compared rather than understood.
inline deck::Item item_of(deck::Kind kind, std::string question, std::vector<deck::Point> points,
                          std::string language = "en") {
  auto result = item(std::move(language), std::move(question), std::move(points));
  result.kind = kind;
  return result;
}

}  // namespace pith::test
