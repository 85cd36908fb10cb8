// A session with answers from a pipe: one answer a line, results as text.
#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include "session/engine.h"
#include "session/view.h"

namespace pith::protocol {

/// The answer that a line stands for: `\n` is a line break, `\\` a backslash, any other backslash
/// is as typed.
[[nodiscard]] std::string unescaped(std::string_view line);

/// Told of a line that is no answer: which line it is, from 1, and why.
using Complaint = std::function<void(std::size_t line, const std::string& why)>;

/// Asks until the session or the input is over. An empty line gives the item up. A line that is no
/// answer to its question is complained of and the item left out of the session, so that the lines
/// behind it still meet their questions. What is shown of an answer is on disk before.
void run_piped(session::Session& session, std::istream& in, session::View& view,
               const Complaint& complain);

}  // namespace pith::protocol
