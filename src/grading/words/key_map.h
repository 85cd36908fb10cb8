// From keys of grains and pairs to values. An answer asks for several of them at every character,
// mostly in vain; in one piece and without a division that costs a quarter of what a map of the
// library takes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace pith::grading {

/// Values that are only ever added, by keys that are hashes or characters.
template <typename Value>
class KeyMap {
 public:
  /// The value of `key`, or null.
  [[nodiscard]] const Value* find(std::uint64_t key) const {
    if (slots_.empty()) {
      return nullptr;
    }
    const auto& slot = slots_[place_of(key)];
    return slot.used ? &slot.value : nullptr;
  }

  /// The value of `key`, which is made where there was none. Valid until the next call.
  Value& operator[](std::uint64_t key) {
    if (2 * (size_ + 1) > slots_.size()) {
      grow();
    }
    auto& slot = slots_[place_of(key)];
    if (!slot.used) {
      slot = {key, true, Value{}};
      ++size_;
    }
    return slot.value;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    bool used = false;
    Value value{};
  };

  /// Where `key` is, or where it would be put.
  [[nodiscard]] std::size_t place_of(std::uint64_t key) const {
    constexpr std::uint64_t kGoldenRatio = 0x9E3779B97F4A7C15ULL;
    auto at = static_cast<std::size_t>((key * kGoldenRatio) >> 32U) & (slots_.size() - 1);
    while (slots_[at].used && slots_[at].key != key) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return at;
  }

  void grow() {
    auto old = std::exchange(slots_, std::vector<Slot>(slots_.empty() ? 16 : 2 * slots_.size()));
    for (auto& slot : old) {
      if (slot.used) {
        slots_[place_of(slot.key)] = std::move(slot);
      }
    }
  }

  std::vector<Slot> slots_;  ///< A power of two of them, at most half of them used.
  std::size_t size_ = 0;
};

}  // namespace pith::grading
