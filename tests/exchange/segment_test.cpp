#include "exchange/sync/segment.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "history/fixture.h"

using namespace pith;
using namespace pith::history;
using exchange::read_segment;
using exchange::segment_head;
using exchange::segment_line;
using test::answer_to;
using test::asked;
using test::on_day;

namespace {

Uuid id(std::uint8_t number) {
  Uuid made;
  made.bytes[15] = number;
  return made;
}

Event event(std::uint8_t number, Body body) {
  return {{id(number), id(100), number, on_day(number, std::chrono::minutes{480}), 2},
          std::move(body)};
}

Answer full_answer() {
  auto answer = answer_to("moat", {asked("a"), asked("b", memory::Rating::again, 0.3)});
  answer.session = id(7);
  answer.mode = Mode::exam;
  answer.hints = 2;
  answer.seconds = 12.345678901234567;
  answer.time_over = true;
  answer.versions = {"1", "e5", "judge"};
  answer.text = "两行\n第二行 \"引号\" \\";
  answer.points[0].credit = 0.1 + 0.2;
  answer.points[0].evidence = grading::Span{3, 9};
  return answer;
}

/// One of each kind.
std::vector<Event> one_of_each() {
  const ItemId item{"startup", "moat"};
  ParametersChanged changed;
  changed.values[3] = 1.0 / 3;
  changed.first_day = on_day(1).day;
  changed.reviews = 1'000'000'000'000;
  return {event(1, full_answer()),
          event(2, Retraction{id(1)}),
          event(3, Alias{{"startup", "moat", ""}, {"startup", "wall", ""}}),
          event(4, Wording{item, "a", "算法", Effect::reject, id(1)}),
          event(5, changed),
          event(6, Suspension{item, "a", false}),
          event(7, Bury{item, on_day(9).day}),
          event(8, Reset{item, ""}),
          event(9, Reschedule{item, on_day(3).day}),
          event(10, Redaction{id(1)})};
}

/// A line of a segment that says this.
std::string sealed(const std::string& json) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : json) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  }
  return fmt::format("{:016x} {}\n", hash, json);
}

struct Found {
  std::vector<Event> events;
  std::vector<Content> contents;
  std::optional<exchange::SegmentState> state;
};

Found read(const std::string& bytes) {
  Found found;
  found.state = read_segment(bytes, {[&](Event it) { found.events.push_back(std::move(it)); },
                                     [&](Content it) { found.contents.push_back(std::move(it)); }});
  return found;
}

std::string segment() {
  auto bytes = segment_head(id(100));
  bytes += segment_line(Content{"hash", "问题", {{"a", "原创算法"}, {"b", ""}}});
  for (const auto& each : one_of_each()) {
    bytes += segment_line(each);
  }
  return bytes;
}

}  // namespace

TEST_CASE("every kind of event comes back from a segment as it went in", "[sync]") {
  const auto events = one_of_each();
  REQUIRE(events.size() == std::variant_size_v<Body>);
  const auto found = read(segment());

  REQUIRE(found.state);
  CHECK(found.state->sound());
  CHECK(found.state->device == id(100));
  REQUIRE(found.contents.size() == 1);
  CHECK(found.contents[0].points[0].wording == "原创算法");
  REQUIRE(found.events.size() == events.size());
  for (std::size_t i = 0; i < events.size(); ++i) {
    // The line holds every field, with every bit of the numbers.
    CHECK(segment_line(found.events[i]) == segment_line(events[i]));
  }
  const auto& answer = std::get<Answer>(found.events[0].body);
  CHECK(answer.points == std::get<Answer>(events[0].body).points);
  CHECK(answer.text == full_answer().text);
  CHECK(found.events[0].stamp.when.day == events[0].stamp.when.day);
}

TEST_CASE("any bytes will do, and nothing that was damaged is taken", "[sync]") {
  const auto good = segment();
  const auto all = read(good).events.size();
  rc::prop("a byte that changed costs one line", [&] {
    auto bad = good;
    const auto at = *rc::gen::inRange<std::size_t>(segment_head(id(100)).size(), bad.size());
    bad[at] = static_cast<char>(bad[at] ^ *rc::gen::inRange(1, 256));
    const auto found = read(bad);
    RC_ASSERT(found.state);
    RC_ASSERT(!found.state->sound());
    RC_ASSERT(found.events.size() + 2 >= all);
  });
  rc::prop("a part of it gives a part of the events", [&] {
    const auto size = *rc::gen::inRange<std::size_t>(0, good.size());
    const auto found = read(good.substr(0, size));
    RC_ASSERT(found.events.size() <= all);
  });
  rc::prop("noise is no segment",
           [] { RC_ASSERT(!read(*rc::gen::arbitrary<std::string>()).state); });
}

