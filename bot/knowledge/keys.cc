#include "bot/knowledge/keys.h"

#include <algorithm>

#include "bot/knowledge/fact.h"

namespace docent {
namespace {

constexpr auto kOnce = Key::Times::kOnce;

// What facts and events have in common.
std::vector<Key> StatedKeys(std::vector<Key> keys) {
  for (const std::string_view once : {"status", "only", "paragraph", "says"}) keys.push_back({once, kOnce});
  for (const std::string_view many : {"also", "denies", "verb", "quote", "test", "never", "open"})
    keys.push_back({many});
  for (int role = static_cast<int>(Role::kValue); role <= static_cast<int>(Role::kTold); ++role)
    keys.push_back({RoleName(static_cast<Role>(role))});
  return keys;
}

const std::vector<BlockKeys> kFactBlocks = {
    {"source",
     "a source",
     {{"title", kOnce}, {"publisher", kOnce}, {"date", kOnce}, {"note", kOnce}, {"text", kOnce}, {"also"}},
     ""},
    {"type", "a type", {{"also"}, {"isa", kOnce}, {"kind", kOnce}}, ""},
    {"attribute",
     "an attribute",
     {{"kind", kOnce},
      {"also"},
      {"reverse"},
      {"high"},
      {"low"},
      {"unit", kOnce},
      {"of", kOnce},
      {"to", kOnce},
      {"default", kOnce}},
     ""},
    {"entity", "an entity", {{"id", kOnce}, {"type"}, {"also"}, {"shared"}}, "attribute"},
    {"fact", "a fact", StatedKeys({{"of", kOnce}}), "attribute"},
    {"event", "an event", StatedKeys({{"id", kOnce}, {"type"}}), "attribute"},
    {"table",
     "a table",
     {{"entity", kOnce},
      {"type", kOnce},
      {"key"},
      {"also"},
      {"alias"},
      {"column"},
      {"constant"},
      {"says", kOnce},
      {"test"},
      {"never"},
      {"open"}},
     "says"},
};

std::string Quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

// The block that has the key: a fact or an attribute rather than others, for they have most of what is said.
const BlockKeys* FindOwner(std::span<const BlockKeys> blocks, std::string_view key) {
  for (const std::string_view head : {"fact", "attribute"}) {
    const BlockKeys* likely = FindBlock(blocks, head);
    if (likely != nullptr && likely->Find(key) != nullptr) return likely;
  }
  const auto found =
      std::find_if(blocks.begin(), blocks.end(), [&](const BlockKeys& block) { return block.Find(key) != nullptr; });
  return found == blocks.end() ? nullptr : &*found;
}

std::string RemedyFor(const std::string& key, const BlockKeys& keys, std::span<const BlockKeys> blocks,
                      std::string_view otherwise) {
  if (FindBlock(blocks, key) != nullptr) return "leave a blank line before it if a new block begins here";
  if (const BlockKeys* owner = FindOwner(blocks, key)) {
    std::string in(owner->in);
    std::string heads = Quoted(std::string(owner->head) + ":");
    for (const BlockKeys& other : blocks) {
      if (&other == owner || other.Find(key) == nullptr) continue;
      in += " and of " + std::string(other.in);
      heads += " or " + Quoted(std::string(other.head) + ":");
    }
    return Quoted(key) + " is a key of " + in + ": write it in a block that begins with " + heads;
  }
  const std::string nearest = NearestOf(key, keys.Names());
  return nearest.empty() ? std::string(otherwise) : "did you mean " + Quoted(nearest) + "?";
}

}  // namespace

const Key* BlockKeys::Find(std::string_view name) const {
  const auto found = std::find_if(keys.begin(), keys.end(), [&](const Key& key) { return key.name == name; });
  return found == keys.end() ? nullptr : &*found;
}

std::vector<std::string> BlockKeys::Names() const {
  std::vector<std::string> names = {std::string(head)};
  for (const Key& key : keys) names.emplace_back(key.name);
  return names;
}

std::span<const BlockKeys> FactBlocks() { return kFactBlocks; }

const BlockKeys* FindBlock(std::span<const BlockKeys> blocks, std::string_view head) {
  const auto found =
      std::find_if(blocks.begin(), blocks.end(), [&](const BlockKeys& block) { return block.head == head; });
  return found == blocks.end() ? nullptr : &*found;
}

void ReportUnknownKey(const Entry& entry, const BlockKeys& keys, std::span<const BlockKeys> blocks,
                      Diagnostics& diagnostics, std::string_view otherwise) {
  diagnostics.Error(entry.key_place, "unknown-key", "no key " + Quoted(entry.key) + " in " + std::string(keys.in),
                    RemedyFor(entry.key, keys, blocks, otherwise));
}

void ReportRepeatedKeys(const Block& block, const BlockKeys& keys, Diagnostics& diagnostics) {
  for (size_t i = 1; i < block.entries.size(); ++i) {
    const Entry& entry = block.entries[i];
    const Key* key = keys.Find(entry.key);
    const bool is_head = entry.key == keys.head;
    if (!is_head && (key == nullptr || key->times != kOnce)) continue;
    const auto same = [&](const Entry& other) { return other.key == entry.key && other.language == entry.language; };
    const auto first = std::find_if(block.entries.begin(), block.entries.begin() + static_cast<long>(i), same);
    if (first == block.entries.begin() + static_cast<long>(i)) continue;
    diagnostics.Error(entry.key_place, "repeated-key",
                      Quoted(entry.key) + " stands at " + first->key_place.ToString() + " already, and " +
                          std::string(keys.in) + " has only one",
                      is_head ? "leave a blank line before it if a new block begins here, or take one of them out"
                              : "take one of them out");
  }
}

}  // namespace docent
