// The former names that the items of a deck, or the points of an item, claim by `was:`.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>

#include "deck/yaml/complaints.h"
#include "deck/yaml/yaml_tree.h"

namespace pith::deck {

/// The history of each name can go to one of those that claim it.
class FormerNames {
 public:
  /// Items of `deck` may also be called `deck/item`; of points it is empty.
  explicit FormerNames(Complaints& complaints, const std::string& deck = {});

  /// Takes what an item or a point claims; complains of what another has claimed.
  void claim(const Node& claimant);

 private:
  void claim(const Node& name, const Node& claimant);

  /// Where a name was claimed first, and by whom.
  struct Claim {
    std::size_t offset = 0;
    const Node* claimant = nullptr;
  };

  Complaints& complaints_;
  std::string prefix_;
  std::unordered_map<std::string, Claim> claims_;
};

}  // namespace pith::deck
