// How `grade --explain` words what the grader saw.
#include <string>

#include <catch2/catch.hpp>

#include "cli/grading/feature_words.h"
#include "grading/evidence/features.h"
#include "support/command_line.h"

using namespace pith;
using test::CommandLine;

namespace {

constexpr auto kAnswer = "我们不能没有自己的算法，但不要申请专利";

struct Explained : CommandLine {
  explicit Explained(text::Language language) {
    tr = text::Messages(language);
    const auto deck = write("moat.yaml",
                            "language: zh\nitems:\n  - {id: moat, question: 怎样竞争, "
                            "points: [自研算法, 申请专利]}\n");
    run({"grade", deck + "/moat", kAnswer, "--explain", "--encoder", "none"});
  }
};

}  // namespace

TEST_CASE("whatever the grader looks at has words", "[cli]") {
  for (const auto& [feature, code] : grading::kFeatureNames) {
    CAPTURE(feature, code);
    CHECK_FALSE(cli::about_feature(code).empty());
  }
  CHECK(cli::about_feature("none of them").empty());
  for (std::size_t i = 0; i < static_cast<std::size_t>(grading::Cue::count); ++i) {
    CAPTURE(i);
    CHECK_FALSE(cli::about_cue(static_cast<grading::Cue>(i)).empty());
  }
}

TEST_CASE("an explanation puts the codes that it shows into words, and no others", "[cli]") {
  using Catch::Contains;
  const Explained pith(text::Language::english);
  CHECK_THAT(pith.out, Contains("  nov  words that the question does not have\n"));
  CHECK_THAT(pith.out, !Contains("in context"));
  CHECK_THAT(pith.out, Contains("“不要” denies what follows\n"));
  const Explained chinese(text::Language::chinese);
  CHECK_THAT(chinese.out, Contains("  nov  题目里没有的新词\n"));
  CHECK_THAT(chinese.out, Contains("“不要” 否定后面的\n"));
}
