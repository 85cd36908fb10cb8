// Collects what is wrong with one file, so that all of it is told in one go.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "deck/diagnostic.h"
#include "deck/yaml/source.h"

namespace pith::deck {

class Complaints {
 public:
  /// The source must outlive it; `file` is the name that people see.
  Complaints(const Source& source, std::string file) : source_(source), file_(std::move(file)) {}

  /// Adds a mistake at a byte offset; beyond a hundred they are only counted.
  void error(std::size_t offset, std::string message, std::string hint = {});
  void warning(std::size_t offset, std::string message, std::string hint = {});

  /// Whether what is added is only counted: its hint need not be thought of.
  [[nodiscard]] bool full() const;
  [[nodiscard]] bool has_error() const { return errors_ > 0; }
  [[nodiscard]] const Source& source() const { return source_; }

  /// Everything in the order of the file; the collector is empty afterwards.
  [[nodiscard]] Diagnostics take();

 private:
  void add(Severity severity, std::size_t offset, std::string message, std::string hint);

  const Source& source_;
  std::string file_;
  Diagnostics diagnostics_;
  std::size_t errors_ = 0;
  std::size_t untold_ = 0;
};

/// Text as messages show it: one line, forty characters at most.
[[nodiscard]] std::string shortened(std::string_view text);

/// As shortened(), in quotation marks.
[[nodiscard]] std::string in_quotes(std::string_view text);

/// `"did you mean 'x'?"` if a known word is near, else `"known: a, b, c"`.
[[nodiscard]] std::string suggestion(std::string_view word, const std::vector<std::string>& known,
                                     std::string_view introduction);

}  // namespace pith::deck
