#include "session/exam.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "session/chosen.h"
#include "session/queue.h"
#include "session/random.h"

namespace pith::session {
namespace {

struct Topic {
  std::vector<const Candidate*> items;  ///< From easy to hard.
  std::size_t places = 0;
};

std::vector<Topic> topics_in(std::span<const Candidate> candidates, const ExamRules& rules,
                             Random& random) {
  std::vector<const Candidate*> usable;
  std::vector<const deck::Item*> items;
  for (const auto& candidate : candidates) {
    if (may_be_asked(candidate)) {
      usable.push_back(&candidate);
      items.push_back(candidate.item);
    }
  }
  const auto names = topics_of(items);
  std::map<std::string, Topic> by_name;
  for (std::size_t i = 0; i < usable.size(); ++i) {
    by_name[names[i]].items.push_back(usable[i]);
  }
  std::vector<Topic> topics;
  for (auto& [name, topic] : by_name) {
    random.shuffle(topic.items);  // equally hard ones have equal chances
    std::stable_sort(topic.items.begin(), topic.items.end(), [&](const auto* a, const auto* b) {
      return difficulty_of(*a, rules) < difficulty_of(*b, rules);
    });
    topics.push_back(std::move(topic));
  }
  random.shuffle(topics);
  return topics;
}

/// Hands out the places one by one to the topic that has the fewest for its size (Sainte-Laguë).
void share_places(std::vector<Topic>& topics, std::size_t count) {
  const auto claim = [](const Topic& topic) {
    return topic.places < topic.items.size()
               ? static_cast<double>(topic.items.size()) / static_cast<double>(2 * topic.places + 1)
               : 0.0;
  };
  for (std::size_t given = 0; given < count; ++given) {
    const auto next =
        std::max_element(topics.begin(), topics.end(),
                         [&](const Topic& a, const Topic& b) { return claim(a) < claim(b); });
    if (next == topics.end() || claim(*next) <= 0) {
      return;
    }
    ++next->places;
  }
}

/// One item at random from each of as many equal stretches as there are places.
void pick(const Topic& topic, Random& random, std::vector<const Candidate*>& chosen) {
  for (std::size_t i = 0; i < topic.places; ++i) {
    const auto begin = i * topic.items.size() / topic.places;
    const auto end = (i + 1) * topic.items.size() / topic.places;
    chosen.push_back(topic.items[begin + random.below(end - begin)]);
  }
}

}  // namespace

std::vector<Task> exam_queue(std::span<const Candidate> candidates, const ExamRules& rules) {
  Random random(rules.seed, "exam");
  auto topics = topics_in(candidates, rules, random);
  share_places(topics, rules.count);
  std::vector<const Candidate*> chosen;
  for (const auto& topic : topics) {
    pick(topic, random, chosen);
  }
  random.shuffle(chosen);
  return spread(tasks_of(chosen, Why::practice));
}

std::vector<std::string> topics_of(std::span<const deck::Item* const> items) {
  return topics_of(items, items);
}

std::vector<std::string> topics_of(std::span<const deck::Item* const> items,
                                   std::span<const deck::Item* const> among) {
  std::map<std::string, std::size_t> in_deck;
  std::map<std::pair<std::string, std::string>, std::size_t> with_tag;
  for (const auto* item : among) {
    ++in_deck[item->deck];
    for (const auto& tag : std::set<std::string>(item->tags.begin(), item->tags.end())) {
      ++with_tag[{item->deck, tag}];
    }
  }
  std::vector<std::string> topics;
  for (const auto* item : items) {
    const auto tag = std::find_if(item->tags.begin(), item->tags.end(), [&](const auto& each) {
      return with_tag[{item->deck, each}] < in_deck[item->deck];
    });
    topics.push_back(tag == item->tags.end() ? item->deck : *tag);
  }
  return topics;
}

double difficulty_of(const Candidate& candidate, const ExamRules& rules) {
  if (!rules.by_memory) {
    return static_cast<double>(candidate.item->points.size());
  }
  const memory::ForgettingCurve curve(rules.parameters);
  const auto expected = memory::expected_score(candidate.memory, curve, rules.day);
  double sum = 0;
  double known = 0;
  for (const auto& point : candidate.memory.points) {
    if (point.memory.state) {
      sum += (point.memory.state->difficulty - 1) / 9;
      ++known;
    }
  }
  return expected && known > 0 ? ((1 - *expected) + sum / known) / 2 : 0.5;
}

}  // namespace pith::session
