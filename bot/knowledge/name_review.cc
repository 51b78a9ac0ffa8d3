#include "bot/knowledge/name_review.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "bot/knowledge/builder.h"
#include "bot/text/words.h"

namespace docent {
namespace {

class NameReviewer {
 public:
  NameReviewer(const std::vector<Block>& blocks, const Knowledge& knowledge, Diagnostics& diagnostics)
      : blocks_(blocks), knowledge_(knowledge), diagnostics_(diagnostics) {}

  // Names that two entities share, or that are an attribute's as well.
  void ReviewNames() {
    std::map<std::string, std::set<EntityId>> holders;
    for (EntityId id = 0; id < knowledge_.entities.size(); ++id) {
      const Entity& entity = knowledge_.entities[id];
      holders[KnowledgeBuilder::Key(entity.name)].insert(id);
      for (const Phrase& alias : entity.also) holders[KnowledgeBuilder::Key(alias.text)].insert(id);
    }
    std::map<std::string, const Attribute*> attributes;
    for (const Attribute& attribute : knowledge_.attributes)
      attributes.emplace(KnowledgeBuilder::Key(attribute.name), &attribute);
    std::map<std::string, EntityId> by_place;
    for (EntityId id = 0; id < knowledge_.entities.size(); ++id)
      by_place.emplace(knowledge_.entities[id].place.ToString(), id);
    for (const Block& block : blocks_) {
      const bool is_entity = block.head().key == "entity";
      const std::set<std::string> meant = SharedNames(block);
      const auto id = by_place.find(block.head().place.ToString());
      if (!is_entity || id == by_place.end()) continue;
      for (const Entry& entry : block.entries) {
        if (entry.key != "entity" && entry.key != "also") continue;
        for (const std::string& name : NamesIn(entry)) {
          if (meant.contains(KnowledgeBuilder::Key(name))) continue;
          const auto attribute = attributes.find(KnowledgeBuilder::Key(WithoutArticle(name)));
          if (entry.key == "also" && attribute != attributes.end())
            WarnOfAttributeName(PlaceOfPart(entry, name), name, *attribute->second);
          for (const EntityId other : holders[KnowledgeBuilder::Key(name)]) {
            if (other >= id->second) continue;  // said once, at the later of the two
            WarnOfSharedName(PlaceOfPart(entry, name), name, knowledge_.entities[other]);
            break;
          }
        }
      }
    }
  }

  // "Boat" as a name of one of several boats. "The boat" may well be the one that everybody means.
  void ReviewTypes() {
    std::map<std::string, TypeId> words;
    for (TypeId type = 0; type < knowledge_.types.size(); ++type) {
      words.emplace(KnowledgeBuilder::Key(knowledge_.types[type].name), type);
      for (const Phrase& alias : knowledge_.types[type].also) words.emplace(KnowledgeBuilder::Key(alias.text), type);
    }
    for (const Block& block : blocks_) {
      if (block.head().key != "entity") continue;
      const std::set<std::string> meant = SharedNames(block);
      for (const Entry& entry : block.entries) {
        if (entry.key != "entity" && entry.key != "also") continue;
        for (const std::string& name : NamesIn(entry)) {
          const auto type = words.find(KnowledgeBuilder::Key(name));
          if (type == words.end() || meant.contains(KnowledgeBuilder::Key(name))) continue;
          const size_t count = CountOf(type->second);
          if (count < 2) continue;
          const std::string& called = knowledge_.types[type->second].name;
          Warn(
              PlaceOfPart(entry, name), "type-name",
              "\"" + name + "\" is also the word for all things of the type \"" + called + "\", of which there are " +
                  std::to_string(count),
              "whoever says it is taken to mean this one: give it another name, or, if that is wanted, add \"shared: " +
                  name + "\"");
        }
      }
    }
  }

 private:
  void Warn(Place place, std::string code, std::string message, std::string remedy) {
    diagnostics_.Warn(std::move(place), std::move(code), std::move(message), std::move(remedy));
  }

  static std::vector<std::string> NamesIn(const Entry& entry) {
    return entry.key == "also" ? SplitList(entry.value, ",;") : std::vector<std::string>{entry.value};
  }

  // Names that the author knows to be shared.
  static std::set<std::string> SharedNames(const Block& block) {
    std::set<std::string> names;
    for (const Entry& entry : block.entries) {
      if (entry.key != "shared") continue;
      for (const std::string& name : SplitList(entry.value, ",;")) names.insert(KnowledgeBuilder::Key(name));
    }
    return names;
  }

  size_t CountOf(TypeId type) const {
    size_t count = 0;
    for (EntityId id = 0; id < knowledge_.entities.size(); ++id) count += knowledge_.IsA(id, type) ? 1 : 0;
    return count;
  }

  static std::string_view WithoutArticle(std::string_view name) {
    constexpr std::string_view kArticle = "the ";
    return name.starts_with(kArticle) ? name.substr(kArticle.size()) : name;
  }

  void WarnOfAttributeName(Place place, const std::string& name, const Attribute& attribute) {
    Warn(std::move(place), "attribute-name",
         "\"" + name + "\" is also what facts tell of things: the attribute \"" + attribute.name + "\"",
         "whoever asks for the " + attribute.name +
             " of something is taken to mean this one: take the name out, or, if"
             " that is wanted, add \"shared: " +
             name + "\"");
  }

  void WarnOfSharedName(Place place, const std::string& name, const Entity& other) {
    Warn(std::move(place), "shared-name",
         "\"" + name + "\" also names \"" + other.name + "\" at " + other.place.ToString(),
         "whoever asks for it is asked back which one is meant: if that is wanted, add \"shared: " + name + "\"");
  }

  const std::vector<Block>& blocks_;
  const Knowledge& knowledge_;
  Diagnostics& diagnostics_;
};

}  // namespace

void ReviewNames(const std::vector<Block>& blocks, const Knowledge& knowledge, Diagnostics& diagnostics) {
  NameReviewer reviewer(blocks, knowledge, diagnostics);
  reviewer.ReviewNames();
  reviewer.ReviewTypes();
}

}  // namespace docent
