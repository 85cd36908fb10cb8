#include "exchange/anki/anki_schema11.h"

#include <nlohmann/json.hpp>

#include "base/sha256.h"
#include "exchange/html/html_text.h"

namespace pith::exchange {
namespace {

using nlohmann::json;

constexpr std::string_view kCss =
    ".card { font-family: sans-serif; font-size: 20px; text-align: left; }\n"
    ".cloze { font-weight: bold; color: blue; }\n";

constexpr std::string_view kRest =
    "{{#Explanation}}<br><br>{{Explanation}}{{/Explanation}}"
    "{{#Example}}<br><br><i>{{Example}}</i>{{/Example}}";

json field(std::string_view name, int ordinal) {
  return {{"name", name},           {"ord", ordinal},    {"sticky", false},
          {"rtl", false},           {"font", "Arial"},   {"size", 20},
          {"media", json::array()}, {"description", ""}, {"plainText", false}};
}

json form(std::string_view name, int ordinal, const std::string& question,
          const std::string& answer) {
  return {{"name", name}, {"ord", ordinal}, {"qfmt", question}, {"afmt", answer}, {"bqfmt", ""},
          {"bafmt", ""},  {"did", nullptr}, {"bfont", ""},      {"bsize", 0}};
}

json model(AnkiForm id, std::string_view name, bool cloze, const json& forms,
           std::int64_t seconds) {
  const auto number = static_cast<std::int64_t>(id);
  json fields = json::array();
  for (const auto* each :
       {cloze ? "Text" : "Front", cloze ? "Extra" : "Back", "Explanation", "Example", "Hint"}) {
    fields.push_back(field(each, static_cast<int>(fields.size())));
  }
  json required = json::array();
  for (const auto& each : forms) {
    required.push_back({each["ord"], "any", {each["ord"] == 1 ? 1 : 0}});
  }
  return {{"id", number},
          {"name", name},
          {"type", cloze ? 1 : 0},
          {"mod", seconds},
          {"usn", -1},
          {"sortf", 0},
          {"did", nullptr},
          {"tmpls", forms},
          {"flds", fields},
          {"css", kCss},
          {"latexPre", "\\documentclass[12pt]{article}\n\\begin{document}\n"},
          {"latexPost", "\\end{document}"},
          {"latexsvg", false},
          {"req", required},
          {"tags", json::array()},
          {"vers", json::array()}};
}

std::string key(AnkiForm id) {
  return std::to_string(static_cast<std::int64_t>(id));
}

json deck_entry(std::int64_t id, const std::string& name, const std::string& description,
                std::int64_t seconds) {
  return {{"id", id},
          {"name", name},
          {"desc", text_to_html(description)},
          {"mod", seconds},
          {"usn", -1},
          {"conf", 1},
          {"dyn", 0},
          {"extendNew", 0},
          {"extendRev", 0},
          {"collapsed", false},
          {"browserCollapsed", false},
          {"newToday", {0, 0}},
          {"revToday", {0, 0}},
          {"lrnToday", {0, 0}},
          {"timeToday", {0, 0}}};
}

}  // namespace

const char* anki_tables() {
  return R"(
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null,
  scm integer not null, ver integer not null, dty integer not null, usn integer not null,
  ls integer not null, conf text not null, models text not null, decks text not null,
  dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null,
  mod integer not null, usn integer not null, tags text not null, flds text not null,
  sfld text not null, csum integer not null, flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null,
  ord integer not null, mod integer not null, usn integer not null, type integer not null,
  queue integer not null, due integer not null, ivl integer not null, factor integer not null,
  reps integer not null, lapses integer not null, left integer not null, odue integer not null,
  odid integer not null, flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null,
  ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null,
  time integer not null, type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
)";
}

std::string anki_models(std::int64_t seconds) {
  const std::string back = "{{FrontSide}}<hr id=answer>{{Back}}" + std::string(kRest);
  const std::string front = "{{FrontSide}}<hr id=answer>{{Front}}" + std::string(kRest);
  const auto hinted = [](const std::string& question) {
    return question + "{{#Hint}}<br><br>{{hint:Hint}}{{/Hint}}";
  };
  const json one = json::array({form("Card 1", 0, hinted("{{Front}}"), back)});
  const json two = json::array(
      {form("Card 1", 0, hinted("{{Front}}"), back), form("Card 2", 1, hinted("{{Back}}"), front)});
  const json typed =
      json::array({form("Card 1", 0, hinted("{{Front}}") + "<br>{{type:Back}}",
                        "{{Front}}<hr id=answer>{{type:Back}}" + std::string(kRest))});
  const json gaps = json::array({form("Cloze", 0, hinted("{{cloze:Text}}"),
                                      "{{cloze:Text}}<br>{{Extra}}" + std::string(kRest))});
  const json models = {
      {key(AnkiForm::card), model(AnkiForm::card, "pith card", false, one, seconds)},
      {key(AnkiForm::both_ways),
       model(AnkiForm::both_ways, "pith card both ways", false, two, seconds)},
      {key(AnkiForm::answer), model(AnkiForm::answer, "pith answer", false, typed, seconds)},
      {key(AnkiForm::cloze), model(AnkiForm::cloze, "pith cloze", true, gaps, seconds)}};
  return models.dump();
}

std::string anki_decks(const std::vector<deck::Deck>& decks, std::int64_t seconds) {
  json all = {{"1", deck_entry(1, "Default", "", seconds)}};
  for (const auto& deck : decks) {
    const auto id = anki_deck_id(deck.id);
    all[std::to_string(id)] =
        deck_entry(id, deck.title.empty() ? deck.id : deck.title, deck.description, seconds);
  }
  return all.dump();
}

std::string anki_options() {
  const json options = {{"1",
                         {{"id", 1},
                          {"name", "Default"},
                          {"mod", 0},
                          {"usn", 0},
                          {"maxTaken", 60},
                          {"autoplay", true},
                          {"timer", 0},
                          {"replayq", true},
                          {"dyn", false},
                          {"new",
                           {{"bury", false},
                            {"delays", {1.0, 10.0}},
                            {"initialFactor", 2500},
                            {"ints", {1, 4, 0}},
                            {"order", 1},
                            {"perDay", 20}}},
                          {"rev",
                           {{"bury", false},
                            {"ease4", 1.3},
                            {"ivlFct", 1.0},
                            {"maxIvl", 36500},
                            {"perDay", 200},
                            {"hardFactor", 1.2}}},
                          {"lapse",
                           {{"delays", {10.0}},
                            {"leechAction", 1},
                            {"leechFails", 8},
                            {"minInt", 1},
                            {"mult", 0.0}}}}}};
  return options.dump();
}

std::string anki_configuration() {
  const json configuration = {{"activeDecks", {1}},    {"curDeck", 1},           {"newSpread", 0},
                              {"collapseTime", 1200},  {"timeLim", 0},           {"estTimes", true},
                              {"dueCounts", true},     {"curModel", nullptr},    {"nextPos", 1},
                              {"sortType", "noteFld"}, {"sortBackwards", false}, {"addToCur", true},
                              {"schedVer", 2}};
  return configuration.dump();
}

std::int64_t anki_number(std::string_view text) {
  constexpr std::int64_t kFirst =
      500'000'000'000;  // ids are times in ms: none may be in the future
  const auto digest = base::sha256(text);
  std::int64_t number = 0;
  for (std::size_t i = 0; i < 5; ++i) {
    number = number * 256 + digest.at(i);
  }
  return kFirst + number;
}

std::int64_t anki_deck_id(std::string_view deck) {
  return anki_number("deck/" + std::string(deck));
}

}  // namespace pith::exchange
