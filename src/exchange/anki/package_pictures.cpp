#include "exchange/anki/package_pictures.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/npos.h"
#include "exchange/html/html_text.h"
#include "exchange/lines.h"

namespace pith::exchange {
namespace {

using base::npos;

/// Whether a path may be that of a picture's file: nothing else beside a deck is to be shown.
bool names_picture(std::string_view path) {
  static constexpr std::array<std::string_view, 10> kEndings = {
      ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp", ".tif", ".tiff"};
  const auto name = lower_ascii(path);
  return !is_address(path) && std::ranges::any_of(kEndings, [&](std::string_view ending) {
    return name.ends_with(ending);
  });
}

}  // namespace

std::string PackagePictures::take(const deck::Deck& deck, std::string text) {
  for (auto at = text.find("!["); at != npos; at = text.find("![", at + 1)) {
    const auto shown = picture_at(text, at);
    const auto path = shown ? text.substr(shown->begin, shown->end - shown->begin) : std::string();
    if (auto picture = names_picture(path) ? what_.picture(deck, path) : std::nullopt) {
      const auto name = name_for(path, std::move(*picture));
      if (!path.ends_with(name)) {
        text.replace(shown->begin, path.size(), name);
      }
    }
  }
  return text;
}

void PackagePictures::note_shown(std::string_view html) {
  if (html.find("<img") == npos) {
    return;
  }
  for (auto& name : html_to_text(html).images) {
    if (!is_address(name)) {
      shown_.insert(std::move(name));
    }
  }
}

std::set<std::string> PackagePictures::missing() const {
  auto names = shown_;
  std::erase_if(names, [&](const std::string& name) { return files_.contains(name); });
  return names;
}

std::string PackagePictures::name_for(std::string_view path, std::string bytes) {
  const std::string wanted(path.substr(path.rfind('/') + 1));
  const auto dot = std::min(wanted.rfind('.'), wanted.size());
  auto name = wanted;
  for (int number = 2;; ++number) {
    const auto file = files_.find(name);
    if (file == files_.end()) {
      files_.emplace(name, std::move(bytes));
      return name;
    }
    if (file->second == bytes) {
      return name;
    }
    name = fmt::format("{}-{}{}", wanted.substr(0, dot), number, wanted.substr(dot));
  }
}

}  // namespace pith::exchange
