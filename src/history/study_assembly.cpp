#include "history/study_assembly.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include "history/renames.h"
#include "history/rows.h"

namespace pith::history {

namespace {

constexpr auto kRetracted = std::numeric_limits<std::uint32_t>::max();

class Assembly {
 public:
  explicit Assembly(Database& database) : database_(database), renames_(database) {
    read_names();
    read_retracted();
  }

  /// Rows in the order of the file.
  StudyLog assemble(std::vector<StudyRows> parts) && {
    make_room(parts);
    auto item = items_.cbegin();
    for (auto& part : parts) {
      item = place(std::exchange(part, {}), item);
    }
    read_resets();
    sort_answers();
    return std::move(log_);
  }

 private:
  /// A name that the log recorded.
  struct Recorded {
    ItemId id;
    bool renamed = false;
    std::uint32_t item = 0;  ///< Index into StudyLog::items, unless it was renamed.
  };

  /// Finds out whose the answers are, and how many each item has.
  void make_room(const std::vector<StudyRows>& parts) {
    std::size_t points = 0;
    for (const auto& part : parts) {
      points += part.points.size();
      find_items(part);
    }
    log_.points.reserve(points);
    std::uint32_t first = 0;
    for (StudyItem& item : log_.items) {
      item.first_answer = std::exchange(first, first + item.answer_count);
      item.answer_count = 0;
    }
    log_.answers.resize(first);
  }

  void find_items(const StudyRows& rows) {
    auto retracted = retracted_.begin();
    for (std::size_t i = 0; i < rows.answers.size(); ++i) {
      const auto event = rows.events[i];
      retracted = std::find_if(retracted, retracted_.end(), [&](auto n) { return n >= event; });
      if (retracted != retracted_.end() && *retracted == event) {
        items_.push_back(kRetracted);
        continue;
      }
      items_.push_back(present_item(rows.names[i], rows.answers[i].key));
      ++log_.items[items_.back()].answer_count;
    }
  }

  using Items = base::Column<std::uint32_t>;

  /// Puts answers where their items, from `item` on, have room; gives the item of the next rows.
  Items::const_iterator place(StudyRows rows, Items::const_iterator item) {
    std::vector<std::optional<std::uint32_t>> sessions(rows.sessions.size());
    for (std::size_t i = 0; i < rows.answers.size(); ++i, ++item) {
      if (*item != kRetracted) {
        auto& session = sessions[rows.answers[i].session];
        session = session ? session : session_index(rows.sessions[rows.answers[i].session]);
        place(rows, i, *session, *item);
      }
    }
    known_points_.clear();
    return item;
  }

  void place(StudyRows& rows, std::size_t i, std::uint32_t session, std::uint32_t index) {
    StudyItem& item = log_.items[index];
    StudyAnswer& answer = log_.answers[item.first_answer + item.answer_count++];
    answer = rows.answers[i];
    const auto points = std::span(rows.points).subspan(answer.first_point, answer.point_count);
    name_points(points, rows, rows.names[i], index, answer.key);
    answer.first_point = static_cast<std::uint32_t>(log_.points.size());
    answer.session = session;
    log_.points.insert(log_.points.end(), points.begin(), points.end());
  }

  std::uint32_t item_index(const ItemId& id) {
    const auto [place, is_new] =
        indices_.emplace(id, static_cast<std::uint32_t>(log_.items.size()));
    if (is_new) {
      log_.items.push_back({id, {}, {}, 0, 0});
    }
    return place->second;
  }

  void read_names() {
    Rows row(database_, "SELECT n, deck, item FROM item");
    while (row.next()) {
      const auto number = static_cast<std::size_t>(row.integer(0));
      recorded_.resize(std::max(recorded_.size(), number + 1));
      Recorded& name = recorded_[number];
      name.id = {std::string(row.bytes(1)), std::string(row.bytes(2))};
      name.renamed = renames_.concern(name.id);
      name.item = name.renamed ? 0 : item_index(name.id);
    }
  }

