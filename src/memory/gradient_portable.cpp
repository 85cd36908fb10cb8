#include "memory/gradient_kernel.h"

namespace pith::memory {

Kernel portable_kernel() {
  return {predict_block, add_block_gradient};
}

}  // namespace pith::memory
