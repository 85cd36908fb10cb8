// The words of POST /v1/embeddings, without the network: what is sent and what may come back.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pith::models {

inline constexpr std::size_t kLargestDimension = 16384;  ///< Numbers of a vector, at most.

/// The body of a request for the vectors of `texts`. Requires valid UTF-8.
[[nodiscard]] std::string embeddings_request(std::string_view model,
                                             std::span<const std::string_view> texts);

/// The `count` vectors of a reply, in the order of the request, made one long. Throws
/// UnusableReply with what is wrong if the body is no such reply: not JSON, another number of
/// vectors, lengths that differ, numbers that are none, a vector of zeros.
[[nodiscard]] std::vector<std::vector<float>> parse_embeddings(std::string_view body,
                                                               std::size_t count);

}  // namespace pith::models
