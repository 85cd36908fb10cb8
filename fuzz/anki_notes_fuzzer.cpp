// A package of Anki made from any texts, so that checksums, tables and compression are no obstacle.
// Parts are divided by lines `%`: name of the deck, name of the type (`cloze`: of that kind; `pith
// card`: pith's own), field names by line, question and answer of the template, tags, then the
// fields of the notes; `===` ends a note.
#include <string>
#include <vector>

#include "exchange/anki/anki_import.h"
#include "exchange/anki_builder.h"
#include "fuzzer.h"
#include "imported_laws.h"
#include "text/utf8.h"

namespace {

using namespace pith;
using fuzz::take_until;

constexpr std::string_view kNext = "\n%\n";
constexpr std::string_view kNextNote = "\n===\n";

std::vector<std::string> parts_of(std::string_view text, std::string_view mark) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    parts.emplace_back(take_until(text, mark));
  }
  return parts;
}

test::AnkiBuilder::Type take_type(std::string_view& text) {
  const std::string name(take_until(text, kNext));
  test::AnkiBuilder::Type type{1, name, name == "cloze", {}, {}};
  type.fields = parts_of(take_until(text, kNext), "\n");
  const std::string question(take_until(text, kNext));
  type.templates.emplace_back(question, take_until(text, kNext));
  return type;
}

test::AnkiBuilder collection(std::string_view text) {
  test::AnkiBuilder anki;
  anki.decks = {{1, std::string(take_until(text, kNext))}};
  anki.types = {take_type(text)};
  const std::string tags(take_until(text, kNext));
  for (const auto& note : parts_of(text, kNextNote)) {
    const auto id = static_cast<std::int64_t>(anki.notes.size() + 1);
    const auto guid = note.substr(0, note.find_first_of(" \n"));
    anki.notes.push_back({id, guid, 1, tags, parts_of(note, kNext)});
    anki.cards.push_back({id, id, 1, static_cast<int>(id % 3)});
    anki.reviews.push_back({1'700'000'000'000 + id, id, static_cast<int>(id % 5)});
  }
  return anki;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto valid = text::repair_utf8(fuzz::as_text(data, size));
  const auto package = collection(valid).package(size % 2 == 0);
  try {
    fuzz::check_imported(exchange::read_anki({"cards.apkg", package}), size % 8 == 0);
  } catch (const InvalidInput&) {  // nothing in it that pith knows: so it says
  }
  return 0;
}
