#include "cli/grading/explanation.h"

#include <algorithm>
#include <ostream>
#include <set>

#include <fmt/format.h>

#include "cli/grading/feature_words.h"
#include "cli/printable.h"
#include "grading/reason.h"
#include "grading/verdict.h"
#include "grading/verdict_word.h"
#include "report/json.h"
#include "text/display.h"

namespace pith::cli {
namespace {

using base::Json;
using base::or_null;
using grading::ExplainedPoint;
using grading::Explanation;
using grading::Span;

constexpr std::size_t kNarrowestPiece = 12;

constexpr auto kLegend =
    text::to_translate("Numbers above 0 speak for the point, `its` is the stretch that it got.");

class Page {
 public:
  Page(Context& context, const deck::Item& item, const std::string& answer,
       const Explanation& explanation)
      : out_(context.out),
        tr_(context.tr),
        columns_(context.screen.columns),
        item_(item),
        answer_(answer),
        explanation_(explanation) {}

  void print() {
    out_ << '\n' << tr_("How the answer was cut:") << '\n';
    for (std::size_t c = 0; c < explanation_.clauses.size(); ++c) {
      quote(fmt::format("  {:>2}  ", c + 1), explanation_.clauses[c]);
    }
    if (!explanation_.cues.empty()) {
      out_ << tr_("Words that steer:") << '\n';
      for (const auto& [span, cue] : explanation_.cues) {
        wrapped(
            fmt::format("{:>2}  “{}” {}", clause_at(span.begin), piece(span), tr_(about_cue(cue))),
            "  ");
      }
    }
    for (std::size_t p = 0; p < explanation_.points.size(); ++p) {
      print_point(p);
    }
    wrapped(tr_(kLegend), "");
    print_codes();
  }

 private:
  [[nodiscard]] std::string piece(const Span& span) const {
    return one_line(answer_.substr(span.begin, span.end - span.begin));
  }

  void quote(const std::string& head, const Span& span) {
    const auto used = text::display_width(head);
    out_ << head
         << text::truncate(piece(span),
                           std::max(kNarrowestPiece, columns_ - std::min(columns_, used)))
         << '\n';
  }

  /// Number of the clause in which a byte lies.
  [[nodiscard]] std::size_t clause_at(std::size_t byte) const {
    std::size_t number = 0;
    for (const auto& clause : explanation_.clauses) {
      number += clause.begin <= byte ? 1U : 0U;
    }
    return number;
  }

  [[nodiscard]] std::string clauses_of(const Span& span) const {
    const auto first = clause_at(span.begin);
    const auto last = clause_at(span.end > span.begin ? span.end - 1 : span.begin);
    return first == last ? std::to_string(first) : fmt::format("{}-{}", first, last);
  }

  void print_point(std::size_t p) {
    const auto& point = explanation_.points[p];
    wrapped(tr_.format("{}: {}, {:.2f} likely stated; {}", one_line(item_.points[p].name),
                       tr_(grading::word_for(point.result.verdict)), point.probability,
                       grading::text_of(point.result.reason, tr_)),
            "");
    for (const auto& hidden : point.voids) {
      wrapped(tr_.format("void in {}: {}", clauses_of(hidden.span),
                         grading::text_of(hidden.reason, tr_)),
              "  ");
    }
    for (const auto& stretch : point.stretches) {
      quote(fmt::format("  {:+6.2f}{} ", stretch.strength,
                        stretch.assigned ? text::pad(" " + tr_("its"), 5) : "     "),
            stretch.span);
      out_ << "            ";
      for (const auto& [name, share] : stretch.shares) {
        out_ << fmt::format("  {} {:+.2f}", name, share);
      }
      out_ << '\n';
    }
    if (point.result.nearest) {
      quote("  " + tr_("nearest: "), *point.result.nearest);
    }
    if (point.accept) {
      const auto wording = one_line(*point.accept);
      wrapped(
          item_.samples.empty()
              ? tr_.format("if that states it, add accept: [{}] (tried: a hit)", wording)
              : tr_.format("if that states it, add accept: [{}] (tried: a hit, no sample harmed)",
                           wording),
          "  ");
    }
  }

  /// The codes that were shown, in words.
  void print_codes() {
    std::set<std::string_view> codes;
    for (const auto& point : explanation_.points) {
      for (const auto& stretch : point.stretches) {
        for (const auto& [name, share] : stretch.shares) {
          codes.insert(name);
        }
      }
    }
    for (const auto code : codes) {
      wrapped(fmt::format("{:<4} {}", code, tr_(about_feature(code))), "  ");
    }
  }

  void wrapped(std::string_view line, const std::string& indent) {
    for (const auto& part : text::wrap(text::sanitise(line), columns_ - indent.size())) {
      out_ << indent << part << '\n';
    }
  }

  std::ostream& out_;
  const text::Messages& tr_;
  std::size_t columns_;
  const deck::Item& item_;
  const std::string& answer_;
  const Explanation& explanation_;
};

Json span_json(const std::string& answer, const Span& span) {
  return {{"begin", span.begin},
          {"end", span.end},
          {"text", answer.substr(span.begin, span.end - span.begin)}};
}

Json point_json(const std::string& answer, const ExplainedPoint& point) {
  Json json = {{"probability", point.probability}};
  json["stretches"] = Json::array();
  for (const auto& stretch : point.stretches) {
    auto entry = span_json(answer, stretch.span);
    entry["strength"] = stretch.strength;
    entry["assigned"] = stretch.assigned;
    entry["shares"] = Json::object();
    for (const auto& [name, share] : stretch.shares) {
      entry["shares"][std::string(name)] = share;
    }
    json["stretches"].push_back(std::move(entry));
  }
  json["voids"] = Json::array();
  for (const auto& hidden : point.voids) {
    auto entry = span_json(answer, hidden.span);
    entry["reason"] = {{"code", hidden.reason.code},
                       {"args", hidden.reason.args},
                       {"text", grading::text_of(hidden.reason)}};
    json["voids"].push_back(std::move(entry));
  }
  const auto& nearest = point.result.nearest;
  json["nearest"] = nearest ? span_json(answer, *nearest) : Json();
  json["accept"] = or_null(point.accept);
  return json;
}

}  // namespace

void print_explanation(Context& context, const deck::Item& item, const std::string& answer,
                       const Explanation& explanation) {
  Page(context, item, answer, explanation).print();
}

Json explanation_json(const std::string& answer, const Explanation& explanation) {
  Json json = {{"clauses", Json::array()}, {"cues", Json::array()}, {"points", Json::array()}};
  for (const auto& clause : explanation.clauses) {
    json["clauses"].push_back(span_json(answer, clause));
  }
  for (const auto& [span, cue] : explanation.cues) {
    auto entry = span_json(answer, span);
    entry["kind"] = grading::name_of(cue);
    json["cues"].push_back(std::move(entry));
  }
  for (const auto& point : explanation.points) {
    json["points"].push_back(point_json(answer, point));
  }
  return json;
}

}  // namespace pith::cli
