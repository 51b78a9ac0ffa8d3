// bot/knowledge/builder.h
// Collects what fact files declare into a Knowledge: names to ids, values linked to the entities they name, slots
// typed. Blocks and tables both build through it, so both mean the same.

#pragma once

#include <functional>
#include <memory_resource>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bot/knowledge/diagnostic.h"
#include "bot/knowledge/fact.h"

namespace docent {

class KnowledgeBuilder {
 public:
  // The type or attribute of this name or alias; made if there is none. An attribute's own name goes before an alias,
  // and of two that have the alias the first that was declared.
  TypeId TypeOf(std::string_view name);
  AttributeId AttributeOf(std::string_view name);
  // The attribute whose own name this is; made if there is none, though another may have it for an alias.
  AttributeId AttributeNamed(std::string_view name);
  // The same, only if it is known already; else kNone.
  TypeId FindType(std::string_view name) const;
  AttributeId FindAttribute(std::string_view name) const;
  // All attributes that the name may mean: the one of that name alone, or else all that have it for an alias.
  std::vector<AttributeId> FindAttributes(std::string_view name) const;

  // A new entity, also found by its other names. Names may repeat; who calls decides whether they may.
  EntityId AddEntity(Entity entity);
  // All entities that are called so, own names before aliases.
  std::vector<EntityId> FindEntities(std::string_view name) const;
  // The one entity that has this id or is called so and, if `type` is given, is of it; kNone if none or no single one.
  EntityId FindEntity(std::string_view name, TypeId type = kNone) const;

  // Gives an entity an id, by which files tell it from others of its name. Nobody asks for it by that. False if another
  // has it already.
  bool GiveId(EntityId entity, std::string_view id);

  // Gives an entity a further name.
  void NameEntity(EntityId entity, Phrase alias);
  // The entities that rows of tables name with a key: by the Key of the name, then of each key column, a line each.
  std::unordered_map<std::string, EntityId>& keyed() { return keyed_; }

  // Makes aliases of a declared type or attribute findable.
  void NameType(TypeId type, std::string_view alias);
  void NameAttribute(AttributeId attribute, std::string_view alias);

  // `text`, shared with other values that say the same; of one that names `entity` with all that do.
  SharedText TextOf(std::string_view text, EntityId entity = kNone);
  // The slot of what a fact is about.
  Slot SubjectSlot(EntityId subject);

  // `text` as a value: a quantity, an entity's name, or plain text. A number without a unit takes the attribute's.
  // Where a figure is expected, by the attribute's kind or as `is_figure` says, the words after a number are its unit.
  Value MakeValue(std::string_view text, AttributeId attribute, bool is_figure = false);
  // A slot with its kind set.
  Slot MakeSlot(Role role, AttributeId attribute, Few<Value> values) const;

  // Texts among the values of a fact of a table may be names of what a later table brings: LinkValues, called when all
  // have been read, makes those values the things that they name.
  void LinkLater(FactId fact) { unlinked_.push_back(fact); }
  void LinkValues();

  // The attribute of the name in lower case and single spaces, as all name look-ups compare.
  static std::string Key(std::string_view name);

  Knowledge& knowledge() { return knowledge_; }
  const Knowledge& knowledge() const { return knowledge_; }
  std::vector<std::string> EntityNames() const;

 private:
  // The entity that a value of the attribute names, one of the type that it declares before any other; kNone if none.
  EntityId FindValue(std::string_view text, AttributeId attribute) const;

  // The quantity that `text` is, as MakeValue says, shared with other values that say the same.
  Shared<Quantity> QuantityOf(std::string_view text, AttributeId attribute, bool is_figure);

  // By Key. What is only needed while files are read has a memory of its own, given back as a whole: between what stays
  // it would leave holes as large as itself.
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  struct Equal {
    using is_transparent = void;
    bool operator()(std::string_view one, std::string_view other) const { return one == other; }
  };
  template <typename T>
  using TextMap = std::pmr::unordered_map<std::pmr::string, T, Hash, Equal>;
  using Index = TextMap<std::pmr::vector<uint32_t>>;
  static void Append(Index& index, std::string_view key, uint32_t id);
  static uint32_t FirstOf(const Index& index, std::string_view key);

  std::pmr::unsynchronized_pool_resource memory_;
  Knowledge knowledge_;
  Index types_{&memory_};
  Index attributes_{&memory_};  // by their own names
  Index attribute_aliases_{&memory_};
  Index names_{&memory_};
  Index aliases_{&memory_};
  Index given_ids_{&memory_};
  std::unordered_map<std::string, EntityId> keyed_;
  std::vector<FactId> unlinked_;
  // What values said lately, to be shared by those that say it again.
  TextMap<SharedText> texts_{&memory_};
  TextMap<Shared<Quantity>> quantities_{&memory_};
  std::vector<SharedText> entity_texts_;  // by entity: its name
};

}  // namespace docent
