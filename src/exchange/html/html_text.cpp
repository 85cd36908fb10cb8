#include "exchange/html/html_text.h"

#include <algorithm>
#include <array>
#include <memory>

#include <fmt/format.h>
#include <gumbo.h>

#include "base/trim.h"
#include "exchange/html/flowing_text.h"
#include "exchange/html/nesting.h"
#include "exchange/html/script_digits.h"

namespace pith::exchange {
namespace {

constexpr std::size_t kMostTags = 20'000;  // of one field; gumbo's own recursion is as deep
constexpr std::size_t kMostOpen = 500;     // gumbo goes through all that are open at each tag
constexpr int kDeepestElement = 200;       // elements within each other that are told apart

/// Walks the tree of a fragment and writes its text.
class Converter {
 public:
  Converter(HtmlText& result, std::string_view image_folder)
      : result_(result), image_folder_(image_folder) {}

  void children(const GumboNode& node, int depth) {
    const auto& list = node.v.element.children;
    for (unsigned i = 0; i < list.length; ++i) {
      add(*static_cast<const GumboNode*>(list.data[i]), depth + 1);
    }
  }
  [[nodiscard]] std::string take() { return out_.take(); }

 private:
  void add(const GumboNode& node, int depth);
  void element(const GumboNode& node, int depth);
  void inline_element(const GumboNode& node, int depth);
  void text(std::string_view text);
  void wrapped(const GumboNode& node, int depth, std::string_view mark);
  void list(const GumboNode& node, int depth);
  void list_entry(const GumboNode& node, int depth);
  void cell(const GumboNode& node, int depth);
  void preformatted(const GumboNode& node, int depth);
  void image(const GumboNode& node);
  void link(const GumboNode& node, int depth);
  void math(const GumboNode& node, int depth);
  [[nodiscard]] std::string inner(const GumboNode& node, int depth, bool verbatim = false);

