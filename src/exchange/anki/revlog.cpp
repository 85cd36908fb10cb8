#include "exchange/anki/revlog.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "base/system_error.h"
#include "memory/study_day.h"

namespace pith::exchange {
namespace {

using memory::LoggedReview;

constexpr std::size_t kLongestLine = 1U << 20U;   // bytes read at once, and the longest line
constexpr std::size_t kMostReviews = 20'000'000;  // of all: half a gigabyte in memory
constexpr std::int64_t kLatestTime = memory::kLatestInstant.time_since_epoch().count();
constexpr std::size_t kShown = 40;  // bytes of a wrong field that are quoted

enum RevlogColumn : std::size_t { card_id, review_time, review_rating };
constexpr std::array<std::string_view, 3> kColumns = {"card_id", "review_time", "review_rating"};

/// Where something stands, for messages.
struct ReviewPlace {
  const std::string& name;
  std::size_t line = 0;

  [[noreturn]] void fail(std::string_view message) const {
    throw InvalidInput(fmt::format("{}:{}: {}", name, line, message));
  }
};

/// Takes the next field off `line`, without its quotes.
std::string_view take_field(std::string_view& line) {
  std::size_t from = 0;
  if (!line.empty() && line.front() == '"') {
    from = std::min(line.find('"', 1), line.size() - 1);
  }
  const auto comma = line.find(',', from);
  auto field = line.substr(0, comma);
  line = comma == line.npos ? std::string_view{} : line.substr(comma + 1);
  if (field.size() > 1 && field.front() == '"' && field.back() == '"') {
    field = field.substr(1, field.size() - 2);
  }
  return field;
}

/// Positions of the three columns, from the first line.
std::array<std::size_t, 3> find_columns(std::string_view header, const ReviewPlace& place) {
  constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
  if (header.starts_with(kByteOrderMark)) {
    header.remove_prefix(kByteOrderMark.size());
  }
  std::array<std::optional<std::size_t>, 3> found;
  for (std::size_t i = 0; !header.empty(); ++i) {
    const auto* const column = std::ranges::find(kColumns, take_field(header));
    if (column != kColumns.end()) {
      found.at(static_cast<std::size_t>(column - kColumns.begin())) = i;
    }
  }
  std::array<std::size_t, 3> positions{};
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!found.at(i)) {
      place.fail(
          fmt::format("the column “{}” is missing; the first line has to name card_id, "
                      "review_time and review_rating",
                      kColumns.at(i)));
    }
    positions.at(i) = *found.at(i);
  }
  return positions;
}

std::int64_t parse_field(std::string_view field, RevlogColumn column, const ReviewPlace& place) {
  std::int64_t value = 0;
  const auto* const last = field.data() + field.size();
  const auto [end, error] = std::from_chars(field.data(), last, value);
  if (error != std::errc{} || end != last) {
    place.fail(fmt::format("{} is “{}”, not a whole number", kColumns.at(column),
                           field.substr(0, kShown)));
  }
  return value;
}

/// Turns lines into reviews.
class RevlogReader {
 public:
  explicit RevlogReader(const std::string& name) : place_{name} {}

  void read(std::string_view line) {
    ++place_.line;
    if (line.ends_with('\r')) {
      line.remove_suffix(1);
    }
    if (place_.line == 1) {
      columns_ = find_columns(line, place_);
    } else if (!line.empty()) {
      add(parse(line));
    }
  }

  [[nodiscard]] const ReviewPlace& place() const { return place_; }

  [[nodiscard]] std::vector<LoggedReview> take() {
    if (place_.line == 0) {
      throw InvalidInput(place_.name +
                         ": empty; expected a first line that names card_id, review_time and "
                         "review_rating");
    }
    return std::move(reviews_);
  }

 private:
  [[nodiscard]] LoggedReview parse(std::string_view line) const {
    std::array<std::int64_t, 3> values{};
    int missing = 3;
    for (std::size_t at = 0; missing > 0; ++at) {
      if (line.empty()) {
        place_.fail("the line has fewer fields than the first one names");
      }
      const auto field = take_field(line);
      for (const auto column : {card_id, review_time, review_rating}) {
        if (columns_.at(column) == at) {
          values.at(column) = parse_field(field, column, place_);
          --missing;
        }
      }
    }
    const auto rating = values[review_rating];
    if (rating < 1 || rating > 4) {
      place_.fail(fmt::format("review_rating is {}; expected 1 (again) to 4 (easy)", rating));
    }
    if (values[review_time] < 0 || values[review_time] > kLatestTime) {
      place_.fail(
          fmt::format("review_time is {}; expected milliseconds since 1970, before the year "
                      "10000",
                      values[review_time]));
    }
    return {.card = values[card_id],
            .time = values[review_time],
            .rating = static_cast<memory::Rating>(rating)};
  }

  void add(const LoggedReview& review) {
    if (reviews_.size() == kMostReviews) {
      place_.fail(fmt::format("more than {} reviews; split the file", kMostReviews));
    }
    check_order(review);
    reviews_.push_back(review);
  }

  /// Nothing to look up while the whole file is in time order.
  void check_order(const LoggedReview& review) {
    if (!by_card_ && (reviews_.empty() || reviews_.back().time <= review.time)) {
      return;
    }
    if (!by_card_) {
      by_card_ = true;
      for (const auto& earlier : reviews_) {
        last_time_[earlier.card] = earlier.time;
      }
    }
    const auto [last, is_new] = last_time_.try_emplace(review.card, review.time);
    if (!is_new && last->second > review.time) {
      place_.fail(
          fmt::format("review_time {} of card {} is before the card's previous review at {}; "
                      "sort the file by review_time",
                      review.time, review.card, last->second));
    }
    last->second = review.time;
  }

  ReviewPlace place_;
  std::array<std::size_t, 3> columns_{};
  std::vector<LoggedReview> reviews_;
  bool by_card_ = false;
  std::unordered_map<std::int64_t, std::int64_t> last_time_;
};

}  // namespace

std::vector<memory::LoggedReview> read_revlog(std::istream& in, const std::string& name) {
  RevlogReader reader(name);
  std::string buffer(2 * kLongestLine, '\0');
  std::size_t kept = 0;  // bytes of an unfinished line at the front
  while (in) {
    in.read(buffer.data() + kept, kLongestLine);
    std::string_view text(buffer.data(), kept + static_cast<std::size_t>(in.gcount()));
    for (auto end = text.find('\n'); end != text.npos; end = text.find('\n')) {
      reader.read(text.substr(0, end));
      text.remove_prefix(end + 1);
    }
    if (text.size() > kLongestLine) {
      ReviewPlace{name, reader.place().line + 1}.fail(
          fmt::format("a line longer than {} bytes; this is no review log", kLongestLine));
    }
    kept = text.size();
    std::memmove(buffer.data(), text.data(), kept);
  }
  if (in.bad()) {
    throw StorageError(fmt::format("{}: reading failed", name));
  }
  if (kept > 0) {
    reader.read(std::string_view(buffer.data(), kept));
  }
  return reader.take();
}

std::vector<memory::LoggedReview> read_revlog(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    throw StorageError(
        fmt::format("cannot read '{}': {}", path.string(), base::system_reason(errno)));
  }
  if (std::filesystem::is_directory(path)) {
    throw StorageError(fmt::format("{}: cannot be read as a review log", path.string()));
  }
  return read_revlog(in, path.string());
}

}  // namespace pith::exchange
