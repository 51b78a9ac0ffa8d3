#include "bot/answering/frame_term.h"

#include <algorithm>

namespace docent {

void MergeTerms(std::vector<FrameTerm>& terms) {
  std::sort(terms.begin(), terms.end(),
            [](const FrameTerm& one, const FrameTerm& other) { return one.key < other.key; });
  size_t kept = 0;
  for (const FrameTerm& term : terms) {
    if (kept == 0 || terms[kept - 1].key != term.key) {
      terms[kept++] = term;
      continue;
    }
    terms[kept - 1].quality = std::max(terms[kept - 1].quality, term.quality);
    terms[kept - 1].places |= term.places;
  }
  terms.resize(kept);
}

}  // namespace docent
