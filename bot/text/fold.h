// bot/text/fold.h
// What Normalize does, with a map back: words are cut out of the folded text, and their places are told in the
// original. Text that is all ASCII folds in place, without a map and without ICU.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace docent {

struct FoldedText {
  std::string text;
  // For each byte of `text`, the half-open range of original bytes that it came from. Both empty if every byte
  // stands where it stood.
  std::vector<uint32_t> begins;
  std::vector<uint32_t> ends;

  size_t OriginalBegin(size_t at) const { return begins.empty() ? at : begins[at]; }
  // `end` is one past the last byte of a non-empty part of `text`.
  size_t OriginalEnd(size_t end) const { return ends.empty() ? end : ends[end - 1]; }
};

// Folds any bytes; ill-formed UTF-8 is folded to U+FFFD. `text` must be shorter than 4 GiB.
FoldedText Fold(std::string_view text);

}  // namespace docent
