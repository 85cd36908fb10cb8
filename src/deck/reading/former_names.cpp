#include "deck/reading/former_names.h"

#include <fmt/format.h>

namespace pith::deck {

FormerNames::FormerNames(Complaints& complaints, const std::string& deck)
    : complaints_(complaints), prefix_(deck + "/") {}

void FormerNames::claim(const Node& claimant) {
  const auto* was = claimant.type == Node::Type::map ? find(claimant, "was") : nullptr;
  if (was == nullptr) {
    return;
  }
  if (was->type != Node::Type::sequence) {
    claim(*was, claimant);
    return;
  }
  for (const auto& name : was->children) {
    claim(name, claimant);
  }
}

void FormerNames::claim(const Node& name, const Node& claimant) {
  if (name.type != Node::Type::scalar) {
    return;  // complained of already
  }
  const bool full = prefix_.size() > 1 && name.text.starts_with(prefix_);
  const auto [first, fresh] = claims_.try_emplace(
      full ? name.text.substr(prefix_.size()) : name.text, Claim{name.offset, &claimant});
  if (!fresh && first->second.claimant != &claimant) {
    complaints_.error(name.offset, fmt::format("'was' claims {} twice", in_quotes(name.text)),
                      fmt::format("line {} claims it already; its history can go to one only",
                                  complaints_.source().position(first->second.offset).line));
  }
}

}  // namespace pith::deck
