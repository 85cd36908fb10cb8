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

const deck::Item* item_of(const deck::Deck& deck, const nlohmann::json& record,
                          const std::string& file, std::size_t line) {
  if (record.contains("question")) {
    const auto& place = record["question"];
    const auto number = place.get<double>();
    if (!place.is_number_unsigned() || number < 1 ||
        number > static_cast<double>(deck.items.size())) {
      refuse(file, line, fmt::format("the deck has no question {}", place.dump()));
    }
    return &deck.items[place.get<std::size_t>() - 1];
  }
  const auto id = record.at("item").get<std::string>();
  for (const auto& item : deck.items) {
    if (item.id == id || deck::full_id(item) == id) {
      return &item;
    }
  }
  refuse(file, line, fmt::format("the deck has no item '{}'", text::sanitise(id)));
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
