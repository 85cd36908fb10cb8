#include "base/mapped_file.h"

#include <fstream>

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "base/error.h"
#include "support/temporary_folder.h"

using namespace pith;
using Catch::Matchers::Contains;
using pith::test::TemporaryFolder;

TEST_CASE("a file's bytes are mapped", "[text]") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "file";
  std::ofstream(path) << "bytes";

  CHECK(base::MappedFile(path).bytes() == "bytes");
}

TEST_CASE("what is no file is refused at once, though nobody writes into it", "[text]") {
  const TemporaryFolder folder;
  const auto pipe = folder.path() / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);

  for (const auto& path : {pipe, folder.path(), std::filesystem::path("/dev/zero")}) {
    CAPTURE(path.string());
    CHECK_THROWS_AS(base::MappedFile(path), StorageError);
    CHECK_THROWS_WITH(base::MappedFile(path), Contains("is no file but a folder"));
  }
}