  HtmlText& result_;
  std::string_view image_folder_;
  FlowingText out_;
  bool verbatim_ = false;   // in <pre>
  std::vector<int> lists_;  // of each list that is open: entries so far; -1 if not numbered
};

std::string_view attribute(const GumboNode& node, const char* name) {
  const auto* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

void Converter::add(const GumboNode& node, int depth) {
  switch (node.type) {
    case GUMBO_NODE_ELEMENT:
      if (depth < kDeepestElement) {
        element(node, depth);
      } else {
        result_.lost_markup = true;
        result_.beyond_reason = true;
      }
      break;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
      text(node.v.text.text);
      break;
    case GUMBO_NODE_DOCUMENT:
    case GUMBO_NODE_COMMENT:
    case GUMBO_NODE_TEMPLATE:
      break;
  }
}

/// Whether an element's content is no text to read.
bool is_unread(GumboTag tag) {
  constexpr std::array kUnread = {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_IFRAME,
                                  GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED, GUMBO_TAG_SVG};
  return std::ranges::find(kUnread, tag) != kUnread.end();
}

/// Whether an element stands in lines of its own.
bool is_block(GumboTag tag) {
  constexpr std::array kBlocks = {GUMBO_TAG_DIV, GUMBO_TAG_TR, GUMBO_TAG_HR, GUMBO_TAG_BLOCKQUOTE,
                                  GUMBO_TAG_DT,  GUMBO_TAG_DD, GUMBO_TAG_H1, GUMBO_TAG_H2,
                                  GUMBO_TAG_H3,  GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6};
  return std::ranges::find(kBlocks, tag) != kBlocks.end();
}

void Converter::element(const GumboNode& node, int depth) {
  const auto tag = node.v.element.tag;
  if (is_unread(tag)) {
    result_.lost_markup = result_.lost_markup || tag != GUMBO_TAG_STYLE;
    return;
  }
  if (is_block(tag)) {
    out_.end_line();
    children(node, depth);
    return out_.end_line();
  }
  switch (static_cast<int>(tag)) {
    case GUMBO_TAG_P:
      out_.end_paragraph();
      children(node, depth);
      return out_.end_paragraph();
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
      return list(node, depth);
    case GUMBO_TAG_LI:
      return list_entry(node, depth);
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
      return cell(node, depth);
    case GUMBO_TAG_PRE:
      return preformatted(node, depth);
    case GUMBO_TAG_BR:
      return out_.piece("\n");
    default:
      return inline_element(node, depth);
  }
}

void Converter::inline_element(const GumboNode& node, int depth) {
  const auto name =
      std::string_view(node.v.element.original_tag.data, node.v.element.original_tag.length);
  switch (static_cast<int>(node.v.element.tag)) {
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG:
      return wrapped(node, depth, "**");
    case GUMBO_TAG_I:
    case GUMBO_TAG_EM:
      return wrapped(node, depth, "*");
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_KBD:
      return verbatim_ ? children(node, depth) : wrapped(node, depth, "`");
    case GUMBO_TAG_SUB:
      return out_.piece(script_digits(inner(node, depth), "_"));
    case GUMBO_TAG_SUP:
      return out_.piece(script_digits(inner(node, depth), "^"));
    case GUMBO_TAG_IMG:
      return image(node);
    case GUMBO_TAG_A:
      return link(node, depth);
    case GUMBO_TAG_RT:
      return out_.piece(fmt::format("({})", inner(node, depth)));
    default:
      return name.starts_with("<anki-mathjax") ? math(node, depth) : children(node, depth);
  }
}

void Converter::list(const GumboNode& node, int depth) {
  out_.end_line();
  lists_.push_back(node.v.element.tag == GUMBO_TAG_OL ? 0 : -1);
  children(node, depth);
  lists_.pop_back();
  out_.end_line();
}

void Converter::cell(const GumboNode& node, int depth) {
  if (!out_.at_line_start()) {
    out_.piece(" | ");
  }
  out_.piece(inner(node, depth));
}

void Converter::text(std::string_view text) {
  verbatim_ ? out_.verbatim(text) : out_.words(text);
}

std::string Converter::inner(const GumboNode& node, int depth, bool verbatim) {
  Converter converter(result_, image_folder_);
  converter.verbatim_ = verbatim;
  converter.children(node, depth);
  return converter.take();
}

/// The words of a node that is plain text; none of any other.
std::string_view plain_words(const GumboVector& nodes, unsigned place) {
  const auto& node = *static_cast<const GumboNode*>(nodes.data[place]);
  return node.type == GUMBO_NODE_TEXT ? std::string_view(node.v.text.text) : std::string_view();
}

/// Emphasis or code around the text of an element; none where it would have to span lines.
void Converter::wrapped(const GumboNode& node, int depth, std::string_view mark) {
  const auto content = inner(node, depth);
  const bool spans = content.find('\n') != std::string::npos;
  const bool marked = content.find(mark) != std::string::npos;
  const auto& list = node.v.element.children;
  if (list.length > 0 && plain_words(list, 0).starts_with(' ')) {
    out_.space();
  }
  if (content.empty()) {
    return;
  }
  out_.piece(spans || marked ? content : fmt::format("{}{}{}", mark, content, mark));
  const auto last = list.length == 0 ? std::string_view() : plain_words(list, list.length - 1);
  if (last.ends_with(' ') || last.ends_with("\xC2\xA0")) {
    out_.space();
  }
}

void Converter::list_entry(const GumboNode& node, int depth) {
  out_.end_line();
  const auto level = lists_.empty() ? 0 : lists_.size() - 1;
  out_.piece(std::string(2 * level, ' '));
  const bool numbered = !lists_.empty() && lists_.back() >= 0;
  out_.piece(numbered ? fmt::format("{}. ", ++lists_.back()) : "- ");
  children(node, depth);
  out_.end_line();
}

/// The language that a block of code, or the <code> alone in it, is marked with.
std::string_view language_of(const GumboNode& pre) {
  constexpr std::string_view kPrefix = "language-";
  const auto& children = pre.v.element.children;
  const auto* first = children.length > 0 ? static_cast<const GumboNode*>(children.data[0]) : &pre;
  const bool code = first->type == GUMBO_NODE_ELEMENT && first->v.element.tag == GUMBO_TAG_CODE;
  for (const auto* node : {&pre, code ? first : &pre}) {
    const auto name = attribute(*node, "class");
    if (name.starts_with(kPrefix) && name.find_first_of("`\n") == std::string_view::npos) {
      return name.substr(kPrefix.size());
    }
  }
  return {};
}

void Converter::preformatted(const GumboNode& node, int depth) {
  const auto content = inner(node, depth, true);
  out_.end_line();
  out_.piece(fmt::format("```{}\n{}\n```\n", language_of(node), content));
}

void Converter::image(const GumboNode& node) {
  const auto source = std::string(attribute(node, "src"));
  if (source.empty()) {
    result_.nameless_image = true;
    return;
  }
  result_.images.push_back(source);
  const bool here = image_folder_.empty() || is_address(source);
  const auto shown = source.starts_with("data:") ? std::string("data") : source;
  out_.piece(here ? fmt::format("![]({})", shown)
                  : fmt::format("![]({}/{})", image_folder_, shown));
}

void Converter::link(const GumboNode& node, int depth) {
  const auto content = inner(node, depth);
  const auto target = attribute(node, "href");
  const bool web = target.starts_with("http://") || target.starts_with("https://");
  out_.piece(web && content != target ? fmt::format("[{}]({})", content, target) : content);
}

void Converter::math(const GumboNode& node, int depth) {
  const bool block = attribute(node, "block") == "true";
  const auto content = inner(node, depth, true);
  out_.piece(block ? fmt::format("\\[{}\\]", content) : fmt::format("\\({}\\)", content));
}

struct DestroyOutput {
  void operator()(GumboOutput* output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};

}  // namespace

HtmlText html_to_text(std::string_view html, std::string_view image_folder) {
  HtmlText result;
  if (html.find_first_of("<&") == std::string_view::npos && html.find('\n') == html.npos &&
      html.find("  ") == html.npos && html.find("\xC2\xA0") == html.npos) {
    result.text = html;  // nothing that HTML would change
    return result;
  }
  if (static_cast<std::size_t>(std::ranges::count(html, '<')) > kMostTags ||
      may_nest_beyond(kMostOpen, html)) {
    result.text = html;
    result.lost_markup = true;
    result.beyond_reason = true;
    return result;
  }
  const std::unique_ptr<GumboOutput, DestroyOutput> output(
      gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()));
  Converter converter(result, image_folder);
  converter.children(*output->root, 0);
  result.text = converter.take();
  return result;
}

bool is_nameless_picture(std::string_view html) {
  const auto shown = html_to_text(html);
  return shown.nameless_image && base::trimmed(shown.text).empty();
}

std::string_view remark_on_loss(const HtmlText& converted) {
  return converted.beyond_reason
             ? "markup nested or crowded beyond reason was dropped, or taken as typed"
             : "scripts or frames were dropped";
}

bool looks_like_html(std::string_view text) {
  static constexpr std::array<std::string_view, 12> kMarks = {"<br>",   "<br/>", "<br />", "<div>",
                                                              "</div>", "<img ", "&nbsp;", "</b>",
                                                              "</li>",  "</p>",  "&lt;",   "&amp;"};
  return std::ranges::any_of(
      kMarks, [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

}  // namespace pith::exchange
