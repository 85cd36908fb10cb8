#include "deck/yaml/clean_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "text/utf8.h"

namespace pith::deck {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

std::string_view without_byte_order_mark(std::string_view bytes) {
  if (bytes.starts_with(kByteOrderMark)) {
    bytes.remove_prefix(kByteOrderMark.size());
  }
  return bytes;
}

bool is_clean_text(Complaints& complaints) {
  const auto bytes = complaints.source().text();
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv)) {
    complaints.error(0, "this file is UTF-32, not UTF-8", "save it as UTF-8");
    return false;
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    complaints.error(0, "this file is UTF-16, not UTF-8", "save it as UTF-8");
    return false;
  }
  if (const auto at = text::find_invalid_utf8(bytes)) {
    complaints.error(
        *at,
        fmt::format("byte 0x{:02X} is not valid UTF-8", static_cast<unsigned char>(bytes[*at])),
        "save the file as UTF-8");
    return false;
  }
  const auto control = std::find_if(bytes.begin(), bytes.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
           c == 0x7F;
  });
  if (control != bytes.end()) {
    complaints.error(static_cast<std::size_t>(control - bytes.begin()),
                     fmt::format("control character U+{:04X}", static_cast<unsigned>(*control)),
                     R"(remove it, or write it as an escape such as "\e" within quotes)");
    return false;
  }
  return true;
}

}  // namespace pith::deck
