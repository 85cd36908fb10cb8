#include "session/content.h"

#include "base/fields_hash.h"

namespace pith::session {
history::Content content_of(const deck::Item& item) {
  history::Content content;
  content.question = item.question;
  base::FieldsHash fields;
  fields.add(static_cast<double>(item.kind)).add(item.question);
  for (const auto& point : item.points) {
    fields.add(point.id).add(point.name).add(point.detail).add(point.weight);
    fields.add(point.accept).add(point.reject);
    content.points.push_back(
        {point.id, point.detail.empty() ? point.name : point.name + ": " + point.detail});
  }
  for (const auto& choice : item.choices) {
    fields.add(choice.text).add(std::string_view(choice.correct ? "right" : "wrong"));
  }
  if (item.number) {
    fields.add(item.number->value).add(item.number->tolerance);
  }
  content.hash = fields.digest();
  return content;
}

}  // namespace pith::session
