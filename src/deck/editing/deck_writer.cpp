#include "deck/editing/deck_writer.h"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "deck/cloze.h"
#include "deck/editing/yaml_text.h"
#include "deck/identity.h"
#include "deck/language.h"
#include "deck/yaml/traps.h"
#include "text/normalise.h"

namespace pith::deck {
namespace {

constexpr std::size_t kWidest = 100;  // columns of a list on one line

using Texts = std::vector<std::string>;

std::string duration_text(std::chrono::seconds time) {
  const auto count = time.count();
  return count % 60 == 0 ? fmt::format("{}m", count / 60) : fmt::format("{}s", count);
}

/// The settings that most of a deck can share: those of its first item.
Settings shared_settings(const Deck& deck) {
  Settings shared = deck.items.empty() ? Settings{} : deck.items.front().settings;
  const bool all_limited = std::ranges::all_of(
      deck.items, [](const Item& item) { return item.settings.time_limit.has_value(); });
  if (!all_limited) {
    shared.time_limit.reset();
  }
  return shared;
}

/// `key: value` for each setting that differs from `base`.
Texts setting_pairs(const Settings& settings, const Settings& base) {
  Texts pairs;
  if (settings.pass != base.pass) {
    pairs.push_back(fmt::format("pass: {}", settings.pass));
  }
  if (settings.time_limit && settings.time_limit != base.time_limit) {
    pairs.push_back("time_limit: " + duration_text(*settings.time_limit));
  }
  if (settings.desired_retention != base.desired_retention) {
    pairs.push_back(fmt::format("desired_retention: {}", settings.desired_retention));
  }
  if (settings.new_per_day != base.new_per_day) {
    pairs.push_back(fmt::format("new_per_day: {}", settings.new_per_day));
  }
  return pairs;
}

/// Appends lines, each key at the indentation of the block it is in.
class Lines {
 public:
  void key(std::string_view name, std::string_view text) {
    if (!text.empty()) {
      line(fmt::format("{}: {}", name, scalar(text, indent_)));
    }
  }
  void list(std::string_view name, const Texts& texts) {
    if (texts.empty()) {
      return;
    }
    const auto short_form = fmt::format("{}: [{}]", name, flow_entries(texts));
    if (indent_ + short_form.size() <= kWidest) {
      line(short_form);
      return;
    }
    line(fmt::format("{}:", name));
    for (const auto& text : texts) {
      line("  - " + one_line_scalar(text, Context::block));
    }
  }
  void line(std::string_view text) {
    out_.append(dash_ ? indent_ - 2 : indent_, ' ');
    out_ += dash_ ? "- " : "";
    dash_ = false;
    out_ += text;
    out_ += '\n';
  }
  void blank() { out_ += '\n'; }
  /// The next line begins an entry of a list; it and the following stand two columns further in.
  void open_entry(std::size_t indent) {
    indent_ = indent + 2;
    dash_ = true;
  }
  void indent(std::size_t columns) { indent_ = columns; }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_;
  std::size_t indent_ = 0;
  bool dash_ = false;
};

constexpr std::size_t kItemIndent = 2;
constexpr std::size_t kPointIndent = 6;

void write_point(Lines& lines, const Point& point) {
  static constexpr std::array<std::string_view, 8> kKeys = {"point",  "id",     "detail", "accept",
                                                            "reject", "weight", "group",  "was"};
  const bool own_id = point.id != text::identity_of(point.name);
  const bool bare = !own_id && point.accept.empty() && point.reject.empty() &&
                    point.weight == 1.0 && point.group.empty() && point.was.empty();
  lines.open_entry(kPointIndent);
  if (bare && point.detail.empty() && !looks_like_pair(point.name)) {
    lines.line(one_line_scalar(point.name, Context::point));
    return;
  }
  if (bare && can_be_key(point.name) && std::ranges::find(kKeys, point.name) == kKeys.end()) {
    lines.key(one_line_scalar(point.name, Context::point), point.detail);
    return;
  }
  lines.key("point", point.name);
  lines.key("id", own_id ? point.id : "");
  lines.key("detail", point.detail);
  lines.list("accept", point.accept);
  lines.list("reject", point.reject);
  if (point.weight != 1.0) {
    lines.line(fmt::format("weight: {}", point.weight));
  }
  lines.key("group", point.group);
  lines.list("was", point.was);
}

void write_answer(Lines& lines, const Item& item) {
  const auto& point = item.points[0];
  lines.key("question", item.question);
  if (item.kind == Kind::number) {
    lines.line("answer: " + point.name);  // as typed: quotes would make it a text
    if (item.number->tolerance != 0.0) {
      lines.line(fmt::format("tolerance: {}", item.number->tolerance));
    }
    return;
  }
  Texts accepted{point.name};
  accepted.insert(accepted.end(), point.accept.begin(), point.accept.end());
  if (accepted.size() == 1) {
    lines.key("answer", point.name);
  } else {
    lines.list("answer", accepted);
  }
}

void write_choices(Lines& lines, const Item& item) {
  Texts correct;
  Texts wrong;
  for (const auto& choice : item.choices) {
    (choice.correct ? correct : wrong).push_back(choice.text);
  }
  lines.key("question", item.question);
  lines.line("choices:");
  lines.indent(kItemIndent + 4);
  lines.list("correct", correct);
  lines.list("wrong", wrong);
  lines.indent(kItemIndent + 2);
}

void write_question(Lines& lines, const Item& item, bool both_ways) {
  switch (item.kind) {
    case Kind::points:
      lines.key("question", item.question);
      lines.line("points:");
      for (const auto& point : item.points) {
        write_point(lines, point);
      }
      lines.indent(kItemIndent + 2);
      break;
    case Kind::short_answer:
    case Kind::number:
      write_answer(lines, item);
      break;
    case Kind::choices:
      write_choices(lines, item);
      break;
    case Kind::cloze:
      lines.key("cloze", written(item));
      break;
    case Kind::card:
      lines.key("front", item.question);
      lines.key("back", item.points[0].name);
      if (both_ways) {
        lines.line("reversed: true");
      }
      break;
  }
}

void write_samples(Lines& lines, const Item& item) {
  if (item.samples.empty()) {
    return;
  }
  lines.line("samples:");
  for (const auto& sample : item.samples) {
    Texts hits;
    for (const auto index : sample.hits) {
      hits.push_back(item.points[index].id);
    }
    lines.open_entry(kPointIndent);
    lines.key("answer", sample.answer);
    if (hits.empty()) {
      lines.line("hits: []");
    }
    lines.list("hits", hits);
  }
  lines.indent(kItemIndent + 2);
}

void write_item(Lines& lines, const Deck& deck, const Item& item, const Settings& defaults,
                bool both_ways) {
  Texts tags;
  std::ranges::copy_if(item.tags, std::back_inserter(tags), [&](const std::string& tag) {
    return std::ranges::find(deck.tags, tag) == deck.tags.end();
  });
  const auto wording = item.kind == Kind::cloze ? filled(item.cloze) : item.question;
  lines.open_entry(kItemIndent);
  if (item.id_given || item.id != id_of_question(wording)) {
    lines.key("id", item.id);
  }
  write_question(lines, item, both_ways);
  lines.key("explanation", item.explanation);
  lines.key("example", item.example);
  lines.list("hints", item.hints);
  lines.list("tags", tags);
  lines.list("was", item.was);
  for (const auto& pair : setting_pairs(item.settings, defaults)) {
    lines.line(pair);
  }
  write_samples(lines, item);
}

void write_head(Lines& lines, const Deck& deck, const Settings& defaults) {
  lines.key("deck", deck.id);
  lines.key("title", deck.title);
  if (is_in_one_language(deck)) {
    lines.key("language", deck.language);
  }
  lines.key("description", deck.description);
  lines.key("author", deck.author);
  lines.key("source", deck.source);
  lines.key("license", deck.license);
  lines.list("tags", deck.tags);
  lines.list("was", deck.was);
  if (const auto pairs = setting_pairs(defaults, Settings{}); !pairs.empty()) {
    lines.line(fmt::format("defaults: {{{}}}", fmt::join(pairs, ", ")));
  }
}

}  // namespace

std::string write_deck(const Deck& deck) {
  const auto defaults = shared_settings(deck);
  Lines lines;
  write_head(lines, deck, defaults);
  if (deck.items.empty()) {
    lines.line("items: []");
    return lines.take();
  }
  lines.line("items:");
  for (std::size_t i = 0; i < deck.items.size(); ++i) {
    const auto& item = deck.items[i];
    const bool both_ways = i + 1 < deck.items.size() && is_reverse_of(deck.items[i + 1], item);
    if (i > 0) {
      lines.indent(0);
      lines.blank();
    }
    write_item(lines, deck, item, defaults, both_ways);
    i += both_ways ? 1U : 0U;
  }
  return lines.take();
}

}  // namespace pith::deck
