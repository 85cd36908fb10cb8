// What a learner can do with a folder that several devices share.
#include <filesystem>
#include <fstream>
#include <string>

#include <catch2/catch.hpp>

#include "cli/kept_history.h"

namespace {

namespace fs = std::filesystem;
using pith::test::answers_of;
using pith::test::kMoat;
using pith::test::Learner;
using pith::test::parsed;

std::string due_of(Learner& learner) {
  learner.ask({"list", "--json"}, "");
  return learner.out;
}

}  // namespace

TEST_CASE("two devices that sync through a folder know the same", "[cli]") {
  Learner laptop(kMoat);
  Learner desk(kMoat);
  const auto shared = (laptop.folder() / "shared").string();
  fs::create_directory(shared);
  laptop.ask({"review"}, "own algorithms and patents\nshared vision\n");
  desk.ask({"review"}, "patents\n");

  laptop.ask({"sync", shared, "--json"}, "");
  CHECK(parsed(laptop.out).at("sent") == 2);
  desk.ask({"sync", shared, "--status", "--json"}, "");
  CHECK(parsed(desk.out).at("received") == 2);
  CHECK(parsed(desk.out).at("sent") == 1);
  desk.ask({"sync", shared}, "");
  CHECK(desk.out == "Sent 1 event, received 2 events.\n");
  laptop.ask({"sync", shared}, "");
  CHECK(laptop.out == "Sent 0 events, received 1 event.\n");

  CHECK(answers_of(laptop) == 3);
  CHECK(answers_of(desk) == 3);
  CHECK(due_of(laptop) == due_of(desk));
}

TEST_CASE("a file in the shared folder that is not whole is named", "[cli]") {
  Learner learner(kMoat);
  const auto shared = learner.folder() / "shared";
  fs::create_directory(shared);
  learner.ask({"review"}, "patents\n");
  learner.ask({"sync", shared.string()}, "");
  const auto file = fs::directory_iterator(shared)->path();
  fs::resize_file(file, fs::file_size(file) - 1);

  learner.ask({"sync", shared.string()}, "");
  CHECK(learner.err.find(file.filename().string()) != std::string::npos);
  CHECK(learner.err.find("sync again later") != std::string::npos);
}

TEST_CASE("a damaged file in the shared folder is told from a short one, and may be deleted",
          "[cli]") {
  Learner learner(kMoat);
  Learner other(kMoat);
  const auto shared = learner.folder() / "shared";
  fs::create_directory(shared);
  learner.ask({"review"}, "patents\n");
  learner.ask({"sync", shared.string()}, "");
  const auto file = fs::directory_iterator(shared)->path();
  std::ofstream(file, std::ios::app) << "garbage\n";

  other.ask({"sync", shared.string()}, "");
  CHECK(other.err.find("damaged (the rest was taken); if it stays so, delete it") !=
        std::string::npos);
  CHECK(other.err.find(file.filename().string()) != std::string::npos);
  CHECK(other.err.find("being copied") == std::string::npos);
  other.ask({"sync", shared.string(), "--json"}, "");
  CHECK(parsed(other.out).at("damaged") == parsed(other.out).at("incomplete"));

  fs::remove(file);
  learner.ask({"sync", shared.string()}, "");
  CHECK(learner.out == "Sent 1 event, received 0 events.\n");
  CHECK(learner.err.empty());
  other.ask({"sync", shared.string()}, "");
  CHECK(other.err.empty());
}
