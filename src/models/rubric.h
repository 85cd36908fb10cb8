// The rubric as a judge sees it, without the network: the question put to a chat endpoint, and what
// of its reply may count.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "grading/judge.h"  // deck::Item comes along

namespace pith::models {

/// How a server is told to reply in JSON by a schema: as OpenAI does, or as older servers do, which
/// know no schema but beside `json_object`.
enum class ReplyFormat : std::uint8_t { json_schema, json_object };

/// The body of a chat completion that asks for a verdict and a quote for each of `points`, as JSON
/// by a schema, at temperature 0 and with a bounded reply. The answer goes along as data.
[[nodiscard]] std::string rubric_request(std::string_view model, const deck::Item& item,
                                         std::string_view answer,
                                         std::span<const std::size_t> points,
                                         ReplyFormat format = ReplyFormat::json_schema);

/// The opinions in a reply. An opinion is void, as if not given, where its quote is not in the
/// answer word for word, says next to nothing, stands where the answer talks to the grader rather
/// than about the subject (quote.h), or is to serve more than two points; and where it names
/// another point than was asked or one twice. `model` is what the reply says of itself, else
/// `asked`. Throws UnusableReply if the body is no reply of a chat endpoint or holds no rubric.
[[nodiscard]] grading::Judgement parse_rubric(std::string_view body, std::string_view asked,
                                              const deck::Item& item, std::string_view answer,
                                              std::span<const std::size_t> points);

}  // namespace pith::models
