#include "text/stem.h"

#include <string>

#include <catch2/catch.hpp>

using pith::text::Stemmer;

TEST_CASE("words of one stem meet", "[text]") {
  const auto [language, left, right] = GENERATE(table<std::string, std::string, std::string>({
      {"en", "training", "trained"},
      {"en-GB", "costs", "cost"},
      {"zh-Hans", "models", "model"},  // Latin words in Chinese text are mostly English
      {"", "models", "model"},
      {"xx", "models", "model"},
      {"../../etc", "models", "model"},
      {"de_AT", "häuser", "haus"},
      {"FR", "continuellement", "continuelle"},
  }));
  const Stemmer stem(language);
  CHECK(stem(left) == stem(right));
}

TEST_CASE("a stemmer takes any word", "[text]") {
  const Stemmer stem("en");
  CHECK(stem("").empty());
  CHECK(stem("gpu") == "gpu");
  CHECK(stem("机器学习") == "机器学习");
  CHECK_FALSE(stem(std::string(100'000, 's')).empty());
}
