#include "exchange/html/html_text.h"

#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "exchange/html/nesting.h"
#include "support/text_generators.h"
#include "text/utf8.h"

using namespace pith;
using exchange::html_to_text;
using exchange::may_nest_beyond;
using exchange::remark_on_loss;
using exchange::text_to_html;

TEST_CASE("HTML becomes text in which lists, emphasis, code and math stay readable", "[exchange]") {
  const auto [html, text] = GENERATE(table<std::string, std::string>({
      {"plain", "plain"},
      {"a<br>b<br/>c", "a\nb\nc"},
      {"<div>a</div><div>b</div>", "a\nb"},
      {"<p>a</p><p>b</p>", "a\n\nb"},
      {"a &lt;b&gt; &amp; c&nbsp;d", "a <b> & c d"},
      {"<b>bold</b> and <em>thin</em>, <b> spaced </b>end", "**bold** and *thin*, **spaced** end"},
      {"<b></b>x<b><br></b>", "x"},
      {"<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n  - c"},
      {"<ol><li>a</li><li>b</li></ol>after", "1. a\n2. b\nafter"},
      {"H<sub>2</sub>O, x<sup>n</sup>, m<sup>2</sup>", "H₂O, x^{n}, m²"},
      {"<pre>int  x;\n  y</pre>", "```\nint  x;\n  y\n```"},
      {"<pre><code class=\"language-cpp\">int x;</code></pre>", "```cpp\nint x;\n```"},
      {"a<br><pre>x</pre>b", "a\n```\nx\n```\nb"},
      {"call <code>f&lt;int&gt;()</code>", "call `f<int>()`"},
      {"\\(x^2\\) and <anki-mathjax block=\"true\">\\frac{1}{2}</anki-mathjax>",
       "\\(x^2\\) and \\[\\frac{1}{2}\\]"},
      {"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "a | b\nc | d"},
      {"<img src=\"a b.png\">", "![](m/a b.png)"},
      {"<a href=\"https://x.org\">site</a> <a href=\"javascript:x\">bad</a>",
       "[site](https://x.org) bad"},
      {"<ruby>茶<rt>chá</rt></ruby>", "茶(chá)"},
      {"a<style>b{}</style><!-- c -->d", "ad"},
      {"{{c1::<b>tea</b>::hint}}", "{{c1::**tea**::hint}}"},
      {"unclosed <b>bold", "unclosed **bold**"},
      {"[sound:a.mp3]", "[sound:a.mp3]"},
  }));
  CAPTURE(html);
  CHECK(html_to_text(html, "m").text == text);
  CHECK_FALSE(html_to_text(html, "m").lost_markup);
}

TEST_CASE("scripts and frames are dropped, and told of", "[exchange]") {
  const auto result = html_to_text("a<script>alert(1)</script><iframe src=x></iframe>b");
  CHECK(result.text == "ab");
  CHECK(result.lost_markup);
}

TEST_CASE("markup beyond reason ends as text", "[exchange]") {
  std::string deep;
  for (int i = 0; i < 19'000; ++i) {
    deep += "<div>";
  }
  CHECK(html_to_text(deep + "x").lost_markup);
  CHECK(html_to_text(std::string(30'000, '<')).lost_markup);
}

TEST_CASE("markup beyond reason is not said to be scripts or frames", "[exchange]") {
  std::string divs;
  for (int i = 0; i < 300; ++i) {
    divs += "<div>";
  }
  const auto said = [](const std::string& html) {
    return std::string(remark_on_loss(html_to_text(html)));
  };
  CHECK_THAT(said(divs + "x"), Catch::StartsWith("markup nested"));
  CHECK_THAT(said(divs + divs + "x"), Catch::StartsWith("markup nested"));
  CHECK_THAT(said(std::string(30'000, '<')), Catch::StartsWith("markup nested"));
  CHECK(said("<script>x</script>") == "scripts or frames were dropped");
}

TEST_CASE("how deep markup nests is told before it is parsed", "[exchange]") {
  const auto times = [](int n, const std::string& html) {
    std::string all;
    for (int i = 0; i < n; ++i) {
      all += html;
    }
    return all;
  };
  const auto flat =
      GENERATE(as<std::string>{}, "<div>a</div>", "<p>a", "<li>a", "a<br>", "<B>a</b>",
               "<a href='x>y'>z</a>", "<!-- x --><i>a</i>", "<table><tr><td>a<td>b</table>",
               "<img src=\"a>b\"><hr/>", "<ruby>a<rt>b</rt></ruby>");
  CAPTURE(flat);
  CHECK_FALSE(may_nest_beyond(10, times(100, flat)));
  const auto deep = GENERATE(
      as<std::string>{}, "<div>", "<b>", "<div></x>", "<div><!--</div>-->", "<div a='</div>'>",
      "<div a = \"'></div>\">", "<div a=\"'\" b='>' c='</div>'>", "<table></div><div></table>",
      "<dd><li>", "<svg><td>", "<select></div><div></select>", "<style></div></style><div>",
      "<div><![CDATA[</div>]]>", "<div><!--></div>-->");
  CAPTURE(deep);
  CHECK(may_nest_beyond(10, times(100, deep)));
}

TEST_CASE("light Markdown goes to HTML and comes back", "[exchange]") {
  const auto text =
      GENERATE(as<std::string>{}, "plain", "a\nb\n\nc", "**bold:** and *thin*", "- a\n- b\n  - c",
               "`f<int>(&x)` a < b & c \"q\"", "```\nint  x;\n  y\n```", "![](a.png) b",
               "2*3*4 ** 5", "$x^{2}$ \\(y\\)", "a\n\n```c++ x\nint  y;\n```\n\nb",
               "a\n```\n\ny\n```\nb", "```\nx\n```\n\n```\ny\n```", "a\n\n\n```\nx\n```");
  CAPTURE(text, text_to_html(text));
  CHECK(html_to_text(text_to_html(text)).text == text);
}

TEST_CASE("no text reaches HTML unescaped", "[exchange]") {
  CHECK(text_to_html("<script>`<b>`**<i>**") ==
        "&lt;script&gt;<code>&lt;b&gt;</code><b>&lt;i&gt;</b>");
  rc::prop("any text goes both ways without harm", [] {
    const auto text = *test::gen_text();
    const auto html = text_to_html(text);
    RC_ASSERT(html.find("<script") == std::string::npos);
    RC_ASSERT(!text::find_invalid_utf8(html_to_text(text).text));
    RC_ASSERT(!text::find_invalid_utf8(html_to_text(html).text));
  });
}
