// Reads what an item asks for, each form of item in its own way.
#pragma once

#include "deck/complaints.h"
#include "deck/fields.h"
#include "deck/item.h"
#include "deck/item_form.h"

namespace pith::deck {

/// Sets the item's kind, its question and what is to be answered, by the keys of its form. Where
/// something is wrong and was complained of, the points or the question stay empty.
void read_by_form(const ItemForm& form, const Fields& fields, Item& item, Complaints& complaints);

}  // namespace pith::deck
