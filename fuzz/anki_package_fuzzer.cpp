// Any bytes as a package of Anki, and as what stands inside one: the database, or a protobuf
// message.
#include "exchange/anki/anki_import.h"
#include "exchange/anki/protobuf.h"
#include "exchange/anki/zip_archive.h"
#include "fuzzer.h"
#include "imported_laws.h"

namespace {

using namespace pith;

void import(std::string_view bytes) {
  try {
    fuzz::check_imported(exchange::read_anki({"cards.apkg", bytes}));
  } catch (const InvalidInput&) {  // no package, or damaged: so it says
  }
}

/// The bytes as an entry of a package that is otherwise whole.
std::string wrapped(std::string_view bytes, const char* entry) {
  exchange::ZipWriter zip;
  zip.add(entry, bytes);
  return zip.finish();
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = fuzz::as_text(data, size);
  import(bytes);
  import(wrapped(bytes, bytes.starts_with("SQLite") ? "collection.anki21" : "collection.anki21b"));
  for (const auto& field :
       exchange::protobuf_fields(bytes).value_or(std::vector<exchange::ProtobufField>())) {
    fuzz::require(field.bytes.empty() ||
                      (field.bytes.data() >= bytes.data() &&
                       field.bytes.data() + field.bytes.size() <= bytes.data() + bytes.size()),
                  "a field lies in its message");
  }
  return 0;
}
