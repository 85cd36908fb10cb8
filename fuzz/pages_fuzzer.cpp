// Any bytes as the pages of a damaged history, and as its write-ahead log.
#include <string>
#include <variant>

#include "fuzzer.h"
#include "history/page_rows.h"
#include "history/write_ahead.h"

namespace {

using namespace pith;

void check(std::string_view file) {
  constexpr std::size_t kMost = 4;
  std::size_t bytes = 0;
  history::for_each_row(file, [&](const history::PageRow& row) {
    for (const auto& field : row.fields) {
      const auto* text = std::get_if<std::string>(&field);
      const auto* blob = std::get_if<history::Blob>(&field);
      bytes += text != nullptr ? text->size() : blob != nullptr ? blob->bytes.size() : 0;
    }
  });
  fuzz::require(bytes <= kMost * file.size(), "no more is read than a few times the file");
  for (std::size_t page = 0; page < 4; ++page) {
    fuzz::require(history::last_row(file, page).number >= 0, "rows are numbered from 0 on");
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = fuzz::as_text(data, size);
  check(bytes);
  const auto half = bytes.size() / 2;
  check(history::with_log(std::string(bytes.substr(0, half)), bytes.substr(half)));
  return 0;
}
