#include "deck/index/collection_index.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "support/full_disk.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using namespace pith::deck;

namespace {

/// Late enough for every file of a test to have come to rest.
std::int64_t later() {
  return file_time_now() + 60'000'000'000;
}

std::string deck_text(const std::string& id, const std::string& answer) {
  return "deck: " + id + "\nitems:\n  - {id: first, question: q, answer: " + answer +
         "}\n  - {id: second, question: r, answer: b}\n";
}

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
}

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Three sound decks, a broken one and a file that is none; a cache beside them.
class Shelf {
 public:
  Shelf() {
    for (const char* id : {"one", "two", "three"}) {
      write(decks() / (std::string(id) + ".yaml"), deck_text(id, "a"));
    }
    write(decks() / "broken.yaml", "items: [\n");
    write(decks() / "other.yaml", "a: b\n");
  }

  [[nodiscard]] fs::path decks() const { return home_.path() / "decks"; }
  [[nodiscard]] fs::path cache() const { return home_.path() / "cache"; }

  /// How many files had to be read is left in `compiled`.
  CollectionIndex open(const std::string& program = "1") { return open_in(cache(), program); }
  CollectionIndex open_in(const fs::path& cache, const std::string& program = "1") {
    const std::vector<fs::path> roots = {decks()};
    compiled = 0;
    return {roots, DeckCache(cache, program),
            [this](std::size_t, std::size_t all) { compiled = all; }, later()};
  }

  std::size_t compiled = 0;

 private:
  pith::test::TemporaryFolder home_;
};

/// All that a collection holds, as text.
std::string everything(const Collection& collection) {
  std::ostringstream all;
  for (const auto& deck : collection.decks) {
    all << deck.id << ' ' << deck.path << '\n';
    for (const auto& item : deck.items) {
      all << "  " << item.id << ' ' << item.question << ' ' << item.points.at(0).name << '\n';
    }
  }
  for (const auto& diagnostic : collection.diagnostics) {
    all << diagnostic.file << ':' << diagnostic.at.line << ' ' << diagnostic.message << '\n';
  }
  for (const auto& skipped : collection.skipped) {
    all << "skipped " << skipped << '\n';
  }
  for (const auto& diagnostic : collection.passed_over) {
    all << diagnostic.file << ':' << diagnostic.at.line << ' ' << diagnostic.message << '\n';
  }
  return all.str();
}

std::string truth(const Shelf& shelf) {
  const std::vector<fs::path> roots = {shelf.decks()};
  return everything(load_collection(roots));
}

}  // namespace

TEST_CASE("the index tells of decks what reading them would, and finds items by id", "[deck]") {
  Shelf shelf;
  for (int time = 0; time < 2; ++time) {
    const auto index = shelf.open();
    CHECK(everything(index.collection()) == truth(shelf));
    REQUIRE(index.decks().size() == 3);
    CHECK(index.decks()[0].id == "one");
    CHECK(index.decks()[0].items == 2);
    CHECK(index.errors().size() == 1);
    const auto deck = index.find("two");
    REQUIRE(deck);
    const auto* item = index.item(*deck, "second");
    REQUIRE(item != nullptr);
    CHECK(item->question == "r");
    CHECK(index.item(*deck, "second") == item);
    CHECK(index.item(*deck, "absent") == nullptr);
    CHECK_FALSE(index.find("absent"));
  }
}

TEST_CASE("an unchanged file is not read again, and a changed one costs only itself", "[deck]") {
  Shelf shelf;
  (void)shelf.open();
  CHECK(shelf.compiled == 5);
  (void)shelf.open();
  CHECK(shelf.compiled == 0);

  write(shelf.decks() / "two.yaml", deck_text("two", "longer"));
  CHECK(everything(shelf.open().collection()) == truth(shelf));
  CHECK(shelf.compiled == 1);
  write(shelf.decks() / "new.yaml", deck_text("new", "a"));
  CHECK(everything(shelf.open().collection()) == truth(shelf));
  CHECK(shelf.compiled == 1);
  fs::remove(shelf.decks() / "one.yaml");
  CHECK(everything(shelf.open().collection()) == truth(shelf));
  CHECK(shelf.compiled == 0);
}

