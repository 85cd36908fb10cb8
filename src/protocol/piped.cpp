#include "protocol/piped.h"

#include <istream>

#include "protocol/line_reader.h"

namespace pith::protocol {

std::string unescaped(std::string_view line) {
  std::string text;
  text.reserve(line.size());
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char next = line[i] == '\\' && i + 1 < line.size() ? line[i + 1] : '\0';
    if (next == 'n' || next == '\\') {
      text += next == 'n' ? '\n' : '\\';
      ++i;
    } else {
      text += line[i];
    }
  }
  return text;
}

void run_piped(session::Session& session, std::istream& in, session::View& view,
               const Complaint& complain) {
  Line line;
  for (std::size_t number = 1; session.question(); ++number) {
    view.show(*session.question());
    session.start_clock();
    if (!read_line(in, line)) {
      return;
    }
    require_end(line);
    const auto answer = unescaped(line.text);
    const auto why = line.too_long ? std::optional<std::string>("the line is too long")
                                   : session.objection(answer);
    if (why) {
      complain(number, *why);
      session.skip();
    } else {
      view.show(session.answer(answer));
    }
  }
}

}  // namespace pith::protocol
