#include "exchange/anki/zstd_bytes.h"

#include <memory>

#include <fmt/format.h>
#include <zstd.h>

#include "base/error.h"

namespace pith::exchange {
namespace {

/// The size that the first frame claims; 0 if it does not say.
unsigned long long claimed_size(std::string_view bytes) {
  const auto size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  return size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR ? 0 : size;
}

}  // namespace

std::string zstd_decompressed(std::string_view bytes, std::size_t limit, std::string_view what) {
  const std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(ZSTD_createDStream(),
                                                                          &ZSTD_freeDStream);
  const auto require_within = [&](unsigned long long size) {
    if (size > limit) {
      throw InvalidInput(fmt::format("{} is larger than {} MB", what, limit >> 20U));
    }
  };
  const auto claimed = claimed_size(bytes);
  require_within(claimed);
  std::string out;
  out.reserve(claimed);
  std::string portion(ZSTD_DStreamOutSize(), '\0');
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  std::size_t left = 1;  // 0 where a frame is complete
  while (in.pos < in.size) {
    ZSTD_outBuffer target{portion.data(), portion.size(), 0};
    left = ZSTD_decompressStream(stream.get(), &target, &in);
    if (ZSTD_isError(left) != 0) {
      throw InvalidInput(fmt::format("{} is damaged: {}", what, ZSTD_getErrorName(left)));
    }
    out.append(portion.data(), target.pos);
    require_within(out.size());
  }
  while (left != 0) {  // what the stream still holds
    ZSTD_outBuffer target{portion.data(), portion.size(), 0};
    left = ZSTD_decompressStream(stream.get(), &target, &in);
    out.append(portion.data(), target.pos);
    if (target.pos == 0 || ZSTD_isError(left) != 0 || out.size() > limit) {
      throw InvalidInput(fmt::format("{} is damaged: its end is missing", what));
    }
  }
  return out;
}

}  // namespace pith::exchange
