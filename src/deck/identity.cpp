#include "deck/identity.h"

#include <algorithm>
#include <cstddef>

#include "base/sha256.h"
#include "deck/item.h"
#include "text/normalise.h"

namespace pith::deck {
namespace {

constexpr std::size_t kIdCharacters = 10;
constexpr std::string_view kBeginsId = "q-";
constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz234567";

/// The first characters of RFC 4648's base32, in lower case.
std::string base32(const base::Sha256::Digest& digest, std::size_t characters) {
  std::string text;
  for (std::size_t i = 0; i < characters; ++i) {
    const auto bit = i * 5;
    const auto two_bytes = (static_cast<unsigned>(digest[bit / 8]) << 8U) | digest[bit / 8 + 1];
    text += kAlphabet[(two_bytes >> (11 - bit % 8)) & 31U];
  }
  return text;
}

}  // namespace

std::string id_of_question(std::string_view question) {
  return std::string(kBeginsId) + base32(base::sha256(text::identity_of(question)), kIdCharacters);
}

bool is_id_of_question(std::string_view id) {
  if (!id.starts_with(kBeginsId)) {
    return false;
  }
  id.remove_prefix(kBeginsId.size());
  const auto end = std::min(id.find_first_not_of(kAlphabet), id.size());
  return end == kIdCharacters && (end == id.size() || id[end] == '-');
}

std::string reversed_id(std::string_view card) {
  return std::string(card).append(kReversed);
}

bool is_reverse_of(const Item& other, const Item& card) {
  return card.kind == Kind::card && other.kind == Kind::card && other.id == reversed_id(card.id) &&
         other.question == card.points[0].name && other.points[0].name == card.question &&
         other.explanation == card.explanation && other.example == card.example &&
         other.hints == card.hints && other.tags == card.tags && other.settings == card.settings;
}

}  // namespace pith::deck
