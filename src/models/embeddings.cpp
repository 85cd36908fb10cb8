#include "models/embeddings.h"

#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "models/endpoint.h"
#include "text/bounded_json.h"

namespace pith::models {
namespace {

using nlohmann::json;

[[noreturn]] void reject_vectors(const std::string& why) {
  throw UnusableReply(why);
}

/// The numbers as a vector of length 1.
std::vector<float> unit_vector(const json& numbers) {
  if (!numbers.is_array() || numbers.empty() || numbers.size() > kLargestDimension) {
    reject_vectors("an embedding is no list of numbers");
  }
  std::vector<double> raw;
  double squares = 0;
  for (const auto& number : numbers) {
    const double value = number.is_number() ? number.get<double>() : std::nan("");
    if (!std::isfinite(value)) {
      reject_vectors("an embedding has something that is no number");
    }
    raw.push_back(value);
    squares += value * value;
  }
  if (!std::isnormal(squares)) {  // of what is smaller too few bits are left for a length
    reject_vectors("an embedding has no direction");
  }
  std::vector<float> unit;
  unit.reserve(raw.size());
  for (const auto value : raw) {
    unit.push_back(static_cast<float>(value / std::sqrt(squares)));
  }
  return unit;
}

/// Where the vector belongs: its `index`, else its place in the reply.
std::size_t place_of(const json& entry, std::size_t at) {
  if (!entry.contains("index")) {
    return at;
  }
  const auto& index = entry["index"];
  if (!index.is_number_integer() || index.get<std::int64_t>() < 0) {
    reject_vectors("an index is no number");
  }
  return index.get<std::size_t>();
}

}  // namespace

std::string embeddings_request(std::string_view model, std::span<const std::string_view> texts) {
  json request;
  if (!model.empty()) {
    request["model"] = model;
  }
  request["input"] = texts;
  request["encoding_format"] = "float";
  return request.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::vector<std::vector<float>> parse_embeddings(std::string_view body, std::size_t count) {
  const auto reply = text::parse_bounded_json(body);
  if (reply.is_discarded() && body.starts_with('{')) {
    reject_vectors("its JSON is cut off, too large, or has what JSON does not know, such as NaN");
  }
  if (!reply.is_object() || !reply.contains("data") || !reply["data"].is_array()) {
    reject_vectors("it is not the JSON of an embeddings server; check the URL");
  }
  const auto& data = reply["data"];
  if (data.size() != count) {
    reject_vectors(fmt::format("{} vectors for {} texts", data.size(), count));
  }
  std::vector<std::vector<float>> vectors(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (!data[i].is_object() || !data[i].contains("embedding")) {
      reject_vectors("an entry has no embedding");
    }
    const auto place = place_of(data[i], i);
    if (place >= count || !vectors[place].empty()) {
      reject_vectors("its indices are wrong");
    }
    vectors[place] = unit_vector(data[i]["embedding"]);
  }
  for (const auto& vector : vectors) {
    if (vector.size() != vectors[0].size()) {
      reject_vectors("its vectors differ in length");
    }
  }
  return vectors;
}

}  // namespace pith::models
