// What pith hears in a sentence, against what a person does.
#pragma once

#include "deck/item.h"

namespace pith::test {

/// Checks every line `h-|sentence`: of each point whether the sentence states it (h) or not (-).
void check_heard(const deck::Item& item, const char* lines);

/// An item of three points in English, and one in Chinese.
[[nodiscard]] deck::Item release();
[[nodiscard]] deck::Item founding();

}  // namespace pith::test
