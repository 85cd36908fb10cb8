#include "text/normalise.h"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "support/text_generators.h"
#include "text/utf8.h"

using namespace pith::text;

namespace {

std::string folded(std::string_view source) {
  return to_utf8(fold(source).text);
}

}  // namespace

TEST_CASE("folding makes spellings of the same text equal", "[text]") {
  const auto [source, expected] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"GPU 集群", "gpu 集群"},
      {"ＧＰＵ　集群", "gpu 集群"},
      {"１００％", "100%"},
      {"機器學習", "机器学习"},
      {"著作權", "着作权"},
      {"Straße", "strasse"},
      {"e\xCC\x81t\xC3\xA9", "été"},
      {"ﬁne ① Ⅳ x²", "fine 1 iv x2"},
      {"ｶﾞ", "ガ"},
      {"(c\xE2\x80\x8B)", "(c)"},  // zero width space
      {"C++ != C#", "c++ != c#"},
      {"成本，效率。", "成本,效率。"},
  }));
  CHECK(folded(source) == expected);
}

TEST_CASE("every folded character knows the bytes that it came from", "[text]") {
  const std::string source = "Ａe\xCC\x81①機x";

  const auto result = fold(source);

  CHECK(to_utf8(result.text) == "aé1机x");
  CHECK(result.begin == std::vector<std::size_t>{0, 3, 6, 9, 12});
  CHECK(result.end == std::vector<std::size_t>{3, 6, 9, 12, 13});
}

TEST_CASE("characters of one ligature share its bytes", "[text]") {
  const auto result = fold("aﬁ");

  CHECK(result.begin == std::vector<std::size_t>{0, 1, 1});
  CHECK(result.end == std::vector<std::size_t>{1, 4, 4});
}

TEST_CASE("folding what is folded changes nothing and ranges go from left to right", "[text]") {
  CHECK(rc::check([] {
    const auto source = *pith::test::gen_text();
    const auto once = fold(source);
    RC_ASSERT(to_utf8(fold(to_utf8(once.text)).text) == to_utf8(once.text));
    RC_ASSERT(once.begin.size() == once.text.size());
    RC_ASSERT(once.end.size() == once.text.size());
    RC_ASSERT(std::is_sorted(once.begin.begin(), once.begin.end()));
    for (std::size_t i = 0; i < once.text.size(); ++i) {
      RC_ASSERT(once.begin[i] < once.end[i]);
      RC_ASSERT(once.end[i] <= source.size());
    }
  }));
}

TEST_CASE("folding differs from NFKC case folding only in traditional characters", "[text]") {
  CHECK(rc::check([] {
    const auto source = *pith::test::gen_text();
    auto expected = to_utf32(nfkc_casefold(source));
    std::transform(expected.begin(), expected.end(), expected.begin(), simplified);
    RC_ASSERT(to_utf8(fold(source).text) == to_utf8(expected));
  }));
}

TEST_CASE("a name's identity is part of the deck format", "[text]") {
  const auto [name, identity] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"……！", ""},
      {"核心团队", "核心团队"},
      {" 核心 团队。", "核心团队"},
      {"Network Effects", "networkeffects"},
      {"network-effects", "networkeffects"},
      {"ＣＰＵ（中央处理器）", "cpu中央处理器"},
      {"C++", "c++"},
      {"a = b", "a=b"},
      {"後端", "後端"},  // another name than 后端: only the grader takes them for the same
      {"Don’t", "dont"},
      {"\xEF\xBB\xBF起点", "起点"},  // byte order mark
      {"z: \u0301", "ź"},            // an accent that stood alone
  }));
  CHECK(identity_of(name) == identity);
  CHECK(identity_of(identity) == identity);
}

TEST_CASE("traditional characters become simplified ones, all others stay", "[text]") {
  const auto [from, to] = GENERATE(table<char32_t, char32_t>({
      {U'機', U'机'},
      {U'學', U'学'},
      {U'體', U'体'},
      {U'后', U'后'},
      {U'中', U'中'},
      {U'a', U'a'},
      {U'ア', U'ア'},
      {U'，', U'，'},
      {0x20000, 0x20000},
      {0x10FFFF, 0x10FFFF},
  }));
  CHECK(simplified(from) == to);
}

TEST_CASE("characters that an input method mixes up share a reading", "[text]") {
  const auto [left, right, same] = GENERATE(table<char32_t, char32_t, bool>({
      {U'专', U'砖', true},
      {U'式', U'市', true},
      {U'知', U'资', true},
      {U'平', U'品', true},
      {U'绿', U'路', false},
      {U'专', U'利', false},
      {U'高', U'低', false},
      {U'蓝', U'难', false},
  }));
  REQUIRE(toneless_pinyin(left) != 0);
  CHECK((toneless_pinyin(left) == toneless_pinyin(right)) == same);
}

TEST_CASE("only Han has a reading", "[text]") {
  const char32_t c = GENERATE(U'a', U'1', U'。', U'あ', U'한', char32_t{0x33FF}, char32_t{0xA000},
                              char32_t{0x1F600}, char32_t{0});
  CHECK(toneless_pinyin(c) == 0);
}

TEST_CASE("characters fall into Han, letters and digits, punctuation and space, or none",
          "[text]") {
  const auto [c, han, letter, mark] = GENERATE(table<char32_t, bool, bool, bool>({
      {U'中', true, true, false},
      {U'々', true, true, false},
      {U'a', false, true, false},
      {U'7', false, true, false},
      {U'７', false, true, false},
      {U'é', false, true, false},
      {U'ア', false, true, false},
      {U' ', false, false, true},
      {U'\n', false, false, true},
      {U'　', false, false, true},
      {U'。', false, false, true},
      {U'-', false, false, true},
      {U'#', false, false, true},
      {U'+', false, false, false},
      {U'=', false, false, false},
      {U'￥', false, false, false},
      {char32_t{0x1F600}, false, false, false},
  }));
  CAPTURE(static_cast<unsigned>(c));
  CHECK(is_han(c) == han);
  CHECK(is_letter_or_digit(c) == letter);
  CHECK(is_punctuation_or_space(c) == mark);
}
