#include "history/study_cache.h"

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <filesystem>
#include <numeric>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/fnv.h"
#include "base/parallel.h"
#include "deck/index/archive.h"
#include "history/rows.h"

namespace pith::history {

namespace {

constexpr std::string_view kMagic = "pith log 1\n";

/// What a file of the cache is about.
struct Head {
  std::string program;
  std::int64_t last = 0;     ///< Number of an event,
  std::int64_t names = 0;    ///< and of an item:
  std::uint64_t digest = 0;  ///< of everything up to them.
};
template <typename Archive>
void fields(Archive& a, Head& h) {
  a(h.program, h.last, h.names, h.digest);
}

}  // namespace

template <typename Archive>
void fields(Archive& a, Uuid& id) {
  auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(id.bytes);
  a(halves[0], halves[1]);
  id.bytes = std::bit_cast<decltype(id.bytes)>(halves);
}
template <typename Archive>
void fields(Archive& a, Key& key) {
  auto day = memory::day_number(key.day);
  auto time = key.time.time_since_epoch().count();
  a(day, time, key.id);
  key.day = memory::day_numbered(day);
  key.time = memory::Instant(memory::Instant::duration(time));
}
template <typename Archive>
void fields(Archive& a, StudyPoint& p) {
  a(p.weight, p.credit, p.point, p.automatic, p.verdict, p.rating);
}
template <typename Archive>
void fields(Archive& a, StudyAnswer& s) {
  a(s.key, s.seconds, s.first_point, s.point_count, s.session, s.utc_offset, s.mode, s.scheduled,
    s.relearning, s.aided, s.graded);
}
template <typename Archive>
void fields(Archive& a, StudyRows& r) {
  a(r.answers, r.events, r.names, r.points, r.point_ids, r.sessions);
}

namespace {

std::uint64_t mixed(std::uint64_t digest, std::int64_t number, std::uint64_t with) {
  const std::array<std::uint64_t, 3> words = {digest, static_cast<std::uint64_t>(number), with};
  const auto bytes = std::bit_cast<std::array<char, sizeof words>>(words);
  return base::checksum({bytes.data(), bytes.size()});
}

/// Of ids of events and names of items, in the order of their numbers. What the event of an id says
/// never changes.
std::uint64_t digest_of(Database& database, const Head& head) {
  std::uint64_t digest = 0;
  Rows event(database, "SELECT n, id FROM event WHERE n <= ?1 ORDER BY n", {head.last});
  while (event.next()) {
    digest = mixed(digest, event.integer(0), base::checksum(event.bytes(1)));
  }
  Rows item(database, "SELECT n, deck, item FROM item WHERE n <= ?1 ORDER BY n", {head.names});
  while (item.next()) {
    digest = mixed(digest, item.integer(0), base::checksum(item.bytes(1)));
    digest = mixed(digest, 0, base::checksum(item.bytes(2)));
  }
  return digest;
}

bool is_sound(const StudyRows& rows) {
  if (rows.events.size() != rows.answers.size() || rows.names.size() != rows.answers.size()) {
    return false;
  }
  for (std::size_t i = 0; i < rows.answers.size(); ++i) {
    const auto& answer = rows.answers[i];
    const auto end = std::size_t{answer.first_point} + answer.point_count;
    const auto ids =
        rows.names[i] < rows.point_ids.size() ? rows.point_ids[rows.names[i]].size() : 0;
    if (answer.session >= rows.sessions.size() || end > rows.points.size() ||
        std::any_of(rows.points.begin() + answer.first_point,
                    rows.points.begin() + static_cast<std::ptrdiff_t>(end),
                    [&](const StudyPoint& point) { return point.point >= ids; })) {
      return false;
    }
  }
  return true;
}

std::vector<StudyRows> unpacked(std::string_view sealed) {
  std::vector<StudyRows> parts;
  const auto bytes = deck::unsealed(kMagic, sealed);
  deck::ArchiveReader reader(bytes.value_or(""));
  reader(parts);
  return reader.complete() && std::all_of(parts.begin(), parts.end(), is_sound)
             ? std::move(parts)
             : std::vector<StudyRows>();
}

/// One for each file that holds a history, whatever history that is.
std::string name_for(const std::filesystem::path& file) {
  std::error_code error;
  return fmt::format("log-{:016x}",
                     base::checksum(std::filesystem::weakly_canonical(file, error).string()));
}

std::int64_t last_name(const std::vector<StudyRows>& parts) {
  std::uint32_t last = 0;
  for (const auto& part : parts) {
    last = std::accumulate(part.names.begin(), part.names.end(), last,
                           [](auto a, auto b) { return std::max(a, b); });
  }
  return last;
}

}  // namespace

StudyCache::StudyCache(const deck::DeckCache* cache, Database& database)
    : cache_(cache), database_(database), name_(name_for(database.file())) {}

KeptRows StudyCache::load(std::int64_t events) const {
  const auto file = cache_ != nullptr ? cache_->map(name_) : nullptr;
  if (file == nullptr) {
    return {};
  }
  deck::ArchiveReader reader(file->bytes());
  Head head;
  reader(head);
  if (!reader.sound() || head.program != cache_->program() || head.last > events) {
    return {};
  }
  auto parts = base::beside(unpacked, reader.rest());
  const bool same = digest_of(database_, head) == head.digest;
  KeptRows kept{head.last, parts.get()};
  return same && !kept.parts.empty() ? std::move(kept) : KeptRows{};
}

void StudyCache::save(KeptRows& rows) const {
  if (cache_ == nullptr) {
    return;
  }
  Head head{cache_->program(), rows.last, last_name(rows.parts), 0};
  head.digest = digest_of(database_, head);
  deck::ArchiveWriter body;
  body(rows.parts);
  auto bytes = deck::sealed(kMagic, std::exchange(body.bytes, {}));
  deck::ArchiveWriter about;
  about(head);
  (void)cache_->put(name_, bytes.insert(0, about.bytes));
}

}  // namespace pith::history
