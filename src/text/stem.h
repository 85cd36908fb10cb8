// Snowball stemming of Latin words.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace pith::text {

/// A stemmer of one language; not thread-safe, so one a thread.
class Stemmer {
 public:
  /// By BCP 47 tag (`en`, `de-AT`); a language without Snowball rules gets English rules, since
  /// Latin words there are mostly English.
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  /// The stem of a lower-case word.
  [[nodiscard]] std::string operator()(std::string_view word) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pith::text
