#include "deck/compiled.h"

#include <cstdint>
#include <utility>

#include "deck/archive.h"

namespace pith::deck {
namespace {

constexpr std::string_view kMagic = "pith deck 2\n";

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

std::string compiled(const ReadResult& read) {
  auto deck = read.deck;
  auto diagnostics = read.diagnostics;
  ArchiveWriter items;
  std::vector<std::uint64_t> ends;
  if (deck) {
    for (auto& item : deck->items) {
      items(item);
      ends.push_back(items.bytes.size());
    }
  }
  ArchiveWriter head;
  head(deck, diagnostics, ends);
  return sealed(kMagic, head.bytes + items.bytes);
}

std::optional<CompiledDeck> CompiledDeck::from(std::string bytes) {
  CompiledDeck compiled;
  compiled.bytes_ = std::move(bytes);
  const auto content = unsealed(kMagic, compiled.bytes_);
  if (!content) {
    return std::nullopt;
  }
  ArchiveReader reader(*content);
  reader(compiled.head_.deck, compiled.head_.diagnostics, compiled.ends_);
  compiled.first_item_ = compiled.bytes_.size() - reader.rest().size();
  std::uint64_t end = 0;
  for (const auto next : compiled.ends_) {
    if (next < end) {
      return std::nullopt;
    }
    end = next;
  }
  return reader.sound() && reader.rest().size() == end ? std::optional(std::move(compiled))
                                                       : std::nullopt;
}

std::string_view CompiledDeck::bytes_of(std::size_t place) const {
  const auto begin = place == 0 ? 0 : ends_[place - 1];
  return std::string_view(bytes_).substr(first_item_ + begin, ends_[place] - begin);
}

Item CompiledDeck::item(std::size_t place) const {
  ArchiveReader reader(bytes_of(place));
  Item item;
  reader(item);
  return item;
}

std::optional<std::size_t> CompiledDeck::find(const std::string& id) const {
  if (places_.empty()) {
    for (std::size_t place = 0; place < size(); ++place) {
      ArchiveReader reader(bytes_of(place));
      std::string deck;
      std::string item;
      reader(deck, item);
      places_.emplace(std::move(item), place);
    }
  }
  const auto found = places_.find(id);
  return found == places_.end() ? std::nullopt : std::optional(found->second);
}

ReadResult CompiledDeck::all() const {
  auto read = head_;
  for (std::size_t place = 0; place < size(); ++place) {
    read.deck->items.push_back(item(place));
  }
  return read;
}

}  // namespace pith::deck
