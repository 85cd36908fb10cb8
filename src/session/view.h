// What a session shows to somebody. Faces drive the session; a view only shows.
#pragma once

#include "session/question.h"
#include "session/result.h"

namespace pith::session {

class View {
 public:
  View() = default;
  View(const View&) = delete;
  View& operator=(const View&) = delete;
  virtual ~View() = default;

  virtual void show(const Question& question) = 0;
  virtual void show(const Result& result) = 0;
  virtual void show(const Summary& summary) = 0;
};

}  // namespace pith::session
