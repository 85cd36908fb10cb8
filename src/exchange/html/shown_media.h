// The pictures and sounds that the notes of a package show, to tell which of them it lacks.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "exchange/html/html_text.h"
#include "exchange/imported.h"

namespace pith::exchange {

/// Collected while notes are read, asked once the package's media are known.
class ShownMedia {
 public:
  /// Takes what a field shows: its pictures, and sounds as `[sound:name]`. `place` is its note.
  void add(const HtmlText& field, const std::string& place);

  /// Remarks on each file that is neither among `result.media` nor remarked upon already.
  void remark_on_missing(Imported& result) const;

 private:
  struct File {
    std::string place;  ///< The first note that shows it.
    bool picture = false;
  };
  void add(std::string_view name, File file);

  std::map<std::string, File, std::less<>> files_;
};

}  // namespace pith::exchange
