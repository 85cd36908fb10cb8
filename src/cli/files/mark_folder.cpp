#include "cli/files/mark_folder.h"

namespace pith::cli {

bool MarkFolder::set(const deck::Item& item, bool marked) {
  const auto id = deck::full_id(item);
  if (!marks_.keep(item, marked ? id + '\n' : "")) {
    return false;
  }
  std::erase(made_, id);
  if (marked) {
    made_.push_back(id);
  }
  return true;
}

}  // namespace pith::cli
