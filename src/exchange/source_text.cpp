#include "exchange/source_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.h"
#include "text/encoding.h"

namespace pith::exchange {
namespace {

bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n') || c == 0x7F;
}

void unify_line_breaks(std::string& text) {
  auto out = text.begin();
  for (auto in = text.begin(); in != text.end(); ++in) {
    if (*in == '\r') {
      *out++ = '\n';
      in += in + 1 != text.end() && *(in + 1) == '\n' ? 1 : 0;
    } else {
      *out++ = *in;
    }
  }
  text.erase(out, text.end());
}

/// Says in which lines control characters are dropped.
void report_controls(const std::string& text, Remarks& changed) {
  std::size_t line = 1;
  std::size_t reported = 0;
  for (const char c : text) {
    if (is_control(c) && reported != line) {
      changed.push_back({line, {}, "control characters were dropped", {}});
      reported = line;
    }
    line += c == '\n' ? 1U : 0U;
  }
}

}  // namespace

bool drop_controls(std::string& text) {
  return std::erase_if(text, is_control) > 0;
}

std::string clean_text(const SourceFile& file, Remarks& changed) {
  if (file.bytes.size() > kLargestText) {
    throw InvalidInput(
        fmt::format("'{}' is larger than {} MB; split it", file.name, kLargestText >> 20U));
  }
  const auto beginning = text::decode(file.bytes.substr(0, 4096));
  if (std::ranges::count(beginning.text, '\0') > 8) {
    throw InvalidInput(
        fmt::format("'{}' is no text; if it should be, save it as UTF-8", file.name));
  }
  auto decoded = text::decode(file.bytes);
  if (decoded.encoding != "UTF-8") {
    changed.push_back({0, "the file", fmt::format("read as {}", decoded.encoding), {}});
  }
  for (const auto line : decoded.damaged_lines) {
    changed.push_back({line, {}, "bytes that are no UTF-8 were replaced", {}});
  }
  unify_line_breaks(decoded.text);
  report_controls(decoded.text, changed);
  drop_controls(decoded.text);
  return std::move(decoded.text);
}

}  // namespace pith::exchange
