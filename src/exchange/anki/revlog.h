// Review logs as CSV: the form in which spaced-repetition programs exchange them.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "memory/review_log.h"

namespace pith::exchange {

/// Reads the columns `card_id` (a whole number), `review_time` (milliseconds UTC) and
/// `review_rating` (1..4), wherever they stand; others are ignored. The reviews of a card must be
/// in time order. LoggedReview::day is left 0: it depends on the learner's zone. Throws
/// pith::InvalidInput at the first mistake, naming `name` and the line.
[[nodiscard]] std::vector<memory::LoggedReview> read_revlog(std::istream& in,
                                                            const std::string& name);

/// The same from a file. Throws pith::StorageError if it cannot be read.
[[nodiscard]] std::vector<memory::LoggedReview> read_revlog(const std::filesystem::path& path);

}  // namespace pith::exchange
