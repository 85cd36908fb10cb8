// Prints src/grading/data/background_e5.tsv: the background texts in the space of e5, so that no
// machine has to encode them.
//   background_vectors WEIGHTS > src/grading/data/background_e5.tsv
#include <cstdio>
#include <string>

#include "base/error.h"
#include "grading/meaning/space.h"
#include "models/e5_encoder.h"

int main(int argc, char** argv) try {
  if (argc != 2) {
    std::fputs("usage: background_vectors WEIGHTS\n", stderr);
    return 2;
  }
  const pith::models::E5Encoder encoder({argv[1]});
  std::puts(
      "# Written by bench/background_vectors from background.tsv: language, vector in e5's space.");
  for (const char* language : {"zh", "en"}) {
    const pith::grading::Space space(language);
    for (const auto& raw : encoder.encode(pith::grading::background_texts(language))) {
      std::printf("%s\t%s\n", language, pith::grading::to_digits(space.centred(raw)).c_str());
    }
  }
  return 0;
} catch (const pith::Error& error) {
  std::fprintf(stderr, "background_vectors: %s\n", error.what());
  return 1;
}
