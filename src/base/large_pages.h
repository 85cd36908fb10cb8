// A vector for millions of values.
#pragma once

#include <cstddef>
#include <new>
#include <vector>

#include <sys/mman.h>

namespace pith::base {

/// Asks the kernel for large pages where there is much to keep: handing out a hundred megabytes in
/// small ones costs more than filling them. Only a wish: without it everything works, slower.
template <typename T>
struct LargePages {
  using value_type = T;
  static constexpr std::size_t kPage = std::size_t{2} << 20U;

  LargePages() = default;
  template <typename U>
  LargePages(const LargePages<U>& /*of others*/) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] T* allocate(std::size_t count) {
    if (count > static_cast<std::size_t>(-1) / sizeof(T)) {
      throw std::bad_array_new_length();
    }
    const auto size = count * sizeof(T);
    if (size < kPage) {
      return static_cast<T*>(::operator new(size));
    }
    auto* place = ::operator new (size, std::align_val_t{kPage});
    (void)::madvise(place, size, MADV_HUGEPAGE);
    return static_cast<T*>(place);
  }
  void deallocate(T* place, std::size_t count) {
    if (count * sizeof(T) < kPage) {
      ::operator delete(place);
    } else {
      ::operator delete (place, std::align_val_t{kPage});
    }
  }
  friend bool operator==(const LargePages&, const LargePages&) { return true; }
};

template <typename T>
using Column = std::vector<T, LargePages<T>>;

}  // namespace pith::base
