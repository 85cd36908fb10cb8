// HTML of a card's field as light Markdown, and back.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pith::exchange {

struct HtmlText {
  std::string text;                 ///< Lists, emphasis, code and math stay readable.
  std::vector<std::string> images;  ///< Names of the pictures in it, in order.
  bool nameless_image = false;      ///< A picture that says no name was dropped.
  bool lost_markup = false;         ///< Scripts, frames and the like were dropped, or:
  bool beyond_reason = false;       ///< It was nested or crowded beyond reason.
};

/// The text of a fragment of HTML; any bytes of valid UTF-8 will do. Pictures become `![](folder/
/// name)`. Markup nested or crowded beyond reason is taken as plain text, and told of.
[[nodiscard]] HtmlText html_to_text(std::string_view html, std::string_view image_folder = {});

/// Whether a fragment shows a picture that says no name, and nothing else.
[[nodiscard]] bool is_nameless_picture(std::string_view html);

/// What to say of one that lost markup.
[[nodiscard]] std::string_view remark_on_loss(const HtmlText& converted);

/// Whether a text that nobody declared to be HTML is meant as such: it has tags or entities that
/// only editors write.
[[nodiscard]] bool looks_like_html(std::string_view text);

/// Whether the source of a picture is no file beside the text: an address, or the picture itself.
[[nodiscard]] bool is_address(std::string_view source);

/// Where the path in `![…](path)` begins and ends.
struct PicturePath {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The path of the picture that light Markdown shows at `at`, on one line; empty if it shows none.
[[nodiscard]] std::optional<PicturePath> picture_at(std::string_view markdown, std::size_t at);

/// The text with `<`, `>`, `&` and quotes as entities.
[[nodiscard]] std::string escape_html(std::string_view text);

/// Light Markdown as HTML: emphasis, code, code blocks, pictures and line breaks; all else is
/// escaped.
[[nodiscard]] std::string text_to_html(std::string_view markdown);

}  // namespace pith::exchange
