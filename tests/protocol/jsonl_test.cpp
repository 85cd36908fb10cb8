// The protocol's face of a session, while others write the same history.
#include "protocol/jsonl.h"

#include <functional>
#include <istream>
#include <sstream>
#include <streambuf>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "session/five_items.h"

using pith::test::answers;
using pith::test::kDeck;
using pith::test::Scene;

namespace {

/// Lines of a client, each made when it is read.
class Client : public std::streambuf {
 public:
  explicit Client(std::vector<std::function<std::string()>> lines) : lines_(std::move(lines)) {}

 protected:
  int_type underflow() override {
    if (next_ == lines_.size()) {
      return traits_type::eof();
    }
    line_ = lines_[next_++]() + "\n";
    setg(line_.data(), line_.data(), line_.data() + line_.size());
    return traits_type::to_int_type(line_.front());
  }

 private:
  std::vector<std::function<std::string()>> lines_;
  std::size_t next_ = 0;
  std::string line_;
};

}  // namespace

TEST_CASE("a result that was taken back elsewhere cannot be overruled; the session goes on",
          "[protocol]") {
  Scene scene(kDeck);
  auto session = scene.review();
  const auto override = [&] {
    scene.history().undo(scene.now());
    return std::string(R"({"type":"override","point":"alpha","verdict":"hit"})");
  };
  const auto answer = [] { return std::string(R"({"type":"answer","answer":"gamma"})"); };
  Client client({answer, override, answer});
  std::istream in(&client);
  std::ostringstream out;

  pith::protocol::run_jsonl(session, in, out, {});

  CHECK_THAT(out.str(), Catch::Contains(R"("code":"no-result")"));
  CHECK_THAT(out.str(), Catch::Contains(R"("type":"summary")"));
  CHECK(answers(scene) == 1);
}

TEST_CASE("while the session is paused no answer is one; it is taken when it goes on",
          "[protocol]") {
  Scene scene(kDeck);
  auto session = scene.review();
  std::istringstream in(R"({"type":"pause"}
{"type":"answer","answer":"gamma"}
{"type":"resume"}
{"type":"answer","answer":"gamma"}
)");
  std::ostringstream out;

  pith::protocol::run_jsonl(session, in, out, {});

  CHECK_THAT(out.str(), Catch::Contains(R"("code":"bad-answer")"));
  CHECK(answers(scene) == 1);
}
