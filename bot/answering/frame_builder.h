// bot/answering/frame_builder.h
// Reads facts into terms: every word, name, type and class by which a fact can be asked for, with how much it counts
// there. The names of entities and attributes are read by themselves, once for all facts that hold them. Not
// thread-safe: each thread has its own.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "bot/answering/frame_term.h"
#include "bot/knowledge/fact.h"
#include "bot/reading/mention.h"
#include "bot/rules/rule_set.h"
#include "bot/rules/vocabulary.h"

namespace docent {

class FrameBuilder {
 public:
  // `nested` holds for each entity those that are named in its own name. All must outlive the builder.
  FrameBuilder(const Knowledge& knowledge, const Vocabulary& vocabulary, const RuleSet& rules,
               const std::vector<std::vector<EntityId>>& nested)
      : knowledge_(knowledge), vocabulary_(vocabulary), rules_(rules), nested_(nested) {}

  // What a fact holds: names, and terms of its own by key.
  struct Held {
    std::span<const FrameTerm> terms;
    std::span<const NameUse> uses;
  };
  // Valid until the next call.
  Held Build(const Fact& fact);
  // The terms of a name, by key; they stand in no place yet. Valid until the next call.
  std::span<const FrameTerm> BuildName(uint32_t name);

  // All entities have a name of the same number; those of attributes follow.
  static size_t NamesIn(const Knowledge& knowledge) { return knowledge.entities.size() + knowledge.attributes.size(); }

 private:
  void Add(TermKey key, float quality, uint32_t place) { terms_.push_back({key, quality, place}); }
  void AddText(std::string_view text, float quality, uint32_t place);
  void AddCharacters(const std::vector<Word>& words, float quality, uint32_t place);
  void AddWords(const MarkedQuestion& marked, WordSpan span, float quality, uint32_t place);
  void AddNestedMeanings(const MarkedQuestion& marked, WordSpan span, float quality, uint32_t place);
  void AddMeanings(std::span<const Meaning> meanings, float quality, uint32_t place);
  void AddEntity(EntityId entity, float quality, uint32_t place);
  void AddSlot(const Slot& slot, uint32_t place);
  void AddHeld(EntityId id);
  void AddType(TypeId type, uint32_t place);
  void AddAttribute(AttributeId attribute);
  void UseAttribute(AttributeId attribute, uint32_t place);
  void AddPredicate(const Fact& fact);

  const Knowledge& knowledge_;
  const Vocabulary& vocabulary_;
  const RuleSet& rules_;
  const std::vector<std::vector<EntityId>>& nested_;
  std::vector<FrameTerm> terms_;
  std::vector<NameUse> uses_;
  float class_share_ = 1;  // how much the classes of the words at hand count
  bool in_attribute_ = false;
  bool in_whole_ = false;  // the words at hand say of how many a fact's figure is
  bool in_name_ = false;   // the words at hand are an entity's: others that share a short form with it are not held
};

}  // namespace docent
