// What was learned of items by overruling, and what of it their decks should accept.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "deck/item.h"
#include "grading/encoder.h"
#include "history/store.h"
#include "session/wording_use.h"
#include "text/messages.h"

namespace pith::cli {

/// The wordings of an item; never none.
struct Learned {
  const deck::Item* item = nullptr;
  std::vector<session::WordingUse> uses;
};

/// Of the items that something was learned of, in their order. `encoder` may be null.
std::vector<Learned> learned_of(std::span<const deck::Item* const> items,
                                const history::History& history,
                                const grading::SentenceEncoder* encoder);

/// The item's point that a wording is of.
const deck::Point& point_of(const deck::Item& item, const session::WordingUse& use);

/// Wordings that the deck should accept, each in one line, by index of the point.
std::map<std::size_t, std::vector<std::string>> proposals_for(const Learned& learned);

/// Of a wording that is not proposed.
std::string why_not_proposed(const session::WordingUse& use, const text::Messages& tr);

}  // namespace pith::cli
