#include "history/salvaged_events.h"

#include <utility>
#include <variant>

#include "history/content_rows.h"
#include "text/utf8.h"

namespace pith::history {

bool is_plausible(const Event& event) {
  if (event.stamp.id == Uuid{}) {
    return false;
  }
  const auto* answer = std::get_if<Answer>(&event.body);
  if (answer == nullptr) {
    return true;
  }
  for (const AnsweredPoint& point : answer->points) {
    if (!(point.weight > 0) || !(point.credit >= 0 && point.credit <= 1)) {
      return false;
    }
  }
  return !text::find_invalid_utf8(answer->text);
}

void SalvagedEvents::add(Event event) {
  constexpr std::size_t kBatch = 1'000;
  if (const auto* answer = std::get_if<Answer>(&event.body)) {
    if (seen_.insert(answer->content_hash).second) {
      auto content = if_readable([&] { return read_content(from_, answer->content_hash); });
      if (content && *content) {
        contents_.push_back(**std::move(content));
      }
    }
  }
  events_.push_back(std::move(event));
  if (events_.size() == kBatch) {
    flush();
  }
}

void SalvagedEvents::flush() {
  kept += into_.merge(events_, contents_);
  events_.clear();
  contents_.clear();
}

}  // namespace pith::history