TEST_CASE("an edit that keeps size and date is noticed", "[deck]") {
  Shelf shelf;
  const auto file = shelf.decks() / "one.yaml";
  const auto date = fs::last_write_time(file);
  (void)shelf.open();
  write(file, deck_text("one", "z"));
  fs::last_write_time(file, date);
  const auto index = shelf.open();
  CHECK(index.item(0, "first")->points[0].name == "z");
}

TEST_CASE("that a file seems meant as a deck is remembered", "[deck]") {
  Shelf shelf;
  write(shelf.decks() / "misspelt.yaml", "deck: four\nitmes: []\n");
  for (const std::size_t read : {6U, 0U}) {
    const auto index = shelf.open();
    CHECK(shelf.compiled == read);
    CHECK(index.passed_over().size() == 1);
    CHECK(everything(index.collection()) == truth(shelf));
  }
}

TEST_CASE("a file that changed a moment before it was read is not taken at its looks", "[deck]") {
  Shelf shelf;
  const std::vector<fs::path> roots = {shelf.decks()};
  std::size_t compiled = 0;
  const auto count = [&](std::size_t, std::size_t all) { compiled = all; };
  (void)CollectionIndex(roots, DeckCache(shelf.cache(), "1"), {});
  (void)CollectionIndex(roots, DeckCache(shelf.cache(), "1"), count);
  CHECK(compiled == 5);
}

TEST_CASE("another build of pith reads decks by itself", "[deck]") {
  Shelf shelf;
  (void)shelf.open("1");
  CHECK(everything(shelf.open("2").collection()) == truth(shelf));
  CHECK(shelf.compiled == 5);
}

TEST_CASE("whatever happened to the cache, decks are as their files say", "[deck]") {
  Shelf shelf;
  const auto expected = truth(shelf);
  rc::prop("files of the cache cut, garbled or gone", [&] {
    (void)shelf.open();
    for (const auto& entry : fs::directory_iterator(shelf.cache())) {
      auto bytes = read(entry.path());
      switch (*rc::gen::inRange(0, 4)) {
        case 0:
          write(entry.path(), bytes.substr(0, *rc::gen::inRange<std::size_t>(0, bytes.size() + 1)));
          break;
        case 1:
          if (!bytes.empty()) {
            bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] ^= 0x20;
            write(entry.path(), bytes);
          }
          break;
        case 2:
          fs::remove(entry.path());
          break;
        default:
          break;
      }
    }
    const auto index = shelf.open();
    const auto* item = index.item(*index.find("three"), "second");
    RC_ASSERT(item != nullptr);
    RC_ASSERT(item->question == "r");
    RC_ASSERT(index.deck(*index.find("two")).items.size() == 2);
    RC_ASSERT(everything(index.collection()) == expected);
    RC_ASSERT(everything(shelf.open().collection()) == expected);
  });
}

TEST_CASE("a cache that is removed while decks are in use is not missed", "[deck]") {
  Shelf shelf;
  (void)shelf.open();
  const auto index = shelf.open();
  fs::remove_all(shelf.cache());
  CHECK(index.item(1, "first") != nullptr);
  CHECK(everything(index.collection()) == truth(shelf));
}

TEST_CASE("without a usable cache decks are read all the same", "[deck]") {
  Shelf shelf;
  CHECK(everything(shelf.open_in({}).collection()) == truth(shelf));
  CHECK(everything(shelf.open_in("/dev/null/no").collection()) == truth(shelf));
  const auto bytes = GENERATE(0, 100, 300);
  CAPTURE(bytes);
  const pith::test::FullDisk full(static_cast<rlim_t>(bytes));
  CHECK(everything(shelf.open().collection()) == truth(shelf));
  CHECK(everything(shelf.open().collection()) == truth(shelf));
}

TEST_CASE("the cache does not grow for ever", "[deck]") {
  Shelf shelf;
  for (int i = 0; i < 210; ++i) {
    write(shelf.decks() / "one.yaml", deck_text("one", "answer" + std::to_string(i)));
    (void)shelf.open();
  }
  const auto entries = std::distance(fs::directory_iterator(shelf.cache()), {});
  CHECK(entries <= 210);
  CHECK(entries > 200);
}
