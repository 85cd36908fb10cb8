#include "text/stem.h"

#include <cctype>

#include <libstemmer.h>

namespace pith::text {

struct Stemmer::Impl {
  struct Delete {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
  };
  std::unique_ptr<sb_stemmer, Delete> snowball;
};

Stemmer::Stemmer(std::string_view language) : impl_(std::make_unique<Impl>()) {
  std::string code;
  for (const char c : language.substr(0, language.find_first_of("-_"))) {
    code += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  impl_->snowball.reset(sb_stemmer_new(code.c_str(), nullptr));
  if (!impl_->snowball) {
    impl_->snowball.reset(sb_stemmer_new("en", nullptr));
  }
}

Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string Stemmer::operator()(std::string_view word) const {
  const std::basic_string<sb_symbol> symbols(word.begin(), word.end());
  const auto* stem =
      sb_stemmer_stem(impl_->snowball.get(), symbols.data(), static_cast<int>(symbols.size()));
  if (stem == nullptr) {
    return std::string(word);
  }
  const auto length = static_cast<std::size_t>(sb_stemmer_length(impl_->snowball.get()));
  return {stem, stem + length};
}

}  // namespace pith::text
