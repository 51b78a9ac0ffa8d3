#include "bot/knowledge/knowledge_image.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>
#include <tuple>
#include <utility>

namespace docent {

// Each names all its members, so that one that is added and not kept does not compile.
auto MembersOf(Of<AttachedFiles> auto& files) {
  auto& [paths, hash] = files;
  return std::tie(paths, hash);
}
auto MembersOf(Of<Phrase> auto& phrase) {
  auto& [language, text] = phrase;
  return std::tie(language, text);
}
auto MembersOf(Of<KeptPlace> auto& place) {
  auto& [file, line, column, length] = place;
  return std::tie(file, line, column, length);
}
auto MembersOf(Of<Date> auto& date) {
  auto& [year, month, day, half, quarter, season, stage] = date;
  return std::tie(year, month, day, half, quarter, season, stage);
}
auto MembersOf(Of<WordSpan> auto& span) {
  auto& [begin, end] = span;
  return std::tie(begin, end);
}
auto MembersOf(Of<Quantity> auto& quantity) {
  auto& [kind, number, unit, bound, date, span, text] = quantity;
  return std::tie(kind, number, unit, bound, date, span, text);
}
auto MembersOf(Of<Value> auto& value) {
  auto& [text, entity, quantity] = value;
  return std::tie(text, entity, quantity);
}
auto MembersOf(Of<Slot> auto& slot) {
  auto& [role, kind, attribute, values] = slot;
  return std::tie(role, kind, attribute, values);
}
auto MembersOf(Of<ContentTest> auto& test) {
  auto& [history, question, expected, never, open, place] = test;
  return std::tie(history, question, expected, never, open, place);
}
auto MembersOf(Of<Fact> auto& fact) {
  auto& [subject, attribute, source, paragraph, status, is_event, is_from_table, only, verbs, slots, also, denies, says,
         tests, place] = fact;
  return std::tie(subject, attribute, source, paragraph, status, is_event, is_from_table, only, verbs, slots, also,
                  denies, says, tests, place);
}
auto MembersOf(Of<Entity> auto& entity) {
  auto& [name, also, types, is_event, place] = entity;
  return std::tie(name, also, types, is_event, place);
}
auto MembersOf(Of<Type> auto& type) {
  auto& [name, also, parent, kind] = type;
  return std::tie(name, also, parent, kind);
}
auto MembersOf(Of<Attribute> auto& attribute) {
  auto& [name, kind, also, reverse, high, low, unit, of, to, is_default, declared] = attribute;
  return std::tie(name, kind, also, reverse, high, low, unit, of, to, is_default, declared);
}
auto MembersOf(Of<Source> auto& source) {
  auto& [id, titles, also, publisher, note, text] = source;
  return std::tie(id, titles, also, publisher, note, text);
}

namespace {

constexpr size_t kOfPart = 1 << 12;  // entities, or facts

// What stands first: the lists that are kept in parts have their lengths here.
struct Declared {
  std::vector<Source> sources;
  std::vector<Type> types;
  std::vector<Attribute> attributes;
  size_t entities = 0;
  size_t facts = 0;
};

auto MembersOf(Of<Declared> auto& declared) {
  return std::tie(declared.sources, declared.types, declared.attributes, declared.entities, declared.facts);
}

template <typename Record>
void PackRecords(const std::vector<Record>& records, std::vector<Packer>& parts) {
  for (size_t i = 0; i < records.size(); ++i) {
    if (i % kOfPart == 0) parts.emplace_back();
    parts.back().Put(records[i]);
  }
}

size_t PartsOf(size_t records) { return (records + kOfPart - 1) / kOfPart; }

// Fills the records of the part with the number `part`.
template <typename Record>
bool UnpackRecords(Bytes bytes, size_t part, std::vector<Record>& records) {
  Unpacker unpacker(bytes);
  const size_t end = std::min((part + 1) * kOfPart, records.size());
  for (size_t i = part * kOfPart; i < end; ++i) unpacker.Take(records[i]);
  return unpacker.is_whole();
}

}  // namespace

std::vector<Packer> PackKnowledge(const Knowledge& knowledge) {
  std::vector<Packer> parts(2);
  parts[0].Put(knowledge.attached);
  parts[1].Put(Declared{knowledge.sources, knowledge.types, knowledge.attributes, knowledge.entities.size(),
                        knowledge.facts.size()});
  PackRecords(knowledge.entities, parts);
  PackRecords(knowledge.facts, parts);
  return parts;
}

std::optional<AttachedFiles> UnpackAttached(Bytes first) {
  AttachedFiles attached;
  Unpacker unpacker(first);
  unpacker.Take(attached);
  if (!unpacker.is_whole()) return std::nullopt;
  return attached;
}

std::optional<Knowledge> UnpackKnowledge(std::span<const Bytes> parts) {
  if (parts.size() < 2) return std::nullopt;
  std::optional<AttachedFiles> attached = UnpackAttached(parts[0]);
  Declared declared;
  Unpacker unpacker(parts[1]);
  unpacker.Take(declared);
  parts = parts.subspan(2);
  const size_t entity_parts = PartsOf(declared.entities);
  const size_t fact_parts = PartsOf(declared.facts);
  if (!attached || !unpacker.is_whole() || entity_parts > parts.size() || fact_parts != parts.size() - entity_parts)
    return std::nullopt;
  Knowledge knowledge{std::move(declared.sources), std::move(declared.types), std::move(declared.attributes), {}, {},
                      *std::move(attached)};
  knowledge.entities.resize(declared.entities);
  knowledge.facts.resize(declared.facts);
  std::atomic<size_t> next = 0;
  const auto unpack = [&] {
    bool is_whole = true;
    for (size_t part = next++; part < parts.size() && is_whole; part = next++) {
      is_whole = part < entity_parts ? UnpackRecords(parts[part], part, knowledge.entities)
                                     : UnpackRecords(parts[part], part - entity_parts, knowledge.facts);
    }
    return is_whole;
  };
  std::vector<std::future<bool>> beside;
  const size_t threads = std::clamp<size_t>(std::thread::hardware_concurrency(), 1, parts.size() / 2 + 1);
  for (size_t i = 1; i < threads; ++i) beside.push_back(std::async(std::launch::async, unpack));
  bool is_whole = unpack();
  for (std::future<bool>& other : beside) is_whole = other.get() && is_whole;
  if (!is_whole) return std::nullopt;
  return knowledge;
}

}  // namespace docent
