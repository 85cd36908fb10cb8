// The pieces of a list that a person typed, as views into it.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace pith::grading {

inline constexpr std::array<std::string_view, 7> kSeparators = {",",  "，", "、", ";",
                                                                "；", "\n", "|"};
inline constexpr std::array<std::string_view, 4> kBlanks = {" ", "\t", "\r", "　"};

inline constexpr std::u32string_view kClauseEnds = U",;.!?，；。！？、\n";

/// What stands between separators, without blanks around it; nothing empty.
[[nodiscard]] std::vector<std::string_view> pieces_of(
    std::string_view answer, std::span<const std::string_view> separators = kSeparators);

/// What stands between the ends of clauses, likewise; a question goes with what follows it.
[[nodiscard]] std::vector<std::string_view> clauses_of(std::string_view answer);

/// Neighbouring pieces [begin, end) of one text, with what parts them.
[[nodiscard]] std::string_view run_of(const std::vector<std::string_view>& pieces,
                                      std::size_t begin, std::size_t end);

}  // namespace pith::grading
