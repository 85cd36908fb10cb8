#include "exchange/anki/package_pictures.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/npos.h"
#include "exchange/html/html_text.h"

namespace pith::exchange {
namespace {

using base::npos;

}  // namespace

std::string PackagePictures::take(const deck::Deck& deck, std::string text) {
  for (auto at = text.find("]("); at != npos; at = text.find("](", at + 1)) {
    const auto end = text.find(')', at);
    const auto path = end == npos ? std::string() : text.substr(at + 2, end - at - 2);
    if (auto picture = path.empty() ? std::nullopt : what_.picture(deck, path)) {
      const auto name = name_for(path, std::move(*picture));
      if (!path.ends_with(name)) {
        text.replace(at + 2, path.size(), name);
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
