#include "exchange/anki/zip_memory.h"

#include <algorithm>
#include <cstring>

namespace pith::exchange {
namespace {

MemoryFile& file_of(voidpf stream) {
  return *static_cast<MemoryFile*>(stream);
}

voidpf open(voidpf opaque, const void* /*name*/, int /*mode*/) {
  return opaque;
}

uLong read(voidpf /*opaque*/, voidpf stream, void* target, uLong size) {
  auto& file = file_of(stream);
  const auto count = std::min<std::size_t>(size, file.size() - std::min(file.at, file.size()));
  if (count > 0) {
    std::memcpy(target, file.bytes.data() + file.at, count);
    file.at += count;
  }
  return static_cast<uLong>(count);
}

uLong write(voidpf /*opaque*/, voidpf stream, const void* source, uLong size) {
  auto& file = file_of(stream);
  if (file.at + size > file.out->size()) {
    file.out->resize(file.at + size);
  }
  std::memcpy(file.out->data() + file.at, source, size);
  file.at += size;
  return size;
}

ZPOS64_T tell(voidpf /*opaque*/, voidpf stream) {
  return file_of(stream).at;
}

long seek(voidpf /*opaque*/, voidpf stream, ZPOS64_T offset, int origin) {
  auto& file = file_of(stream);
  const auto base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? file.at
                    : origin == ZLIB_FILEFUNC_SEEK_END ? file.size()
                                                       : 0;
  if (offset > file.size() - std::min(base, file.size()) && file.out == nullptr) {
    return -1;
  }
  file.at = base + offset;
  return 0;
}

int close(voidpf /*opaque*/, voidpf /*stream*/) {
  return 0;
}

int test_error(voidpf /*opaque*/, voidpf /*stream*/) {
  return 0;
}

}  // namespace

zlib_filefunc64_def functions_for(MemoryFile& file) {
  return {open, read, write, tell, seek, close, test_error, &file};
}

}  // namespace pith::exchange
