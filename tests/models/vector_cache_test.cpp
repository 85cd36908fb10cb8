#include "models/vector_cache.h"

#include <fstream>
#include <string>
#include <thread>

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "support/bytes_of.h"
#include "support/temporary_folder.h"

using pith::models::VectorCache;
using pith::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

using Vector = std::vector<float>;

void write(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("a vector that was stored is there for the next process, for this model only",
          "[models]") {
  const TemporaryFolder folder;
  const Vector vector = {0.6F, -0.8F, 0.0F};
  VectorCache(folder.path(), "a").store("核心团队", vector);

  CHECK(VectorCache(folder.path(), "a").find("核心团队") == vector);
  CHECK_FALSE(VectorCache(folder.path(), "a").find("核心"));
  CHECK_FALSE(VectorCache(folder.path(), "b").find("核心团队"));
}

TEST_CASE("only the owner may read the cache", "[models]") {
  const TemporaryFolder folder;
  VectorCache cache(folder.path() / "new" / "folder", "a");
  cache.store("text", {1.0F});

  struct stat status {};
  REQUIRE(::stat(cache.path().c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600U);
}

TEST_CASE("the cache does not grow beyond its table, and what gives way is only forgotten",
          "[models]") {
  const TemporaryFolder folder;
  VectorCache cache(folder.path(), "a");
  constexpr std::size_t kTexts = VectorCache::kSlots * 2;
  for (std::size_t i = 0; i < kTexts; ++i) {
    cache.store(std::to_string(i), {static_cast<float>(i)});
  }

  CHECK(fs::file_size(cache.path()) <= 24 + VectorCache::kSlots * 32);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < kTexts; ++i) {
    if (const auto found = cache.find(std::to_string(i))) {
      CHECK(*found == Vector{static_cast<float>(i)});
      ++kept;
    }
  }
  CHECK(kept > VectorCache::kSlots / 2);
}

TEST_CASE("the cache does not grow beyond its bytes, however long the vectors are", "[models]") {
  const auto dimension = GENERATE(as<std::size_t>{}, 384, 1024, 3072);
  const TemporaryFolder folder;
  VectorCache cache(folder.path(), "a");
  for (std::size_t i = 0; i < 200; ++i) {
    cache.store(std::to_string(i), Vector(dimension, static_cast<float>(i)));
  }

  CHECK(fs::file_size(cache.path()) <= 24 + 51'118'080);
  CHECK(cache.find("199") == Vector(dimension, 199.0F));
}

TEST_CASE("a file that is larger than a table may be counts as empty", "[models]") {
  const TemporaryFolder folder;
  const Vector vector(1024, 1.0F);
  VectorCache(folder.path(), "a").store("text", vector);
  const auto path = VectorCache(folder.path(), "a").path();
  fs::resize_file(path, 24 + 32768 * (16 + 4 * 1024 + 8));

  VectorCache cache(folder.path(), "a");
  CHECK_FALSE(cache.find("text"));
  cache.store("text", vector);
  CHECK(fs::file_size(path) <= 24 + 51'118'080);
  CHECK(cache.find("text") == vector);
}

TEST_CASE("vectors of another length empty the cache", "[models]") {
  const TemporaryFolder folder;
  VectorCache cache(folder.path(), "a");
  cache.store("old", {1.0F, 2.0F});
  cache.store("new", {1.0F, 2.0F, 3.0F});

  CHECK_FALSE(cache.find("old"));
  CHECK(cache.find("new") == Vector{1.0F, 2.0F, 3.0F});
}

TEST_CASE("the files of models long out of use go", "[models]") {
  const TemporaryFolder folder;
  for (const auto* model : {"a", "b", "c", "d", "e"}) {
    VectorCache(folder.path(), model).store("text", {1.0F});
  }
  const auto files = std::distance(fs::directory_iterator(folder.path()), {});
  CHECK(files == static_cast<std::ptrdiff_t>(VectorCache::kFiles));
  CHECK(VectorCache(folder.path(), "e").find("text"));
}

TEST_CASE("a damaged cache counts as empty and works again", "[models]") {
  const TemporaryFolder folder;
  const auto path = VectorCache(folder.path(), "a").path();
  VectorCache(folder.path(), "a").store("text", {0.5F, 0.25F});
  const auto whole = pith::test::bytes_of(path);
  auto damaged = whole;
  SECTION("emptied") {
    damaged.clear();
  }
  SECTION("cut in the header") {
    damaged.resize(10);
  }
  SECTION("cut in the record") {
    damaged.resize(whole.size() - 1);
  }
  SECTION("something else altogether") {
    damaged = std::string(5000, 'x');
  }
  SECTION("a bit of the header flipped") {
    damaged[9] = static_cast<char>(damaged[9] ^ 1);
  }
  SECTION("a bit of a number flipped") {
    const auto at = damaged.size() - 10;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
  }
  write(path, damaged);

  VectorCache cache(folder.path(), "a");
  CHECK_FALSE(cache.find("text"));
  cache.store("text", {0.5F, 0.25F});
  CHECK(VectorCache(folder.path(), "a").find("text") == Vector{0.5F, 0.25F});
}

TEST_CASE("a cache that cannot be written only remembers nothing", "[models]") {
  const TemporaryFolder folder;
  write(folder.path() / "file", "in the way");
  VectorCache below_a_file(folder.path() / "file", "a");
  below_a_file.store("text", {1.0F});
  CHECK_FALSE(below_a_file.find("text"));
}

TEST_CASE("a cache that cannot be written takes no room from other models", "[models]") {
  const TemporaryFolder folder;
  for (const auto* model : {"a", "b"}) {
    VectorCache(folder.path(), model).store("text", {1.0F});
  }
  VectorCache cache(folder.path(), "mine");
  fs::create_directories(cache.path() / "in the way");

  cache.store("text", {1.0F});
  cache.store("another", {1.0F});

  for (const auto* model : {"a", "b"}) {
    CHECK(VectorCache(folder.path(), model).find("text"));
  }
}

TEST_CASE("a cache that could not be made is not tried again", "[models]") {
  const TemporaryFolder folder;
  VectorCache cache(folder.path(), "mine");
  fs::create_directory(cache.path());
  cache.store("text", {1.0F});
  fs::remove(cache.path());

  cache.store("text", {1.0F});

  CHECK_FALSE(fs::exists(cache.path()));
}

TEST_CASE("the cache does not follow a symbolic link", "[models]") {
  const TemporaryFolder folder;
  const auto victim = folder.path() / "victim";
  write(victim, "precious");
  VectorCache probe(folder.path(), "a");
  fs::create_symlink(victim, probe.path());

  VectorCache(folder.path(), "a").store("text", {1.0F});

  CHECK(pith::test::bytes_of(victim) == "precious");
}

TEST_CASE("several writers at once never make a reader see a wrong vector", "[models]") {
  const TemporaryFolder folder;
  VectorCache(folder.path(), "a").store("first", Vector(384, 1.0F));
  std::vector<std::thread> writers;
  writers.reserve(4);
  for (int w = 0; w < 4; ++w) {
    writers.emplace_back([&] {
      VectorCache cache(folder.path(), "a");
      for (std::size_t i = 0; i < 500; ++i) {
        cache.store(std::to_string(i), Vector(384, static_cast<float>(i)));
      }
    });
  }
  VectorCache reader(folder.path(), "a");
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < 2000; ++i) {
    const auto found = reader.find(std::to_string(i % 500));
    if (found && *found != Vector(384, static_cast<float>(i % 500))) {
      ++wrong;
    }
  }
  for (auto& writer : writers) {
    writer.join();
  }
  CHECK(wrong == 0);
  CHECK(reader.find("499") == Vector(384, 499.0F));
}
