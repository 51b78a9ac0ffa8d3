#include "bot/text/spelling.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "bot/text/utf8.h"

namespace docent {
namespace {

std::u32string CodePointsOf(std::string_view text) {
  std::u32string points;
  points.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    points.push_back(point.value);
    at += point.size;
  }
  return points;
}

}  // namespace

size_t EditDistance(std::string_view one, std::string_view other, size_t limit) {
  if (one == other) return 0;
  if (limit == 0) return 1;
  const std::u32string a = CodePointsOf(one);
  const std::u32string b = CodePointsOf(other);
  const size_t too_far = limit + 1;
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return too_far;

  // Three rows of the usual table. Cells further than `limit` from the diagonal cannot matter and hold `too_far`.
  std::array<std::vector<size_t>, 3> rows;
  for (auto& row : rows) row.assign(b.size() + 1, too_far);
  auto& [before_last, last, current] = rows;
  for (size_t j = 0; j <= std::min(b.size(), limit); ++j) last[j] = j;

  for (size_t i = 1; i <= a.size(); ++i) {
    const size_t low = i > limit ? i - limit : 1;
    const size_t high = std::min(b.size(), i + limit);
    current[low - 1] = low == 1 && i <= limit ? i : too_far;
    if (high < b.size()) current[high + 1] = too_far;
    size_t best = current[low - 1];
    for (size_t j = low; j <= high; ++j) {
      size_t cost = std::min({last[j] + 1, current[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cost = std::min(cost, before_last[j - 2] + 1);
      current[j] = std::min(cost, too_far);
      best = std::min(best, current[j]);
    }
    if (best == too_far) return too_far;
    std::swap(before_last, last);
    std::swap(last, current);
  }
  return last[b.size()];
}

size_t MendableEdits(std::string_view word) {
  if (std::any_of(word.begin(), word.end(), IsAsciiDigit)) return 0;
  const size_t length = CountCodePoints(word);
  if (length < 5) return 0;
  return length < 9 ? 1 : 2;
}

}  // namespace docent
