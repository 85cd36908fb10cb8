// Choices as a printed document has them: their order does not tell which options are right.
#pragma once

#include "deck/item.h"
#include "exchange/faces.h"

namespace pith::exchange {

/// The faces of an item of Kind::choices with its options in another order, which its id decides;
/// on the back each option that is right stands behind its letter.
[[nodiscard]] Faces printed_choices(const deck::Item& item);

}  // namespace pith::exchange
