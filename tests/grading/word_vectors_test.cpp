#include "grading/meaning/word_vectors.h"

#include <algorithm>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "grading/words/tables.h"

using namespace pith::grading;

namespace {

float likeness_of(const std::string& a, const std::string& b) {
  const auto first = known_words(grains_of(a));
  const auto second = known_words(grains_of(b));
  REQUIRE(first.size() == 1);
  REQUIRE(second.size() == 1);
  return likeness(first[0], blocks_of(second).at(0))[0];
}

}  // namespace

TEST_CASE("words that have to do with each other are more alike than others") {
  CHECK(likeness_of("loan", "borrow") > likeness_of("loan", "river"));
  CHECK(likeness_of("doctor", "hospital") > likeness_of("doctor", "window"));
  CHECK(likeness_of("贷款", "借钱") > likeness_of("贷款", "河流"));
  CHECK(likeness_of("医生", "医院") > likeness_of("医生", "窗户"));
}

TEST_CASE("a word is compared with every word of a block by itself") {
  std::string text;
  for (int i = 0; i < 9; ++i) {
    text += "银行，贷款，河流，doctor，loan，";
  }
  const auto words = known_words(grains_of(text));
  REQUIRE(words.size() == 45);
  const auto blocks = blocks_of(words);
  REQUIRE(blocks.size() == 2);
  for (std::size_t w = 0; w < 2 * WordBlock::kWords; ++w) {
    const auto cosine = likeness(words[1], blocks[w / WordBlock::kWords])[w % WordBlock::kWords];
    float expected = 0;
    for (std::size_t d = 0; d < KnownWord::kDimensions && w < words.size(); ++d) {
      expected += static_cast<float>(words[1].vector[d] * words[w].vector[d]);
    }
    CHECK(cosine == Approx(w < words.size() ? expected * words[1].scale * words[w].scale : 0.0F));
  }
}

TEST_CASE("forms of one English word are the same word") {
  CHECK(likeness_of("borrowing", "borrow") == Approx(1.0F));
}

TEST_CASE("every Chinese word of the table is found where it is written") {
  auto table = data_table("words");
  std::set<std::string> seen;
  while (!table.empty()) {
    const auto line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(table.size(), line.size() + 1));
    const std::string word(line.substr(0, line.find('\t')));
    CAPTURE(word);
    const auto text = grains_of(word);
    if (text.list.empty() || text.list.front().type == Grain::Type::word) {
      continue;  // a remark, or an English stem
    }
    CHECK(seen.insert(word).second);
    const auto found = known_words(text);
    CHECK((found.size() == 1 && found[0].grains == Range{0, text.list.size()}));
  }
  CHECK(seen.size() > 20'000);
}

TEST_CASE("Chinese is read in the longest words that are known") {
  const auto words = known_words(grains_of("银行贷款"));
  REQUIRE(words.size() == 2);
  CHECK(words[0].grains == Range{0, 2});
  CHECK(words[1].grains == Range{2, 4});
}

TEST_CASE("a word never reaches over punctuation") {
  CHECK(known_words(grains_of("贷，款")).size() == 2);
}

TEST_CASE("what no table knows is passed over") {
  CHECK(known_words(grains_of("zxqvbn 42 + ")).empty());
}

TEST_CASE("rare words say more than frequent ones") {
  CHECK(known_words(grains_of("mortgage")).at(0).weight >
        known_words(grains_of("the")).at(0).weight);
  CHECK(known_words(grains_of("抵押")).at(0).weight > known_words(grains_of("的")).at(0).weight);
}
