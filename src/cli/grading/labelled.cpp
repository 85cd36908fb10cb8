#include "cli/grading/labelled.h"

#include <cerrno>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/regular_file.h"
#include "base/system_error.h"
#include "base/trim.h"
#include "cli/files/open_file.h"
#include "grading/score.h"
#include "protocol/line_reader.h"
#include "text/bounded_json.h"
#include "text/display.h"

namespace pith::cli {
namespace {

[[noreturn]] void refuse(const std::string& file, std::size_t line, const std::string& why) {
  throw InvalidInput(fmt::format("{}:{}: {}", file, line, why));
}

/// A label or a mark.
double share_of(const nlohmann::json& value, const std::string& file, std::size_t line) {
  const auto share = value.is_number() ? value.get<double>() : -1;
  if (!(share >= 0 && share <= 1)) {
    refuse(file, line, fmt::format("{} is no mark: a number from 0 to 1", value.dump()));
  }
  return share;
}

/// Whether a point was said, or how much of it.
double label_of(const nlohmann::json& value, const std::string& file, std::size_t line) {
  return value.is_boolean() ? (value.get<bool>() ? 1 : 0) : share_of(value, file, line);
}

const deck::Item& item_at(const deck::Deck& deck, const nlohmann::json& place,
                          const std::string& file, std::size_t line) {
  const auto number = place.get<double>();
  if (!place.is_number_unsigned() || number < 1 ||
      number > static_cast<double>(deck.items.size())) {
    refuse(file, line, fmt::format("the deck has no question {}", place.dump()));
  }
  return deck.items[place.get<std::size_t>() - 1];
}

const deck::Item& item_called(const deck::Deck& deck, const std::string& id,
                              const std::string& file, std::size_t line) {
  for (const auto& item : deck.items) {
    if (item.id == id || deck::full_id(item) == id) {
      return item;
    }
  }
  refuse(file, line, fmt::format("the deck has no item '{}'", text::sanitise(id)));
}

/// By its id or its place, which must agree where both are given.
const deck::Item* item_of(const deck::Deck& deck, const nlohmann::json& record,
                          const std::string& file, std::size_t line) {
  if (!record.contains("question")) {
    return &item_called(deck, record.at("item").get<std::string>(), file, line);
  }
  const auto& at_place = item_at(deck, record["question"], file, line);
  if (record.contains("item")) {
    const auto& called = item_called(deck, record["item"].get<std::string>(), file, line);
    if (&called != &at_place) {
      refuse(file, line,
             fmt::format("question {} is '{}', not the item '{}': give one of them",
                         record["question"].dump(), at_place.id, called.id));
    }
  }
  return &at_place;
}

Labelled read_record(const deck::Deck& deck, std::string_view json, const std::string& file,
                     std::size_t line) {
  const auto record = text::parse_bounded_json(json);
  if (!record.is_object()) {
    refuse(file, line, "the line is no JSON object in UTF-8");
  }
  Labelled graded;
  try {
    graded.item = item_of(deck, record, file, line);
    graded.answer = record.at("answer").get<std::string>();
    graded.style = record.value("style", "");
    if (record.contains("points")) {
      for (const auto& label : record["points"].get<std::vector<nlohmann::json>>()) {
        graded.labels.push_back(label_of(label, file, line));
      }
      if (graded.labels.size() != graded.item->points.size()) {
        refuse(file, line,
               fmt::format("{} labels, but the item has {} points", graded.labels.size(),
                           graded.item->points.size()));
      }
    }
    if (record.contains("score") || !record.contains("points")) {
      graded.score = share_of(record.at("score"), file, line);
    }
  } catch (const nlohmann::json::exception&) {
    refuse(file, line, "no record with an answer, an item or question, and a score or points");
  }
  return graded;
}

/// A pipe that somebody has open, as a shell's `<(...)`, comes to its end.
void require_finite(const std::string& file) {
  struct stat about {};
  if (::stat(file.c_str(), &about) == 0 && !S_ISDIR(about.st_mode) && !leads_to_open_file(file)) {
    base::require_regular_file(file, about);
  }
}

}  // namespace

std::vector<Labelled> read_labelled(const deck::Deck& deck, const std::string& file) {
  require_finite(file);
  std::ifstream in(file);
  if (!in || std::filesystem::is_directory(file)) {
    throw StorageError(fmt::format("cannot read '{}': {}", text::sanitise(file),
                                   base::system_reason(in ? EISDIR : errno)));
  }
  std::vector<Labelled> records;
  std::size_t number = 0;
  for (protocol::Line line; protocol::read_line(in, line);) {
    ++number;
    if (line.too_long) {
      refuse(file, number, "the line is too long");
    }
    if (!base::trimmed(line.text).empty()) {
      records.push_back(read_record(deck, line.text, file, number));
    }
  }
  return records;
}

double human_score(const Labelled& labelled) {
  if (labelled.score) {
    return *labelled.score;
  }
  grading::WeightedMean mean;
  for (std::size_t p = 0; p < labelled.labels.size(); ++p) {
    mean.add(labelled.labels[p], labelled.item->points[p].weight);
  }
  return mean.value();
}

}  // namespace pith::cli
