// The question that a task becomes.
#include <algorithm>

#include "session/engine.h"

namespace pith::session {

const Section* Session::section_of(const Task& task) const {
  return task.section < options_.sections.size() ? &options_.sections[task.section] : nullptr;
}

std::size_t Session::tasks_left() const {
  return queue_.size() + later_left();
}

std::size_t Session::later_left() const {
  return options_.later ? options_.later->left() : 0;
}

Question Session::question_for(const Task& task) const {
  const auto* section = section_of(task);
  Question question;
  question.item = task.item;
  question.why = task.why;
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

std::size_t Session::highest_number() const {
  std::size_t highest = 1;
  for (const auto& step : steps_) {
    highest = std::max(highest, step.number);
  }
  return highest;
}

void Session::number(Question& question) const {
  const auto first = [](const Task& task) { return is_first(task.why); };
  const auto over = std::ranges::count_if(
      steps_, [&](const Step& step) { return first(step.task) && !step.read; });
  const auto waiting = std::ranges::count_if(queue_, first);
  question.number = is_first(question.why) ? static_cast<std::size_t>(over) + 1 : highest_number();
  question.total =
      std::max(question.number, static_cast<std::size_t>(over + waiting) + later_left());
}

}  // namespace pith::session
