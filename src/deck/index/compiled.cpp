#include "deck/index/compiled.h"

#include <cstdint>
#include <utility>

#include "base/fnv.h"
#include "deck/index/archive.h"

namespace pith::deck {
namespace {

constexpr std::string_view kDeckMagic = "pith deck 3\n";

}  // namespace

/// What is stored of each type, in this order: the one place to change with the type. The items of
/// a deck stand apart.
template <typename Archive>
void fields(Archive& a, Position& p) {
  a(p.line, p.column);
}
template <typename Archive>
void fields(Archive& a, Diagnostic& d) {
  a(d.severity, d.file, d.at, d.message, d.hint, d.source_line);
}
template <typename Archive>
void fields(Archive& a, Point& p) {
  a(p.id, p.name, p.detail, p.accept, p.reject, p.weight, p.group, p.was, p.at);
}
template <typename Archive>
void fields(Archive& a, Choice& c) {
  a(c.text, c.correct);
}
template <typename Archive>
void fields(Archive& a, ClozePart& c) {
  a(c.text, c.point, c.hint);
}
template <typename Archive>
void fields(Archive& a, NumberAnswer& n) {
  a(n.value, n.tolerance);
}
template <typename Archive>
void fields(Archive& a, Sample& s) {
  a(s.answer, s.hits, s.at);
}
template <typename Archive>
void fields(Archive& a, Settings& s) {
  a(s.pass, s.time_limit, s.desired_retention, s.new_per_day);
}
template <typename Archive>
void fields(Archive& a, Item& i) {
  a(i.deck, i.id, i.id_given, i.kind, i.language, i.question, i.points, i.choices, i.cloze,
    i.number, i.explanation, i.example, i.hints, i.tags, i.was, i.samples, i.settings, i.at);
}
template <typename Archive>
void fields(Archive& a, Deck& d) {
  a(d.id, d.title, d.language, d.description, d.author, d.source, d.license, d.tags, d.was, d.path,
    d.at);
}

template <typename Archive>
void fields(Archive& a, ItemPlace& p) {
  a(p.id_end, p.end, p.checksum);
}

std::string compiled(const ReadResult& read) {
  auto deck = read.deck;
  auto diagnostics = read.diagnostics;
  std::string ids;
  std::string items;
  std::vector<ItemPlace> places;
  if (deck) {
    for (auto& item : deck->items) {
      ArchiveWriter one;
      one(item);
      ids += item.id;
      items += one.bytes;
      places.push_back({ids.size(), items.size(), base::checksum(one.bytes)});
    }
  }
  ArchiveWriter head;
  head(deck, diagnostics, ids, places);
  auto sealed_head = sealed(kDeckMagic, head.bytes);
  ArchiveWriter whole;
  whole(sealed_head);
  return whole.bytes + items;
}

std::optional<CompiledDeck> CompiledDeck::from(std::string bytes) {
  CompiledDeck compiled;
  compiled.bytes_ = std::move(bytes);
  return compiled.open() ? std::optional(std::move(compiled)) : std::nullopt;
}

std::optional<CompiledDeck> CompiledDeck::from(std::unique_ptr<base::MappedFile> file) {
  CompiledDeck compiled;
  compiled.file_ = std::move(file);
  return compiled.open() ? std::optional(std::move(compiled)) : std::nullopt;
}

/// Reads all but the items; false if the bytes are not those of a deck.
bool CompiledDeck::open() {
  ArchiveReader whole(bytes());
  std::string sealed_head;
  whole(sealed_head);
  const auto content = unsealed(kDeckMagic, sealed_head);
  if (!whole.sound() || !content) {
    return false;
  }
  ArchiveReader reader(*content);
  reader(head_.deck, head_.diagnostics, ids_, items_);
  first_item_ = bytes().size() - whole.rest().size();
  ItemPlace last;
  for (const auto& item : items_) {
    if (item.id_end < last.id_end || item.end < last.end) {
      return false;
    }
    last = item;
  }
  return reader.complete() && last.id_end == ids_.size() && last.end == whole.rest().size() &&
         (head_.deck || items_.empty());
}

std::optional<Item> CompiledDeck::item(std::size_t place) const {
  const auto begin = place == 0 ? 0 : items_[place - 1].end;
  const auto own = bytes().substr(first_item_ + begin, items_[place].end - begin);
  if (base::checksum(own) != items_[place].checksum) {
    return std::nullopt;
  }
  ArchiveReader reader(own);
  Item item;
  reader(item);
  return item;
}

std::optional<std::size_t> CompiledDeck::find(std::string_view id) const {
  std::uint64_t begin = 0;
  for (std::size_t place = 0; place < size(); ++place) {
    const auto end = items_[place].id_end;
    if (end - begin == id.size() && ids_.compare(begin, id.size(), id) == 0) {
      return place;
    }
    begin = end;
  }
  return std::nullopt;
}

std::optional<ReadResult> CompiledDeck::all() const {
  auto read = head_;
  for (std::size_t place = 0; place < size(); ++place) {
    auto one = item(place);
    if (!one) {
      return std::nullopt;
    }
    read.deck->items.push_back(std::move(*one));
  }
  return read;
}

}  // namespace pith::deck
