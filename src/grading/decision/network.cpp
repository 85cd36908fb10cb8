#include "grading/decision/network.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>

#include "grading/words/tables.h"

namespace pith::grading {
namespace {

constexpr float kFarthest = 3.0F;  ///< Inputs count up to so many standard deviations.

}  // namespace

const Network& Network::general(std::string_view name) {
  static const auto networks = [] {
    std::map<std::string, Network, std::less<>> all;
    for (const auto* each : {"words", "meaning", "meaning-elsewhere"}) {
      all.emplace(each, Network(each, data_table("decision")));
    }
    return all;
  }();
  return networks.find(name)->second;
}

Network::Network(std::string_view name, std::string_view table) {
  for (auto& [key, numbers] : number_rows(table)) {
    if (key.substr(0, name.size()) != name || key.size() <= name.size()) {
      continue;
    }
    const auto part = key.substr(name.size() + 1);
    if (part == "hidden") {
      hidden_.push_back(std::move(numbers));
    } else if (part == "mean") {
      mean_ = std::move(numbers);
    } else if (part == "scale") {
      scale_ = std::move(numbers);
    } else if (part == "output") {
      output_ = std::move(numbers);
    } else if (part == "direct") {
      direct_ = std::move(numbers);
    }
  }
  const auto size = mean_.size();
  const bool fits = scale_.size() == size && direct_.size() == size &&
                    output_.size() == hidden_.size() + 1 &&
                    std::all_of(hidden_.begin(), hidden_.end(),
                                [size](const Vector& unit) { return unit.size() == size + 1; });
  if (!fits || size == 0) {
    throw std::invalid_argument("the table holds no network " + std::string(name));
  }
}

double Network::output(std::span<const double> inputs) const {
  if (inputs.size() != mean_.size()) {
    throw std::logic_error("the network was fitted to other features");
  }
  Vector z(inputs.size());
  for (std::size_t i = 0; i < z.size(); ++i) {
    const float x = (static_cast<float>(inputs[i]) - mean_[i]) * scale_[i];
    z[i] = std::clamp(x, -kFarthest, kFarthest);
  }
  float sum = output_[0] + dot(direct_, z);
  for (std::size_t h = 0; h < hidden_.size(); ++h) {
    const float a = hidden_[h][0] + dot(std::span(hidden_[h]).subspan(1), z);
    sum += output_[h + 1] * a / (1.0F + std::abs(a));
  }
  return static_cast<double>(sum);
}

}  // namespace pith::grading
