// The pages on grading send whoever must change a rule to a file; it has to be there.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace fs = std::filesystem;

namespace {

const fs::path kSource = PITH_SOURCE_DIR;

std::string text_of(const fs::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// The pages on grading but for those on what was tried, whose files may be gone.
std::vector<fs::path> pages_on_grading() {
  std::vector<fs::path> pages;
  for (const auto& entry : fs::directory_iterator(kSource / "docs")) {
    const auto name = entry.path().filename().string();
    if (name.starts_with("grading") && !name.starts_with("grading-tried")) {
      pages.push_back(entry.path());
    }
  }
  return pages;
}

/// A page names files of its own folder without it.
bool is_in_grading(const std::string& name) {
  const auto grading = kSource / "src/grading";
  return fs::exists(kSource / name) || fs::exists(grading / name) ||
         std::ranges::any_of(std::array{"exact", "stance"}, [&](const char* folder) {
           return fs::exists(grading / folder / name);
         });
}

}  // namespace

TEST_CASE("the pages on grading name files that are there", "[cli]") {
  const std::regex named(R"(`([a-z_/]+\.(h|cpp|tsv))`)");
  std::size_t found = 0;
  for (const auto& page : pages_on_grading()) {
    const auto text = text_of(page);
    for (std::sregex_iterator file(text.begin(), text.end(), named), end; file != end; ++file) {
      CAPTURE(page, (*file)[1].str());
      CHECK(is_in_grading((*file)[1].str()));
      ++found;
    }
  }
  CHECK(found > 50);
}

TEST_CASE("the pages of the documents link to pages that are there", "[cli]") {
  const std::regex link(R"(\]\(([A-Za-z][A-Za-z0-9._/-]*\.md)(#[^)]*)?\))");
  std::size_t found = 0;
  for (const auto& entry : fs::directory_iterator(kSource / "docs")) {
    const auto text = text_of(entry.path());
    for (std::sregex_iterator page(text.begin(), text.end(), link), end; page != end; ++page) {
      CAPTURE(entry.path(), (*page)[1].str());
      CHECK(fs::exists(kSource / "docs" / (*page)[1].str()));
      ++found;
    }
  }
  CHECK(found > 30);
}
