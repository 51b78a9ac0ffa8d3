// What a Brain keeps in a cache, and takes from it: everything that is made of fact files. Rules are compiled anew,
// there are few of them.

#include <future>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <utility>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/knowledge/knowledge_image.h"
#include "bot/knowledge/packing.h"

namespace docent {
namespace {

// What is kept, in this order. How many parts are of the knowledge stands before them all; the rest are of the table.
struct Parts {
  Bytes words;  // the full-text index; stays where it lies
  Bytes vocabulary;
  Bytes indexes;  // of the facts, but for their words and the table of terms
  std::span<const Bytes> knowledge;
  std::span<const Bytes> table;  // stays where it lies
};

std::optional<Parts> PartsOf(const IndexCache::Kept& kept) {
  constexpr size_t kBefore = 4;
  if (kept.parts.size() < kBefore) return std::nullopt;
  size_t of_knowledge = 0;
  Unpacker unpacker(kept.parts[0]);
  unpacker.Take(of_knowledge);
  const std::span<const Bytes> rest = std::span(kept.parts).subspan(kBefore);
  if (!unpacker.is_whole() || of_knowledge == 0 || of_knowledge > rest.size()) return std::nullopt;
  return Parts{kept.parts[1], kept.parts[2], kept.parts[3], rest.first(of_knowledge), rest.subspan(of_knowledge)};
}

struct Indexes {
  Schema schema;
  RowIndex rows;
  NameIndex names;
  FrameIndex frames;
};

// `knowledge` is where the facts will be; it is not looked at.
std::optional<Indexes> UnpackIndexes(const Parts& parts, const std::shared_ptr<const void>& memory,
                                     const Knowledge& knowledge) {
  std::optional<FrameTable> table = FrameTable::Of(parts.table);
  if (!table) return std::nullopt;
  Unpacker unpacker(parts.indexes);
  Schema schema;
  unpacker.Take(schema);
  Indexes indexes{std::move(schema), RowIndex::Unpack(unpacker, knowledge), NameIndex::Unpack(unpacker, knowledge),
                  FrameIndex::Unpack(unpacker, *std::move(table), std::make_shared<StoreImage>(memory, parts.words))};
  if (!unpacker.is_whole()) return std::nullopt;
  return indexes;
}

std::optional<Vocabulary> UnpackVocabulary(Bytes part) {
  Unpacker unpacker(part);
  return Vocabulary::Unpack(unpacker);
}

}  // namespace

void Brain::Save(const IndexCache& cache) const {
  const std::vector<Packer> knowledge = PackKnowledge(knowledge_);
  Packer count;
  count.Put(knowledge.size());
  Packer vocabulary;
  vocabulary_.Pack(vocabulary);
  Packer indexes;
  indexes.Put(schema());
  rows_.Pack(indexes);
  names_.Pack(indexes);
  frames_.Pack(indexes);
  std::vector<Bytes> parts = {count.bytes(), image()->bytes(), vocabulary.bytes(), indexes.bytes()};
  for (const Packer& part : knowledge) parts.push_back(part.bytes());
  for (const Bytes part : frames_.table().Parts()) parts.push_back(part);
  cache.Save(parts);
}

void Brain::Keep(const IndexCache& cache, const BuildOptions& options) {
  try {
    Save(cache);
  } catch (const std::runtime_error& error) {
    if (options.complain) options.complain(error.what());
    return;
  }
  // What lies in the file needs no memory of our own beside it.
  const std::optional<IndexCache::Kept> kept = cache.Load();
  if (!kept) return;
  const std::optional<Parts> parts = PartsOf(*kept);
  if (!parts) return;
  std::optional<FrameTable> table = FrameTable::Of(parts->table);
  if (!table) return;
  frames_.LieIn(*std::move(table), std::make_shared<StoreImage>(kept->memory, parts->words));
  kept_ = kept->memory;
}

std::optional<Schema> Brain::Take(const IndexCache& cache) {
  const std::optional<IndexCache::Kept> kept = cache.Load();
  if (!kept) return std::nullopt;
  const std::optional<Parts> parts = PartsOf(*kept);
  if (!parts) return std::nullopt;
  const std::optional<AttachedFiles> attached = UnpackAttached(parts->knowledge.front());
  if (!attached) return std::nullopt;
  auto unchanged = std::async(std::launch::async, [&] { return attached->AreUnchanged(); });
  auto vocabulary = std::async(std::launch::async, UnpackVocabulary, parts->vocabulary);
  auto indexes = std::async(std::launch::async, [&] { return UnpackIndexes(*parts, kept->memory, knowledge_); });
  std::optional<Knowledge> knowledge = UnpackKnowledge(parts->knowledge);
  std::optional<Vocabulary> words = vocabulary.get();
  std::optional<Indexes> made = indexes.get();
  if (!knowledge || !words || !made || made->frames.size() != knowledge->facts.size()) return std::nullopt;
  if (!unchanged.get()) return std::nullopt;
  knowledge_ = *std::move(knowledge);
  vocabulary_ = *std::move(words);
  rows_ = std::move(made->rows);
  names_ = std::move(made->names);
  frames_ = std::move(made->frames);
  kept_ = kept->memory;
  kept->GiveBack();
  return std::move(made->schema);
}

}  // namespace docent
