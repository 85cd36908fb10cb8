// The question that a task becomes.
#include <algorithm>

#include "session/engine.h"

namespace pith::session {

const Section* Session::section_of(const Task& task) const {
  return task.section < options_.sections.size() ? &options_.sections[task.section] : nullptr;
}

Question Session::question_for(const Task& task) const {
  const auto* section = section_of(task);
  Question question;
  question.item = task.item;
  question.why = task.why;
  question.is_new = task.why == Why::fresh || task.is_new;
  number(question);
  question.asked = task.asked;
  if (task.why != Why::follow_up) {  // what was stated a moment ago is not to be told
    question.shown = points_shown(*task.item, task.asked);
  }
  question.section = section == nullptr ? std::string() : section->name;
  question.text = task.prompt.empty() ? asked_part(*task.item, task.asked).question : task.prompt;
  question.options = shuffled_options(*task.item, options_.seed);
  question.more_hints = options_.hints && !task.item->hints.empty();
  question.time_limit = section != nullptr && section->time_limit ? section->time_limit
                        : options_.time_limit                     ? options_.time_limit
                                                                  : task.item->settings.time_limit;
  return question;
}

void Session::number(Question& question) const {
  const auto done = first_done(steps_);
  question.number = is_first(question.why) ? done + 1 : highest_number(steps_);
  question.total = std::max(question.number, done + agenda_.first_left());
}

}  // namespace pith::session
