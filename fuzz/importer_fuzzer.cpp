// Any bytes as a file of another program. The first byte chooses the format: c(sv), h(ashcards),
// m(arkdown), o(bsidian), e(macs org-drill), j(son), r(eviews); any other leaves it to the looks of
// the file.
#include <sstream>

#include "exchange/anki/revlog.h"
#include "exchange/formats.h"
#include "fuzzer.h"
#include "imported_laws.h"

namespace {

using namespace pith;

const exchange::ImportFormat* format_of(unsigned letter, const exchange::SourceFile& file) {
  switch (letter) {
    case 'c':
      return exchange::import_format_named("csv");
    case 'h':
      return exchange::import_format_named("hashcards");
    case 'm':
      return exchange::import_format_named("markdown");
    case 'o':
      return exchange::import_format_named("obsidian");
    case 'j':
      return exchange::import_format_named("json");
    case 'e':
      return exchange::import_format_named("org");
    default:
      return exchange::import_format_of(file);
  }
}

void read_reviews(std::string_view bytes) {
  std::istringstream in{std::string(bytes)};
  static_cast<void>(exchange::read_revlog(in, "reviews.csv"));
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto bytes = fuzz::as_text(data, size);
  const auto letter = fuzz::take_byte(bytes);
  const exchange::SourceFile file{"notes.txt", bytes};
  try {
    if (letter == 'r') {
      read_reviews(bytes);
    } else if (const auto* const format = format_of(letter, file)) {
      fuzz::check_imported(format->read(file));
    }
  } catch (const InvalidInput&) {  // not of this format: so it says
  }
  return 0;
}
