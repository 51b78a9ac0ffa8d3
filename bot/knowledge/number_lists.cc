#include "bot/knowledge/number_lists.h"

namespace docent {

NumberLists::NumberLists(size_t keys, const std::vector<Entry>& entries) : begins_(keys + 1), numbers_(entries.size()) {
  for (const Entry& entry : entries) ++begins_[entry.key + 1];
  for (size_t key = 0; key < keys; ++key) begins_[key + 1] += begins_[key];
  std::vector<uint32_t> next(begins_.begin(), begins_.end() - 1);
  for (const Entry& entry : entries) numbers_[next[entry.key]++] = entry.number;
}

std::span<const uint32_t> NumberLists::Of(uint32_t key) const {
  if (size_t{key} + 1 >= begins_.size()) return {};
  return {numbers_.data() + begins_[key], numbers_.data() + begins_[key + 1]};
}

std::span<uint32_t> NumberLists::Of(uint32_t key) {
  return {numbers_.data() + begins_[key], numbers_.data() + begins_[key + 1]};
}

}  // namespace docent
