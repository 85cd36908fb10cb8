// What a format cannot hold is named.
#include <algorithm>
#include <string>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "exchange/exported_tea.h"
#include "exchange/note.h"
#include "exchange/shelf.h"

using namespace pith;
using namespace pith::test;

TEST_CASE("what cards and tables cannot hold of a deck and its layout is named", "[exchange]") {
  exchange::Exportable what = exportable();
  const auto losses = [&](std::string_view format) {
    return exchange::export_format_named(format)->write(what);
  };
  CHECK(says(losses("csv"), "title of 1 deck"));
  CHECK_FALSE(says(losses("apkg"), "title"));
  CHECK_FALSE(says(losses("md"), "title"));
  for (const auto* format : {"csv", "apkg", "md"}) {
    CAPTURE(format);
    CHECK_FALSE(says(losses(format), "layout"));
    CHECK_FALSE(says(losses(format), "description"));
    CHECK_FALSE(says(losses(format), "author"));
  }
  auto& deck = what.decks[0];
  deck.title.clear();
  deck.description = "Leaves.";
  deck.license = "CC0-1.0";
  deck.items[0].explanation = "x\ty\nz";
  deck.items[1].hints = {"two  spaces"};
  CHECK_FALSE(says(losses("csv"), "title"));
  for (const auto* format : {"csv", "tsv", "apkg"}) {
    CAPTURE(format);
    CHECK(says(losses(format), "description of 1 deck") == (format != std::string("apkg")));
    CHECK(says(losses(format), "author, source and license of 1 deck"));
    CHECK(says(losses(format), "layout (tabs, rows of spaces, nested marks) of 2 items"));
  }
  CHECK_FALSE(says(losses("md"), "layout"));
  CHECK_FALSE(says(losses("md"), "description"));
  CHECK(says(losses("md"), "author, source and license of 1 deck"));
}

TEST_CASE("a language that the text does not show is named", "[exchange]") {
  auto what = exportable();
  for (const auto* format : {"csv", "tsv", "apkg", "md"}) {
    CAPTURE(format);
    const auto* const to = exchange::export_format_named(format);
    const auto usual = what.decks[0].items[0].language;
    CHECK_FALSE(says(to->write(what), "language"));
    what.decks[0].items[0].language = "fr";
    CHECK(says(to->write(what), "language of 1 item"));
    what.decks[0].items[0].language = usual;
  }
}

TEST_CASE("that a point's name loses its bold is named", "[exchange]") {
  auto what = exportable();
  for (const auto* format : {"csv", "tsv", "apkg", "md"}) {
    CAPTURE(format);
    const auto* const to = exchange::export_format_named(format);
    what.decks[0].items[0].points[0].name = "**bold** and plain";
    CHECK_FALSE(says(to->write(what), "nested marks"));
    what.decks[0].items[0].points[0].name = "**bold**";
    CHECK(says(to->write(what), "nested marks) of 1 item"));
  }
}

TEST_CASE("no control character of a deck reaches a file that people read, and that is named",
          "[exchange]") {
  const auto format = GENERATE(as<std::string>{}, "csv", "tsv", "md", "json", "yaml");
  CAPTURE(format);
  auto what = exportable();
  const auto* const to = exchange::export_format_named(format);
  CHECK_FALSE(says(to->write(what), "control"));
  what.decks[0].items[0].explanation = "red \x1b[31m\x07 \x7f";
  const auto exported = to->write(what);
  CHECK(exported.bytes.find_first_of("\x1b\x07\x7f") == std::string::npos);
  CHECK(says(exported, "control characters") == (format != "json" && format != "yaml"));
}

TEST_CASE("a picture from the web keeps its address, and one without a file is named",
          "[exchange]") {
  auto what = exportable();
  auto& item = what.decks[0].items[0];
  const std::string web = "![](https://e.com/a/x.png?a=1&b=2)";
  const auto [to, from] =
      GENERATE(table<std::string, std::string>({{"apkg", "anki"}, {"csv", "csv"}, {"tsv", "csv"}}));
  CAPTURE(to);
  item.explanation = web;
  const auto exported = exchange::export_format_named(to)->write(what);
  CHECK(read_again(from, exported.bytes, "x." + to).decks[0].items[0].explanation == web);
  CHECK_FALSE(says(exported, "pictures"));

  item.explanation = "![](a/leaf.png) ![](data:image/png;base64,AA/BB) `![](code.png)`";
  item.hints = {"![](b/root.png)"};
  CHECK(says(exchange::export_format_named("apkg")->write(what),
             "pictures of which there is no file: leaf.png, root.png"));
  for (int i = 0; i < 7; ++i) {
    item.hints.push_back(fmt::format("![](f{}.png)", i));
  }
  CHECK(says(exchange::export_format_named("apkg")->write(what), "f4.png, …"));
}

TEST_CASE("tags that another format would part are named", "[exchange]") {
  const auto [format, tag] = GENERATE(table<std::string, std::string>(
      {{"md", "x,y"}, {"md", "c#"}, {"csv", "x,y"}, {"tsv", "x y"}, {"apkg", "x y"}}));
  CAPTURE(format, tag);
  exchange::Exportable what = exportable();
  what.decks[0].tags.clear();
  for (auto& item : what.decks[0].items) {
    item.tags = {"whole"};
  }
  const auto* const to = exchange::export_format_named(format);
  CHECK_FALSE(says(to->write(what), "tags"));
  what.decks[0].items[0].tags = {tag};
  CHECK(says(to->write(what), "spelling of tags (spaces or punctuation part them) of 1 item"));
}
