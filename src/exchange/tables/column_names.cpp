#include "exchange/tables/column_names.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "exchange/lines.h"
#include "exchange/tables/delimited.h"
#include "text/utf8.h"

namespace pith::exchange {
namespace {

struct ColumnNames {
  Column column;
  std::string_view names;  ///< In lower case, parted by commas.
};

/// Names of columns as programs and people write them.
constexpr auto kNames = std::to_array<ColumnNames>({
    {Column::front,
     "front,question,term,word,text,prompt,q,expression,phrase,"
     "正面,问题,题目,单词,词语,词汇,生词,术语,名词,概念,题干,试题,面试题,提问,问"},
    {Column::back,
     "back,answer,definition,meaning,translation,back extra,a,response,reply,solution,"
     "背面,反面,答案,释义,回答,解答,答,参考答案,标准答案,正确答案,定义,含义,意思,翻译,译文"},
    {Column::tags, "tags,tag,标签"},
    {Column::hint, "hint,hints,提示,线索"},
    {Column::explanation,
     "explanation,extra,notes,note,comment,comments,remark,remarks,"
     "解析,答案解析,解释,详解,说明,备注,注释,笔记,补充"},
    {Column::guid, "guid"},
    {Column::deck, "deck"},
    {Column::kind, "notetype,note type"},
});

constexpr std::size_t kLongestColumn = 60;  // bytes

/// What may enclose or part names, beside blanks.
constexpr auto kParting = std::to_array<std::string_view>(
    {"(", ")", "（", "）", "[", "]", "【", "】", "/", "／", "|", "｜", ":", "：", "*", "＊"});
constexpr auto kBlanks = std::to_array<std::string_view>({" ", "\t", "\n", "\u3000", "\u00A0"});

std::vector<std::string> split_at(std::string_view name, std::span<const std::string_view> marks) {
  return split_list(name, {marks.begin(), marks.end()});
}

/// Whether a list parted by commas has the name.
bool has_name(std::string_view names, std::string_view name) {
  while (!names.empty()) {
    const auto end = std::min(names.find(','), names.size());
    if (names.substr(0, end) == name) {
      return true;
    }
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return false;
}

/// The column of a name as it stands.
std::optional<Column> column_of(std::string_view name) {
  const auto* const found = std::ranges::find_if(
      kNames, [&](const ColumnNames& each) { return has_name(each.names, name); });
  return found == kNames.end() ? std::nullopt : std::optional(found->column);
}

/// The one column that the parts which are known name. `all`: each of them must be known.
std::optional<Column> column_of_parts(const std::vector<std::string>& parts, bool all) {
  std::set<Column> columns;
  for (const auto& part : parts) {
    if (const auto column = column_of(part)) {
      columns.insert(*column);
    } else if (all) {
      return std::nullopt;
    }
  }
  return columns.size() == 1 ? std::optional(*columns.begin()) : std::nullopt;
}

bool is_word(std::string_view field) {
  constexpr std::size_t kLongestWord = 12;
  const bool plain = field.find_first_of("0123456789.,;:!?=<>{}\"'+-") == std::string_view::npos &&
                     field.find("。") == std::string_view::npos &&
                     field.find("？") == std::string_view::npos &&
                     field.find("，") == std::string_view::npos;
  return plain && !trimmed(field).empty() && text::count_code_points(field) <= kLongestWord;
}

std::size_t longest_of(const Row& row) {
  std::size_t longest = 0;
  for (const auto& field : row.fields) {
    longest = std::max(longest, text::count_code_points(field));
  }
  return longest;
}

}  // namespace

std::optional<Column> column_named(std::string_view name) {
  if (name.size() > kLongestColumn) {
    return std::nullopt;
  }
  const auto words = split_at(lower_ascii(name), kBlanks);
  std::string plain;
  for (const auto& word : words) {
    plain += (plain.empty() ? "" : " ") + word;
  }
  if (const auto column = column_of(plain)) {
    return column;
  }
  if (const auto column = column_of_parts(split_at(plain, kParting), false)) {
    return column;
  }
  return column_of_parts(words, true);
}

bool are_names(const std::vector<std::string>& fields) {
  std::set<Column> columns;
  for (const auto& field : fields) {
    if (const auto column = column_named(field)) {
      columns.insert(*column);
    }
  }
  return columns.size() > 1;
}

bool could_be_names(std::string_view rows, char separator) {
  constexpr std::size_t kLookedAt = 20;
  constexpr std::size_t kFewest = 2;
  DelimitedReader reader(rows, separator);
  Row first;
  if (!reader.next(first) || first.fields.size() < 2 ||
      !std::ranges::all_of(first.fields, is_word)) {
    return false;
  }
  std::size_t others = 0;
  std::size_t texts = 0;
  for (Row row; others < kLookedAt && reader.next(row); ++others) {
    const bool words = std::ranges::all_of(row.fields, is_word);
    texts += !words || longest_of(row) > 2 * longest_of(first) ? 1U : 0U;
  }
  return others >= kFewest && texts * 4 >= others * 3;
}

}  // namespace pith::exchange
