#include "exchange/anki/revlog.h"

#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "base/error.h"

using pith::exchange::read_revlog;
using pith::memory::Rating;

namespace {

const std::string kHeader = "card_id,review_time,review_rating\n";

auto read(const std::string& text) {
  std::istringstream in(text);
  return read_revlog(in, "log.csv");
}

std::string complaint(const std::string& text) {
  try {
    static_cast<void>(read(text));
  } catch (const pith::InvalidInput& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a review log is read", "[exchange]") {
  const auto reviews = read(kHeader + "7,1000,3\n-8,1000,1\n7,2000,4\n");

  REQUIRE(reviews.size() == 3);
  CHECK(reviews[1].card == -8);
  CHECK(reviews[1].time == 1000);
  CHECK(reviews[1].rating == Rating::again);
  CHECK(reviews[2].rating == Rating::easy);
  CHECK(read(kHeader).empty());
}

TEST_CASE("columns may stand anywhere, among others", "[exchange]") {
  const auto reviews = read(
      "\xef\xbb\xbf\"note\",review_rating,card_id,duration,review_time\r\n"
      "\"Hello, \"\"world\"\"\",2,9,,1500\r\n"
      "\r\n"
      ",\"3\",9,12,1600");

  REQUIRE(reviews.size() == 2);
  CHECK(reviews[0].card == 9);
  CHECK(reviews[0].time == 1500);
  CHECK(reviews[0].rating == Rating::hard);
  CHECK(reviews[1].rating == Rating::good);
}

TEST_CASE("a log may be sorted by card", "[exchange]") {
  CHECK(read(kHeader + "1,1000,3\n1,5000,3\n2,900,3\n2,900,3\n").size() == 4);
}

TEST_CASE("a mistake is named with its line", "[exchange]") {
  CHECK(complaint("") ==
        "log.csv: empty; expected a first line that names card_id, review_time and review_rating");
  CHECK(complaint("card_id,review_time\n1,2\n") ==
        "log.csv:1: the column “review_rating” is missing; the first line has to name card_id, "
        "review_time and review_rating");
  CHECK(complaint("1,1000,3\n").starts_with("log.csv:1: the column “card_id” is missing"));
  CHECK(complaint(kHeader + "1,1000,3\n1,2000,0\n") ==
        "log.csv:3: review_rating is 0; expected 1 (again) to 4 (easy)");
  CHECK(complaint(kHeader + "1,1000,5\n") ==
        "log.csv:2: review_rating is 5; expected 1 (again) to 4 (easy)");
  CHECK(complaint(kHeader + "1,NaN,3\n") == "log.csv:2: review_time is “NaN”, not a whole number");
  CHECK(complaint(kHeader + "1,1e3,3\n") == "log.csv:2: review_time is “1e3”, not a whole number");
  CHECK(complaint(kHeader + "x,1000,3\n") == "log.csv:2: card_id is “x”, not a whole number");
  CHECK(complaint(kHeader + "99999999999999999999,1000,3\n") ==
        "log.csv:2: card_id is “99999999999999999999”, not a whole number");
  CHECK(complaint(kHeader + "1,1000,\n") ==
        "log.csv:2: the line has fewer fields than the first one names");
  CHECK(complaint(kHeader + "1\n") ==
        "log.csv:2: the line has fewer fields than the first one names");
  CHECK(complaint(kHeader + "1,-5,3\n") ==
        "log.csv:2: review_time is -5; expected milliseconds since 1970, before the year 10000");
  CHECK(complaint(kHeader + "1,2000,3\n2,1500,3\n1,1999,3\n") ==
        "log.csv:4: review_time 1999 of card 1 is before the card's previous review at 2000; sort "
        "the file by review_time");
}

TEST_CASE("what is no review log is given up at once", "[exchange]") {
  CHECK(complaint(std::string(5'000'000, 'x')) ==
        "log.csv:1: a line longer than 1048576 bytes; this is no review log");
  CHECK(complaint(std::string("\0\x01\x02\n", 4)).starts_with("log.csv:1: the column “card_id”"));
  CHECK(complaint(kHeader + std::string(200, '7') + ",1,1\n") ==
        "log.csv:2: card_id is “" + std::string(40, '7') + "”, not a whole number");
  CHECK(complaint(kHeader + "\"1,1000,3\n").starts_with("log.csv:2: card_id is “\"1,1000,3”"));
  CHECK_THROWS_AS(read_revlog(std::filesystem::path("/no/such/file.csv")), pith::StorageError);
  CHECK_THROWS_AS(read_revlog(std::filesystem::temp_directory_path()), pith::StorageError);
}
