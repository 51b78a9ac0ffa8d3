#include "bot/text/scan.h"

#include <algorithm>
#include <array>

namespace docent {

std::string_view Scan::TextBefore(size_t at) const {
  if (at == 0 || at > size() || (at < size() && !Follows(at))) return "";
  return words_[at - 1].text;
}

bool Scan::Follows(size_t at) const {
  if (at >= size() || words_[at].after_break) return false;
  return at == 0 || !IsHan(at) || !IsHan(at - 1) || GapBefore(at).empty();
}

bool Scan::FollowsHyphen(size_t at) const {
  if (at == 0 || at >= size()) return false;
  static constexpr std::array<std::string_view, 5> kHyphens = {"-", "–", "‐", "‑", "—"};
  return std::find(kHyphens.begin(), kHyphens.end(), GapBefore(at)) != kHyphens.end();
}

bool Scan::FollowsComma(size_t at) const {
  if (Follows(at)) return true;
  if (at >= size()) return false;
  std::string_view gap = GapBefore(at);
  constexpr std::string_view kFullWidthComma = "，";
  const size_t comma = gap.find_first_not_of(' ');
  if (comma == std::string_view::npos) return false;
  gap.remove_prefix(comma);
  if (gap.starts_with(kFullWidthComma)) {
    gap.remove_prefix(kFullWidthComma.size());
  } else if (gap.starts_with(',')) {
    gap.remove_prefix(1);
  } else {
    return false;
  }
  return gap.find_first_not_of(' ') == std::string_view::npos;
}

std::string_view Scan::GapBefore(size_t at) const {
  if (at > size()) return "";
  const size_t begin = at == 0 ? 0 : words_[at - 1].end;
  const size_t end = at == size() ? text_.size() : words_[at].begin;
  return begin < end ? text_.substr(begin, end - begin) : "";
}

std::optional<size_t> Scan::EndOfPhrase(size_t at, std::string_view phrase) const {
  for (bool first = true; !phrase.empty(); first = false, ++at) {
    if (at >= size() || (!first && !Follows(at))) return std::nullopt;
    const std::string_view text = words_[at].text;
    if (!phrase.starts_with(text)) return std::nullopt;
    phrase.remove_prefix(text.size());
    if (phrase.starts_with(' ')) {
      phrase.remove_prefix(1);
    } else if (!phrase.empty() && words_[at].shape != WordShape::kHan) {
      return std::nullopt;
    }
  }
  return at;
}

}  // namespace docent
