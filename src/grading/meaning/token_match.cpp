#include "grading/meaning/token_match.h"

#include <algorithm>
#include <array>

namespace pith::grading {
namespace {

constexpr double kLeastWeight = 0.05;  ///< Of a token without rarity.
constexpr double kAskedShare = 0.9;    ///< What a token loses that the question has.

Reading read(const SentenceEncoder& encoder, const std::vector<std::string>& parts) {
  const std::vector<std::string_view> views(parts.begin(), parts.end());
  return encoder.read(views);
}

}  // namespace

std::vector<std::vector<std::string>> readings_of(const Targets& targets,
                                                  const std::string& question,
                                                  std::string_view language) {
  const auto or_dash = [](const std::string& text) { return text.empty() ? "-" : text; };
  std::vector<std::vector<std::string>> readings = {{or_dash(question)}};
  for (const auto& target : targets.list) {
    std::vector<std::string> parts = {or_dash(target.name().text)};
    const auto detail =
        std::find_if(target.wordings.begin(), target.wordings.end(),
                     [](const Wording& wording) { return wording.role == Wording::Role::detail; });
    if (detail != target.wordings.end() && !detail->text.empty()) {
      parts[0] += is_chinese(language) ? "。" : ". ";
      parts.push_back(detail->text);
    }
    readings.push_back(std::move(parts));
  }
  return readings;
}

TokenMatch::TokenMatch(const SentenceEncoder& encoder, const Space& space, const Targets& targets,
                       const std::string& question, std::string_view language)
    : space_(&space) {
  const auto texts = readings_of(targets, question, language);
  std::vector<Token> asked;
  for (const auto& token : read(encoder, texts[0]).tokens) {
    asked.push_back(token_of(token, {}));
  }
  for (std::size_t t = 1; t < texts.size(); ++t) {
    auto& own = targets_.emplace_back();
    for (const auto& token : read(encoder, texts[t]).tokens) {
      own.push_back(token_of(token, asked));
    }
  }
}

TokenMatch::Token TokenMatch::token_of(const Reading::Token& read,
                                       std::span<const Token> asked) const {
  Token token;
  token.of_name = read.part == 0;
  for (std::size_t depth = 0; depth < kTokenDepths; ++depth) {
    auto& vector = token.vectors[depth];
    vector = space_->centred_token(read.vectors[depth], depth);
    double nearest = 0;
    for (const auto& other : asked) {
      nearest = std::max(nearest, cosine(vector, other.vectors[depth]));
    }
    token.weights[depth] = (static_cast<double>(read.rarity) + kLeastWeight) *
                           (1.0 - kAskedShare * std::min(1.0, nearest));
  }
  return token;
}

TokenMatch::Answer TokenMatch::compare(const Reading& answer) const {
  Answer result;
  result.match_ = this;
  for (const auto& token : answer.tokens) {
    result.parts_.push_back(token.part);
    result.weights_.push_back(static_cast<double>(token.rarity) + kLeastWeight);
  }
  for (std::size_t depth = 0; depth < kTokenDepths; ++depth) {
    std::vector<Vector> vectors;
    for (const auto& token : answer.tokens) {
      vectors.push_back(space_->centred_token(token.vectors[depth], depth));
    }
    for (const auto& target : targets_) {
      auto& nearness = result.nearness_[depth].emplace_back();
      nearness.reserve(target.size() * vectors.size());
      for (const auto& token : target) {
        for (const auto& vector : vectors) {
          nearness.push_back(static_cast<float>(cosine(token.vectors[depth], vector)));
        }
      }
    }
  }
  return result;
}

std::vector<std::size_t> TokenMatch::Answer::tokens_in(std::span<const Range> runs) const {
  std::vector<std::size_t> tokens;
  for (const auto& run : runs) {
    auto token = static_cast<std::size_t>(
        std::lower_bound(parts_.begin(), parts_.end(), run.begin) - parts_.begin());
    for (; token < parts_.size() && parts_[token] < run.end; ++token) {
      tokens.push_back(token);
    }
  }
  return tokens;
}

double TokenMatch::Answer::nearness(std::span<const Range> runs) const {
  double sum = 0;
  double weight = 0;
  for (const auto token : tokens_in(runs)) {
    float nearest = -1;
    for (const auto& rows : nearness_.back()) {
      for (auto i = token; i < rows.size(); i += parts_.size()) {
        nearest = std::max(nearest, rows[i]);
      }
    }
    sum += weights_[token] * static_cast<double>(nearest);
    weight += weights_[token];
  }
  return weight > 0 ? sum / weight : 0.0;
}

TokenShares TokenMatch::Answer::shares(std::size_t target, std::span<const Range> runs,
                                       std::size_t depth) const {
  const auto tokens = tokens_in(runs);
  const auto& own = match_->targets_[target];
  std::vector<float> back(tokens.size(), -1.0F);
  std::array<double, 2> sums{};  // of the detail's tokens, of the name's
  std::array<double, 2> weights{};
  for (std::size_t i = 0; i < own.size(); ++i) {
    const auto* row = nearness_[depth][target].data() + i * parts_.size();
    float nearest = -1;
    for (std::size_t t = 0; t < tokens.size(); ++t) {
      nearest = std::max(nearest, row[tokens[t]]);
      back[t] = std::max(back[t], row[tokens[t]]);
    }
    sums[own[i].of_name ? 1 : 0] += own[i].weights[depth] * static_cast<double>(nearest);
    weights[own[i].of_name ? 1 : 0] += own[i].weights[depth];
  }
  const auto mean = [](double sum, double weight) { return weight > 0 ? sum / weight : 0.0; };
  TokenShares shares;
  shares.name = mean(sums[1], weights[1]);
  shares.detail = weights[0] > 0 ? mean(sums[0], weights[0]) : shares.name;
  shares.all = mean(sums[0] + sums[1], weights[0] + weights[1]);
  double sum = 0;
  double weight = 0;
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    sum += weights_[tokens[t]] * static_cast<double>(back[t]);
    weight += weights_[tokens[t]];
  }
  shares.back = mean(sum, weight);
  return shares;
}

}  // namespace pith::grading
