#include "cli/decks/source_lines.h"

#include <fstream>
#include <utility>
#include <vector>

namespace pith::cli {

void add_source_lines(deck::Diagnostics& diagnostics, const std::string& file) {
  std::ifstream stream(file);
  std::vector<std::string> lines;
  for (std::string line; !diagnostics.empty() && std::getline(stream, line);) {
    lines.push_back(std::move(line));
  }
  for (auto& diagnostic : diagnostics) {
    if (diagnostic.at.line > 0 && diagnostic.at.line <= lines.size()) {
      diagnostic.source_line = lines[diagnostic.at.line - 1];
    }
  }
}

}  // namespace pith::cli
