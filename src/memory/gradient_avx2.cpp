// Compiled with AVX2 and FMA switched on where there are such processors (src/CMakeLists.txt).
#include "memory/gradient_kernel.h"

namespace pith::memory {

Kernel avx2_kernel() {
  return {predict_block, add_block_gradient};
}

}  // namespace pith::memory
