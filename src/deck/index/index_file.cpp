#include "deck/index/index_file.h"

#include <utility>

#include "deck/index/archive.h"

namespace pith::deck {
namespace {

constexpr std::string_view kIndexMagic = "pith index 2\n";

}  // namespace

template <typename Archive>
void fields(Archive& a, FileStamp& s) {
  a(s.device, s.inode, s.size, s.modified, s.changed);
}
template <typename Archive>
void fields(Archive& a, DeckSummary& d) {
  a(d.id, d.path, d.at.line, d.at.column, d.language, d.items, d.schedule, d.renames);
}
template <typename Archive>
void fields(Archive& a, IndexEntry& e) {
  a(e.path, e.named, e.stamp, e.key, e.passed_over, e.deck);
}

IndexFile load_index(const DeckCache& cache, const std::string& name) {
  const auto file = cache.map(name);
  const auto bytes = unsealed(kIndexMagic, file ? file->bytes() : std::string_view());
  if (!bytes) {
    return {};
  }
  ArchiveReader reader(*bytes);
  std::string program;
  IndexFile index;
  reader(program, index.begun, index.entries);
  return reader.complete() && program == cache.program() ? std::move(index) : IndexFile{};
}

void save_index(const DeckCache& cache, const std::string& name, const IndexFile& index) {
  auto copy = index;
  auto program = cache.program();
  ArchiveWriter writer;
  writer(program, copy.begun, copy.entries);
  (void)cache.put(name, sealed(kIndexMagic, writer.bytes));
}

}  // namespace pith::deck
