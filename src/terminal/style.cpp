#include "terminal/style.h"

#include <algorithm>
#include <array>
#include <utility>

#include "grading/verdict.h"
#include "grading/verdict_word.h"
#include "text/catalogue.h"
#include "text/display.h"
#include "text/own_marks.h"

namespace pith::terminal {
namespace {

constexpr std::array<std::string_view, kRoles> kRoleNames = {
    "plain",        "evidence", "hit",     "partial", "missed",
    "contradicted", "dim",      "heading", "error",   "prompt"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kAttributes = {
    {{"bold", "1"}, {"dim", "2"}, {"italic", "3"}, {"underline", "4"}, {"reverse", "7"}}};

constexpr std::array<std::string_view, 8> kColours = {"black", "red",     "green", "yellow",
                                                      "blue",  "magenta", "cyan",  "white"};

std::optional<std::string> parameter(std::string_view word) {
  for (const auto& [name, code] : kAttributes) {
    if (word == name) {
      return std::string(code);
    }
  }
  constexpr std::string_view kBright = "bright-";
  const bool bright = word.starts_with(kBright);
  const auto* const colour =
      std::find(kColours.begin(), kColours.end(), bright ? word.substr(kBright.size()) : word);
  if (colour == kColours.end()) {
    return std::nullopt;
  }
  return std::to_string((bright ? 90 : 30) + (colour - kColours.begin()));
}

}  // namespace

std::array<Role, kRoles> all_roles() {
  std::array<Role, kRoles> roles{};
  for (std::size_t i = 0; i < kRoles; ++i) {
    roles.at(i) = static_cast<Role>(i);
  }
  return roles;
}

std::string_view name_of(Role role) {
  return kRoleNames.at(static_cast<std::size_t>(role));
}

std::size_t word_cells(const text::Messages& tr) {
  std::size_t widest = 0;
  for (const auto verdict : grading::kVerdicts) {
    widest = std::max(widest, text::display_width(tr(grading::word_for(verdict))));
  }
  return widest;
}

Role role_of(grading::Verdict verdict) {
  switch (verdict) {
    case grading::Verdict::hit:
      return Role::hit;
    case grading::Verdict::partial:
      return Role::partial;
    case grading::Verdict::missed:
      return Role::missed;
    case grading::Verdict::contradicted:
      return Role::contradicted;
  }
  return Role::plain;
}

Theme default_theme() {
  Theme theme;
  const auto set = [&](Role role, std::string_view sgr) {
    theme.sgr.at(static_cast<std::size_t>(role)) = sgr;
  };
  set(Role::evidence, "4");
  set(Role::hit, "32");
  set(Role::partial, "33");
  set(Role::missed, "31");
  set(Role::contradicted, "35");
  set(Role::dim, "2");
  set(Role::heading, "1");
  set(Role::error, "1;31");
  set(Role::prompt, "1;36");
  return theme;
}

std::optional<std::string> parse_style(std::string_view words) {
  std::string sgr;
  for (std::size_t at = 0; at < words.size();) {
    const auto end = std::min(words.find(' ', at), words.size());
    const auto word = words.substr(at, end - at);
    at = end + 1;
    if (word.empty() || word == "none") {
      continue;
    }
    const auto code = parameter(word);
    if (!code) {
      return std::nullopt;
    }
    sgr += (sgr.empty() ? "" : ";") + *code;
  }
  return sgr;
}

std::string style_words(std::string_view sgr) {
  std::string words;
  for (std::size_t at = 0; at < sgr.size();) {
    const auto end = std::min(sgr.find(';', at), sgr.size());
    const auto code = sgr.substr(at, end - at);
    at = end + 1;
    std::string word;
    for (const auto& [name, number] : kAttributes) {
      word = code == number ? std::string(name) : word;
    }
    for (const auto name : kColours) {
      for (const auto& each : {std::string(name), "bright-" + std::string(name)}) {
        word = parameter(each) == code ? each : word;
      }
    }
    words += (words.empty() ? "" : " ") + word;
  }
  return words.empty() ? "none" : words;
}

Style::Style(bool colour, bool unicode, Theme theme, text::Messages tr)
    : colour_(colour), unicode_(unicode), theme_(std::move(theme)), tr_(tr) {}

std::string Style::begin(Role role) const {
  const auto& sgr = theme_.sgr.at(static_cast<std::size_t>(role));
  return colour_ && !sgr.empty() ? "\x1b[" + sgr + "m" : std::string();
}

std::string_view Style::reset() const {
  return colour_ ? "\x1b[0m" : "";
}

std::string Style::paint(Role role, std::string_view text) const {
  const auto start = begin(role);
  if (start.empty() || text.empty()) {
    return std::string(text);
  }
  return start + std::string(text) + std::string(reset());
}

std::string_view Style::glyph(grading::Verdict verdict) const {
  switch (verdict) {
    case grading::Verdict::hit:
      return unicode_ ? "✓" : "+";
    case grading::Verdict::partial:
      return unicode_ ? "◐" : "~";
    case grading::Verdict::missed:
      return unicode_ ? "✗" : "-";
    case grading::Verdict::contradicted:
      return unicode_ ? "⇄" : "!";
  }
  return " ";
}

std::string Style::bar(double share, std::size_t width) const {
  return text::bar(share, width, unicode_);
}

std::string Style::own(std::string words) const {
  return unicode_ ? words : text::ascii_marks(std::move(words));
}

std::string Style::quoting(std::string format, const std::vector<std::string>& texts) const {
  return text::filled(own(std::move(format)), texts);
}

}  // namespace pith::terminal
