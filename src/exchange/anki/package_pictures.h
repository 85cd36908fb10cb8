// The pictures that the items of an exported package show. A package has no folders.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "exchange/exported.h"

namespace pith::exchange {

class PackagePictures {
 public:
  /// `what` must outlive it.
  explicit PackagePictures(const Exportable& what) : what_(what) {}

  /// Takes the pictures that a text of an item of the deck shows (`![](folder/name)`), and gives
  /// the text with another name for each that has the name, but not the bytes, of one before it.
  [[nodiscard]] std::string take(const deck::Deck& deck, std::string text);

  /// Notes which pictures the HTML of such a text shows.
  void note_shown(std::string_view html);

  /// The names of the pictures shown that were not taken, as there is no such file.
  [[nodiscard]] std::set<std::string> missing() const;

  /// What was taken: bytes by name.
  [[nodiscard]] const std::map<std::string, std::string>& files() const { return files_; }

 private:
  [[nodiscard]] std::string name_for(std::string_view path, std::string bytes);

  const Exportable& what_;
  std::map<std::string, std::string> files_;
  std::set<std::string> shown_;
};

}  // namespace pith::exchange
