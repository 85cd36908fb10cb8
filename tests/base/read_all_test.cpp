// A stream to its end, in bounded memory.
#include "base/read_all.h"

#include <sstream>
#include <string>

#include <catch2/catch.hpp>

using pith::base::read_all;

TEST_CASE("all of a stream is read if it is no longer than allowed", "[text][read_all]") {
  const auto size = GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{65'535},
                             std::size_t{65'536}, std::size_t{65'537}, std::size_t{200'000});
  const std::string bytes(size, 'x');
  std::istringstream in(bytes);
  std::istringstream again(bytes);

  CHECK(read_all(in, size) == bytes);
  CHECK(read_all(again, size + 1) == bytes);
}

TEST_CASE("of a longer stream nothing is given, and it is not read to its end",
          "[text][read_all]") {
  const auto most = GENERATE(std::size_t{0}, std::size_t{9}, std::size_t{65'536});
  std::istringstream in(std::string(most + 1'000'000, 'x'));

  CHECK(read_all(in, most) == std::nullopt);
  CHECK(in.tellg() == static_cast<std::streamoff>(most + 1));
}
