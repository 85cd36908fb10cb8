// Host tool of the build: writes han_tables.h, the tables that pith looks characters up in, from
// ICU's transliterators. Those take 24 and 115 ms to create, too long for a program's start.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace {

constexpr char32_t kFirst = 0x3400;
constexpr char32_t kLast = 0x9FFF;

std::unique_ptr<icu::Transliterator> transliterator(const char* id) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> made(
      icu::Transliterator::createInstance(id, UTRANS_FORWARD, status));
  return U_SUCCESS(status) ? std::move(made) : nullptr;
}

/// Follows traditional -> simplified to its end, so that simplifying twice changes nothing.
char32_t simplify(const icu::Transliterator& rules, char32_t c) {
  for (int step = 0; step < 4; ++step) {
    icu::UnicodeString text(static_cast<UChar32>(c));
    rules.transliterate(text);
    const auto next = static_cast<char32_t>(text.char32At(0));
    if (text.countChar32() != 1 || next == c || next < kFirst || next > kLast) {
      return c;
    }
    c = next;
  }
  return c;
}

/// The syllable without tone (ü stays apart from u), with the sounds folded that speakers and input
/// methods mix up: zh/z, ch/c, sh/s and -ng/-n. Empty if ICU knows no reading.
std::string syllable(const icu::Transliterator& rules, char32_t c) {
  icu::UnicodeString text(static_cast<UChar32>(c));
  rules.transliterate(text);
  std::string latin;
  for (int i = 0; i < text.length(); ++i) {
    const char16_t unit = text.charAt(i);
    if (unit == 0x0308 && !latin.empty() && latin.back() == 'u') {
      latin.back() = 'v';
    } else if (unit >= u'a' && unit <= u'z') {
      latin += static_cast<char>(unit);
    } else if (u_charType(unit) != U_NON_SPACING_MARK) {
      return {};
    }
  }
  if (latin.size() > 1 && latin[1] == 'h' &&
      std::string_view("zcs").find(latin[0]) != std::string_view::npos) {
    latin.erase(1, 1);
  }
  if (latin.size() > 2 && latin.ends_with("ng")) {
    latin.pop_back();
  }
  return latin;
}

void write_array(std::ofstream& out, std::string_view name, const std::vector<unsigned>& values) {
  out << "inline constexpr std::array<std::uint16_t, " << values.size() << "> " << name << " = {";
  for (std::size_t i = 0; i < values.size(); ++i) {
    out << (i % 20 == 0 ? "\n" : "") << values[i] << ',';
  }
  out << "};\n";
}

}  // namespace

int main(int argc, char** argv) {
  const auto simplifier = transliterator("Hant-Hans");
  const auto romaniser = transliterator("Han-Latin; Lower; NFD");
  if (argc != 2 || !simplifier || !romaniser) {
    std::fputs("usage: generate OUTPUT (needs ICU with its transliterators)\n", stderr);
    return 1;
  }
  std::vector<unsigned> simple;
  std::vector<std::string> latin;
  std::map<std::string, unsigned> numbers;
  for (char32_t c = kFirst; c <= kLast; ++c) {
    simple.push_back(static_cast<unsigned>(simplify(*simplifier, c)));
    latin.push_back(syllable(*romaniser, c));
    numbers[latin.back()];
  }
  unsigned number = 0;  // the empty syllable sorts first and is 0
  for (auto& [name, value] : numbers) {
    value = name.empty() ? 0 : ++number;
  }
  std::vector<unsigned> pinyin;
  pinyin.reserve(latin.size());
  for (const auto& name : latin) {
    pinyin.push_back(numbers[name]);
  }
  std::ofstream out(argv[1]);
  out << "// Generated from ICU by src/text/tables/generate.cpp.\n#pragma once\n\n"
         "#include <array>\n#include <cstdint>\n\nnamespace pith::text::tables {\n\n"
      << "inline constexpr char32_t kFirstHan = " << static_cast<unsigned>(kFirst) << ";\n";
  write_array(out, "kSimplified", simple);
  write_array(out, "kPinyin", pinyin);
  out << "\n}  // namespace pith::text::tables\n";
  return out.flush() ? 0 : 1;
}
