// The texts of `pith help TOPIC` and of the man pages: light Markdown in src/cli/help.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/messages.h"

namespace pith::cli {

struct Topic {
  std::string_view name;
  std::string_view about;  ///< To be translated.
};

[[nodiscard]] std::span<const Topic> topics();

/// The text of a topic in the language of `tr`.
[[nodiscard]] std::string_view topic_text(std::string_view name, const text::Messages& tr);

struct Block {
  enum class Kind : std::uint8_t { title, heading, paragraph, bullet, code };
  Kind kind = Kind::paragraph;
  std::string text;  ///< With its backquotes; of code as it stands, with line breaks.
};

/// `# title`, `## heading`, `- bullet`, fenced code, and paragraphs of one line each.
[[nodiscard]] std::vector<Block> blocks_of(std::string_view markdown);

/// For a window so many columns wide: wrapped, but code as it stands.
[[nodiscard]] std::string to_text(std::span<const Block> blocks, std::size_t columns);

/// For man(7); a title is left to the caller.
[[nodiscard]] std::string to_roff(std::span<const Block> blocks);

/// Text for man(7): backslashes, hyphens and leading dots are what they look like.
[[nodiscard]] std::string roff_escaped(std::string_view text);

}  // namespace pith::cli
