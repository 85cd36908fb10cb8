#include "exchange/html/shown_media.h"

#include <charconv>
#include <cstddef>
#include <set>
#include <utility>

namespace pith::exchange {
namespace {

/// A name as Anki finds its file: `%20` in the source of a picture is a space.
std::string file_name_of(std::string_view source) {
  std::string name;
  for (std::size_t i = 0; i < source.size(); ++i) {
    unsigned char byte = 0;
    const auto* const digits = source.data() + i + 1;
    if (source[i] == '%' && i + 2 < source.size() &&
        std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
      name += static_cast<char>(byte);
      i += 2;
    } else {
      name += source[i];
    }
  }
  return name;
}

}  // namespace

void ShownMedia::add(std::string_view name, File file) {
  if (!name.empty() && !is_address(name) && !files_.contains(name)) {
    files_.emplace(name, std::move(file));
  }
}

void ShownMedia::add(const HtmlText& field, const std::string& place) {
  constexpr std::string_view kSound = "[sound:";
  for (const auto& picture : field.images) {
    add(picture, {place, true});
  }
  std::string_view rest = field.text;
  for (auto at = rest.find(kSound); at != rest.npos; at = rest.find(kSound)) {
    rest.remove_prefix(at + kSound.size());
    const auto end = rest.find_first_of("]\n");
    if (end != rest.npos && rest[end] == ']') {
      add(rest.substr(0, end), {place, false});
    }
  }
}

void ShownMedia::remark_on_missing(Imported& result) const {
  std::set<std::string_view> there;
  std::set<std::string_view> told;
  for (const auto& media : result.media) {
    there.insert(media.name);
  }
  for (const auto& remark : result.left_out) {
    told.insert(remark.place == "media" ? remark.text : std::string_view());
  }
  for (const auto& [name, file] : files_) {
    if (!there.contains(name) && !there.contains(file_name_of(name)) &&
        !told.contains(excerpt(name))) {
      result.changed.push_back(
          {0, file.place,
           file.picture ? "the package lacks this picture" : "the package lacks this sound",
           excerpt(name)});
    }
  }
}

}  // namespace pith::exchange
