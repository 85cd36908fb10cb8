#include "deck/index/indexed_file.h"

#include <utility>
#include <variant>

#include "base/file_stamp.h"
#include "deck/reading/reader.h"

namespace pith::deck {

void IndexedFile::read(const DeckCache& cache) {
  entry = {found.path, found.named, base::stamp_of(found.path).value_or(FileStamp{}),
           {},         false,       std::nullopt};
  const auto bytes = read_bytes(found.path);
  if (const auto* diagnostic = std::get_if<Diagnostic>(&bytes)) {
    unreadable = *diagnostic;
  } else if (found.named || looks_like_deck(std::get<std::string>(bytes))) {
    compile(cache, std::get<std::string>(bytes));
  } else {
    entry.passed_over = seems_meant_as_deck(std::get<std::string>(bytes));
  }
}

void IndexedFile::compile(const DeckCache& cache, std::string_view bytes) {
  entry.key = cache.key_of(entry.path, bytes);
  const auto kept = cache.deck(entry.key);
  const auto known = kept ? kept->all() : std::nullopt;
  const auto read = known ? *known : read_deck(bytes, entry.path);
  if (read.deck) {
    entry.deck = summary_of(*read.deck);
  }
  if (!known) {
    auto made = deck::compiled(read);
    if (!cache.put(entry.key, made)) {
      compiled_ = CompiledDeck::from(std::move(made));
    }
  }
}

CompiledDeck& IndexedFile::compiled(const DeckCache& cache) const {
  if (!compiled_) {
    compiled_ = cache.deck(entry.key);
  }
  return compiled_ ? *compiled_ : compiled_anew();
}

/// From the file as it is now.
CompiledDeck& IndexedFile::compiled_anew() const {
  const auto bytes = read_bytes(found.path);
  const auto* text = std::get_if<std::string>(&bytes);
  const auto read = text != nullptr ? read_deck(*text, entry.path)
                                    : ReadResult{std::nullopt, {std::get<Diagnostic>(bytes)}};
  compiled_ = CompiledDeck::from(deck::compiled(read));
  return *compiled_;
}

const Item* IndexedFile::item(const DeckCache& cache, const std::string& id) const {
  const auto& known = compiled(cache);
  const auto place = known.find(id);
  if (!place) {
    return nullptr;
  }
  auto& item = items_[id];
  if (!item) {
    auto made = known.item(*place);
    if (!made) {  // damaged in the cache
      compiled_anew();
      return this->item(cache, id);
    }
    item = std::make_unique<Item>(std::move(*made));
  }
  return item.get();
}

ReadResult IndexedFile::whole(const DeckCache& cache) const {
  auto read = compiled(cache).all();
  return read ? std::move(*read) : *compiled_anew().all();
}

ReadResult IndexedFile::whole_once(const DeckCache& cache) const {
  const auto kept = compiled_ ? std::nullopt : cache.deck(entry.key);
  auto sound = kept ? kept->all() : std::nullopt;
  return sound ? std::move(*sound) : whole(cache);
}

}  // namespace pith::deck
