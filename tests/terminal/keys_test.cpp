#include "terminal/keys.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "terminal/terminfo.h"
#include "text/utf8.h"

using namespace pith::terminal;

namespace {

std::vector<Input> decoded(std::string_view bytes, KeyDecoder decoder = KeyDecoder()) {
  decoder.feed(bytes);
  if (decoder.patience()) {
    decoder.flush();
  }
  std::vector<Input> inputs;
  while (auto input = decoder.next()) {
    inputs.push_back(*input);
  }
  return inputs;
}

Key key(KeyCode code, bool with_ctrl = false, bool with_alt = false, bool with_shift = false) {
  return {code, {}, with_ctrl, with_alt, with_shift};
}

Key function(std::string number) {
  return {KeyCode::function, std::move(number)};
}

}  // namespace

TEST_CASE("bytes of one key are that key", "[terminal]") {
  const auto [bytes, expected] = GENERATE(table<std::string, Key>({
      {"a", plain("a")},
      {"中", plain("中")},
      {"😀", plain("😀")},
      {"\r", key(KeyCode::enter)},
      {"\n", ctrl("j")},
      {"\t", key(KeyCode::tab)},
      {"\x7f", key(KeyCode::backspace)},
      {"\b", key(KeyCode::backspace)},
      {"\x01", ctrl("a")},
      {"\x1f", ctrl("_")},
      {std::string("\0", 1), ctrl(" ")},
      {"\x1b", key(KeyCode::escape)},
      {"\x1b\x1b", key(KeyCode::escape, false, true)},
      {"\x1b"
       "b",
       alt("b")},
      {"\x1b中", alt("中")},
      {"\x1b\r", key(KeyCode::enter, false, true)},
      {"\x1b\x7f", key(KeyCode::backspace, false, true)},
      {"\x1b[", alt("[")},
      {"\x1bO", alt("O")},
      {"\x1b[A", key(KeyCode::up)},
      {"\x1bOA", key(KeyCode::up)},
      {"\x1b[1;5C", key(KeyCode::right, true)},
      {"\x1b[1;3D", key(KeyCode::left, false, true)},
      {"\x1b\x1b[D", key(KeyCode::left, false, true)},
      {"\x1bOc", key(KeyCode::right, true)},
      {"\x1b[a", key(KeyCode::up, false, false, true)},
      {"\x1b[H", key(KeyCode::home)},
      {"\x1b[1~", key(KeyCode::home)},
      {"\x1b[7~", key(KeyCode::home)},
      {"\x1b[4~", key(KeyCode::end)},
      {"\x1b[3~", key(KeyCode::del)},
      {"\x1b[3;5~", key(KeyCode::del, true)},
      {"\x1b[3^", key(KeyCode::del, true)},
      {"\x1b[3$", key(KeyCode::del, false, false, true)},
      {"\x1b[Z", key(KeyCode::tab, false, false, true)},
      {"\x1bOP", function("1")},
      {"\x1b[11~", function("1")},
      {"\x1b[[A", function("1")},
      {"\x1b[24~", function("12")},
      {"\x1b[13;2u", key(KeyCode::enter, false, false, true)},
      {"\x1b[27;2;13~", key(KeyCode::enter, false, false, true)},
      {"\x1b[99;5u", ctrl("c")},
      {"\x1b[97;2u", plain("A")},
      {"\x1b[97:65;5:1u", ctrl("a")},
      {"\x1b[20013u", plain("中")},
      {"\x1bOp", plain("0")},
      {"\x1bOM", key(KeyCode::enter)},
  }));
  CAPTURE(bytes);
  CHECK(decoded(bytes) == std::vector<Input>{expected});
}

TEST_CASE("what no key sends is swallowed and the next key understood", "[terminal]") {
  const std::string garbage =
      GENERATE("\x80", "\xff\xfe", "\xc0\xaf", "\xed\xa0\x80", "\xe4\xb8", "\x1b[?2026;2$y",
               "\x1b[999~", "\x1b[57358u", "\x1b[1114112u", "\x1b[55296u", "\x1b[<0;3;4M",
               "\x1b[;;;;;;;;q", "\x1b[[Z", "\x1b[99999999999999999999~", "\x1bOq!");
  CAPTURE(garbage);
  const auto inputs = decoded(garbage + "z");
  REQUIRE_FALSE(inputs.empty());
  CHECK(inputs.back() == Input(plain("z")));
}

TEST_CASE("a paste is one event, whatever it holds", "[terminal]") {
  const auto [inside, text] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"one\rtwo\r\nthree\nfour", "one\ntwo\nthree\nfour"},
      {"中文，😀", "中文，😀"},
      {"\x1b[A\x03\x1b", "\x1b[A\x03\x1b"},
      {"\x1b[200~", "\x1b[200~"},
      {"cut \xe4\xb8", "cut \ufffd\ufffd"},
  }));
  CAPTURE(inside);
  CHECK(decoded("\x1b[200~" + inside + "\x1b[201~z") ==
        std::vector<Input>{Paste{text}, plain("z")});
}

TEST_CASE("a paste without an end ends when nothing comes any more", "[terminal]") {
  CHECK(decoded("\x1b[200~abc") == std::vector<Input>{Paste{"abc"}});
}

TEST_CASE("of a paste that is too long the first mebibyte is kept", "[terminal]") {
  const auto inputs = decoded("\x1b[200~" + std::string(3U << 20U, 'x') + "\x1b[201~z");
  REQUIRE(inputs.size() == 2);
  CHECK(std::get<Paste>(inputs[0]).text.size() == 1U << 20U);
  CHECK(inputs[1] == Input(plain("z")));
}

TEST_CASE("only an open sequence asks for patience", "[terminal]") {
  const auto [bytes, open] = GENERATE(table<std::string, bool>({
      {"a", false},
      {"\x1b", true},
      {"\x1b[1;", true},
      {"\xe4", true},
      {"\x1b[A", false},
      {"\x1b[200~", true},
  }));
  KeyDecoder decoder;
  decoder.feed(bytes);
  CHECK(decoder.patience().has_value() == open);
}

TEST_CASE("it does not matter how the bytes are cut, and every key is valid text", "[terminal]") {
  CHECK(rc::check([] {
    const auto piece =
        rc::gen::oneOf(rc::gen::arbitrary<std::string>(),
                       rc::gen::element<std::string>("\x1b", "\x1b[", "\x1bO", "1;5", "A", "~",
                                                     "中", "\x1b[200~", "\x1b[201~", "\xe4", "u"));
    std::string bytes;
    for (const auto& part : *rc::gen::container<std::vector<std::string>>(piece)) {
      bytes += part;
    }
    KeyDecoder one_by_one;
    for (const char c : bytes) {
      one_by_one.feed({&c, 1});
    }
    const auto whole = decoded(bytes);
    RC_ASSERT(whole == decoded("", one_by_one));
    for (const auto& input : whole) {
      const auto* const typed = std::get_if<Key>(&input);
      RC_ASSERT(!pith::text::find_invalid_utf8(typed != nullptr ? typed->text
                                                                : std::get<Paste>(input).text));
    }
  }));
}

TEST_CASE("terminfo adds the sequences of its terminal", "[terminal]") {
  CHECK(decoded("\x1b[9z", KeyDecoder({{"\x1b[9z", key(KeyCode::end)}})) ==
        std::vector<Input>{key(KeyCode::end)});
  CHECK_FALSE(terminfo_keys("xterm-256color").empty());
  CHECK(terminfo_keys("no such terminal").empty());
  CHECK(terminfo_keys("").empty());
}
