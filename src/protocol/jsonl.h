// A session for programs: JSON lines both ways, as docs/protocol.md describes them.
#pragma once

#include <functional>
#include <iosfwd>
#include <string>

#include "report/scorecard.h"
#include "session/engine.h"

namespace pith::protocol {

/// Of the messages: raised when one changes its meaning. Fields may be added without.
inline constexpr int kProtocolVersion = 1;

struct JsonlOptions {
  std::string program;  ///< Name and version, for `hello`.
  /// What the summary tells beside the counts; may be empty.
  std::function<report::Scorecard(const session::Session&)> scorecard;
  /// Asked after the last question: whether the client says anything more, waiting a moment. Empty:
  /// it may, until its input ends.
  std::function<bool()> more_to_come;
};

/// Speaks until the session, the input or the output is over, or the client quits. Every line that
/// is no message gets an `error` and the session goes on; what a `result` tells is on disk.
void run_jsonl(session::Session& session, std::istream& in, std::ostream& out,
               const JsonlOptions& options);

}  // namespace pith::protocol