TEST_CASE("a first line that is damaged or missing costs itself", "[sync]") {
  const auto good = segment();
  const auto head = segment_head(id(100)).size();
  auto flipped = good;
  flipped[4] = static_cast<char>(flipped[4] ^ 1);
  for (const auto& bad : {flipped, good.substr(head), good.substr(head / 2), "noise\n" + good}) {
    const auto found = read(bad);
    REQUIRE(found.state);
    CHECK(found.state->spoilt());
    CHECK(found.events.size() == one_of_each().size());
    CHECK(found.contents.size() == 1);
  }
}

TEST_CASE("a segment of a newer version is named as one, and left alone", "[sync]") {
  const auto line = segment_line(event(1, answer_to("moat", {asked("a")})));
  const auto head =
      sealed(fmt::format(R"({{"device":"{}","kind":"segment","version":2}})", to_string(id(100))));
  const auto found = read(head + line);
  REQUIRE(found.state);
  CHECK(found.state->newer == 1);
  CHECK(found.events.empty());
}

TEST_CASE("fields that are missing or out of range make a line damaged", "[sync]") {
  const auto [from, to] = GENERATE(table<std::string, std::string>({
      {"\"credit\":1.0", "\"credit\":1.5"},
      {"\"credit\":1.0", "\"credit\":null"},
      {"\"rating\":3", "\"rating\":5"},
      {"\"rating\":3", "\"rating\":\"3\""},
      {"\"weight\":1.0", "\"weight\":0"},
      {"\"weight\":1.0", "\"weight\":-1"},
      {"\"verdict\":\"hit\"", "\"verdict\":\"won\""},
      {"\"mode\":\"review\"", "\"mode\":\"\""},
      {"\"scheduled\":true", "\"scheduled\":1"},
      {"\"points\":[", "\"pints\":["},
      {"\"sequence\":1", "\"sequence\":-1"},
      {"\"day\":", "\"day\":18446744073709551615,\"x\":"},
      {"\"day\":", "\"day\":1e300,\"x\":"},
      {"\"id\":\"0", "\"id\":\"x"},
  }));
  CAPTURE(from, to);
  auto line = segment_line(event(1, answer_to("moat", {asked("a")}))).substr(17);
  const auto at = line.find(from);
  REQUIRE(at != std::string::npos);
  line.replace(at, from.size(), to);
  line.pop_back();
  const auto found = read(segment_head(id(100)) + sealed(line));
  REQUIRE(found.state);
  CHECK(found.state->damaged == 1);
  CHECK(found.events.empty());
}

TEST_CASE("a line that nests without end is damage", "[sync]") {
  constexpr std::size_t kDeep = 100'000;
  auto line = segment_line(event(1, answer_to("moat", {asked("a")}))).substr(17);
  line.pop_back();
  const auto known = read(segment_head(id(100)) + sealed(line));
  REQUIRE(known.state);
  CHECK(known.state->damaged == 0);
  line.back() = ',';
  const auto found =
      read(segment_head(id(100)) +
           sealed(line + "\"more\":" + std::string(kDeep, '[') + std::string(kDeep, ']') + "}"));
  REQUIRE(found.state);
  CHECK(found.state->damaged == 1);
  CHECK(found.events.empty());
}

TEST_CASE("the last moment of a clock ahead of UTC comes back", "[sync]") {
  auto latest = event(1, answer_to("moat", {asked("a")}));
  latest.stamp.when = {memory::kLatestInstant, std::chrono::minutes{840},
                       memory::study_day(memory::kLatestInstant, std::chrono::minutes{840})};
  CHECK(read(segment_head(id(100)) + segment_line(latest)).events.size() == 1);
}

TEST_CASE("a retraction of itself is what no pith writes", "[sync]") {
  const auto found = read(segment_head(id(100)) + segment_line(event(2, Retraction{id(2)})) +
                          segment_line(event(3, Retraction{id(2)})));
  REQUIRE(found.state);
  CHECK(found.state->damaged == 1);
  CHECK(found.events.size() == 1);
}
