// Reads what an item asks for, each form of item in its own way.
#pragma once

#include "deck/item.h"
#include "deck/reading/fields.h"
#include "deck/reading/item_form.h"
#include "deck/yaml/complaints.h"

namespace pith::deck {

/// Sets the item's kind, its question and what is to be answered, by the keys of its form. Where
/// something is wrong and was complained of, the points or the question stay empty.
void read_by_form(const ItemForm& form, const Fields& fields, Item& item, Complaints& complaints);

}  // namespace pith::deck
