#include "exchange/guid.h"

#include <charconv>

#include <fmt/format.h>

#include "base/sha256.h"
#include "deck/reading/names.h"

namespace pith::exchange {
namespace {

constexpr std::string_view kOwn = "pith:";
constexpr std::string_view kForeign = "anki-";
constexpr std::size_t kLongest = 60;  // bytes of a foreign GUID that its id can spell

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '.';
}

/// The item of `pith:deck/item`; empty if that is not what it is.
std::string_view own_item(std::string_view guid) {
  const auto slash = guid.find('/');
  if (!guid.starts_with(kOwn) || slash == std::string_view::npos) {
    return {};
  }
  const auto deck = guid.substr(kOwn.size(), slash - kOwn.size());
  const auto item = guid.substr(slash + 1);
  return deck::is_deck_id(deck) && deck::is_item_id(item) ? item : std::string_view();
}

/// The GUID that an id spells; empty if it spells none.
std::string foreign_guid(std::string_view id) {
  if (!id.starts_with(kForeign)) {
    return {};
  }
  std::string guid;
  for (auto at = kForeign.size(); at < id.size(); ++at) {
    if (id[at] != '-') {
      guid += id[at];
      continue;
    }
    unsigned value = 0;
    const auto digits = id.substr(at + 1, 2);
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (error != std::errc{} || digits.size() < 2 || end != digits.data() + 2) {
      return {};
    }
    guid += static_cast<char>(value);
    at += 2;
  }
  return guid;
}

}  // namespace

std::string guid_of(std::string_view deck, std::string_view item) {
  auto guid = foreign_guid(item);
  return guid.empty() ? fmt::format("{}{}/{}", kOwn, deck, item) : guid;
}

std::string item_id_of(std::string_view guid) {
  if (const auto item = own_item(guid); !item.empty()) {
    return std::string(item);
  }
  std::string id(kForeign);
  if (guid.size() > kLongest) {
    return id + base::to_hex(base::sha256(guid)).substr(0, 20);
  }
  for (const char c : guid) {
    id += is_plain(c) ? std::string(1, c) : fmt::format("-{:02x}", static_cast<unsigned char>(c));
  }
  return id;
}

std::string own_deck_of(std::string_view guid) {
  const auto slash = guid.find('/');
  return is_own_guid(guid) ? std::string(guid.substr(kOwn.size(), slash - kOwn.size())) : "";
}

bool is_own_guid(std::string_view guid) {
  return !own_item(guid).empty();
}

}  // namespace pith::exchange
