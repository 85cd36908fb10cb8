// Writes a made-up history and its decks, to try statistics and everything else on years of study.
//   generate_history FOLDER [POINT ANSWERS] [SEED]
// Then: pith stats --db FOLDER/pith.db --decks FOLDER/decks --now 2026-12-01T12:00:00Z
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "history/store.h"
#include "support/generated_history.h"

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: generate_history FOLDER [POINT ANSWERS] [SEED]\n");
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  pith::test::GeneratedOptions options;
  if (argc > 2) {
    options.point_answers = std::strtoull(argv[2], nullptr, 10);
  }
  if (argc > 3) {
    options.seed = static_cast<std::uint32_t>(std::strtoul(argv[3], nullptr, 10));
  }
  const auto made = pith::test::generated_history(options);
  std::filesystem::create_directories(folder / "decks");
  for (const auto& [id, yaml] : made.decks) {
    std::ofstream(folder / "decks" / (id + ".yaml")) << yaml;
  }
  pith::history::History history(folder / "pith.db");
  fmt::print("{} events, {} of them new\n", made.events.size(),
             history.merge(made.events, made.contents));
}
