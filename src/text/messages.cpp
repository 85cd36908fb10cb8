#include "text/messages.h"

#include <iterator>
#include <vector>

#include "text/catalogue.h"
#include "text/embedded.h"
#include "text/words.h"

namespace pith::text {
namespace {

const Catalogue& chinese() {
  static const Catalogue catalogue = [] {
    std::vector<Entry> all;
    for (const auto* file : {"zh-session.po", "zh-progress.po", "zh-commands.po", "zh-help.po",
                             "zh-errors.po", "zh-decks.po"}) {
      auto entries = parse_po(embedded(file));
      all.insert(all.end(), std::move_iterator(entries.begin()), std::move_iterator(entries.end()));
    }
    return Catalogue(std::move(all));
  }();
  return catalogue;
}

}  // namespace

std::optional<Language> language_named(std::string_view name) {
  return name == "en"   ? std::optional(Language::english)
         : name == "zh" ? std::optional(Language::chinese)
                        : std::nullopt;
}

Language language_of_locale(std::string_view locale) {
  const bool is_chinese = locale == "zh" || locale.starts_with("zh_") ||
                          locale.starts_with("zh.") || locale.starts_with("zh-");
  return is_chinese ? Language::chinese : Language::english;
}

Messages::Messages(Language language)
    : catalogue_(language == Language::chinese ? &chinese() : nullptr) {}

std::string_view Messages::pattern(std::string_view english) const {
  const auto* found = catalogue_ == nullptr ? nullptr : catalogue_->find(english);
  return found == nullptr ? english : std::string_view(*found);
}

std::string Messages::operator()(std::string_view english) const {
  return std::string(pattern(english));
}

std::string Messages::count(std::size_t number, std::string_view noun) const {
  const auto english = "{} " + std::string(noun);
  const auto found = pattern(english);
  return found == english ? plural(number, noun)
                          : fmt::vformat(found, fmt::make_format_args(number));
}

std::string Messages::duration(std::chrono::seconds time) const {
  return sentence(duration_words(time));
}

std::string Messages::sentence(std::string_view english) const {
  if (catalogue_ == nullptr) {
    return std::string(english);
  }
  if (const auto* found = catalogue_->find(english)) {
    return *found;
  }
  return catalogue_->find_made_from(english).value_or(std::string(english));
}

}  // namespace pith::text