  void read_retracted() {
    Rows row(database_,
             "SELECT DISTINCT n FROM retraction CROSS JOIN event ON id = target ORDER BY n");
    while (row.next()) {
      retracted_.push_back(row.integer(0));
    }
  }

  std::uint32_t present_item(std::size_t number, const Key& key) {
    const Recorded& name = recorded_.at(number);
    if (!name.renamed) {
      return name.item;
    }
    const Name present = renames_.present({name.id.deck, name.id.item, ""}, key);
    return item_index({present.deck, present.item});
  }

  [[nodiscard]] std::string present_point(std::size_t number, const std::string& point,
                                          const Key& key) const {
    const Recorded& name = recorded_.at(number);
    return renames_.present({name.id.deck, name.id.item, point}, key).point;
  }

  std::uint32_t session_index(const Uuid& id) {
    const auto [place, is_new] =
        sessions_.emplace(id, static_cast<std::uint32_t>(log_.sessions.size()));
    if (is_new) {
      log_.sessions.push_back(id);
    }
    return place->second;
  }

  void name_points(std::span<StudyPoint> points, const StudyRows& rows, std::size_t name,
                   std::uint32_t item, const Key& key) {
    for (auto& point : points) {
      const auto& recorded = rows.point_ids[name][point.point];
      point.point = recorded_[name].renamed ? point_index(item, present_point(name, recorded, key))
                                            : known_point(item, point.point, recorded);
    }
  }

  /// Of an item that was never renamed, whose ids need to be looked up but once.
  std::uint32_t known_point(std::uint32_t item, std::uint32_t index, const std::string& id) {
    known_points_.resize(std::max<std::size_t>(known_points_.size(), item + 1));
    auto& known = known_points_[item];
    known.resize(std::max<std::size_t>(known.size(), index + 1));
    if (!known[index]) {
      known[index] = point_index(item, id);
    }
    return *known[index];
  }

  std::uint32_t point_index(std::uint32_t item, const std::string& id) {
    auto& points = log_.items[item].points;
    const auto found = std::find(points.begin(), points.end(), id);
    const auto index = static_cast<std::uint32_t>(found - points.begin());
    if (found == points.end()) {
      points.push_back(id);
    }
    return index;
  }

  void read_resets() {
    Rows row(
        database_,
        "SELECT study_day, time_ms, id, item, point FROM control CROSS JOIN event ON n = event "
        "WHERE kind = 'reset' AND id NOT IN (SELECT target FROM retraction) "
        "ORDER BY study_day, time_ms, id");
    while (row.next()) {
      const auto name = static_cast<std::size_t>(row.integer(3));
      const Key key = row.key(0);
      const std::string point(row.bytes(4));
      auto& resets = log_.items[present_item(name, key)].resets;
      resets.push_back({key, point.empty() ? point : present_point(name, point, key)});
    }
  }

  void sort_answers() {
    const auto earlier = [](const StudyAnswer& a, const StudyAnswer& b) { return a.key < b.key; };
    for (const StudyItem& item : log_.items) {
      const auto begin = log_.answers.begin() + item.first_answer;
      if (!std::is_sorted(begin, begin + item.answer_count, earlier)) {
        std::sort(begin, begin + item.answer_count, earlier);
      }
    }
  }

  Database& database_;
  Renames renames_;
  std::vector<Recorded> recorded_;       ///< By number.
  std::vector<std::int64_t> retracted_;  ///< Numbers of events, ascending.
  std::map<ItemId, std::uint32_t> indices_;
  std::map<Uuid, std::uint32_t> sessions_;
  /// By item, then by index into its StudyRows::point_ids: index into StudyItem::points.
  std::vector<std::vector<std::optional<std::uint32_t>>> known_points_;
  Items items_;  ///< Of the answers in the order of the file; or kRetracted.
  StudyLog log_;
};

}  // namespace

StudyLog assembled(Database& database, std::vector<StudyRows> parts) {
  return Assembly(database).assemble(std::move(parts));
}

}  // namespace pith::history
