#include "bot/knowledge/attribute_review.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "bot/knowledge/attribute_choice.h"
#include "bot/knowledge/builder.h"
#include "bot/knowledge/keys.h"
#include "bot/knowledge/kind_fit.h"
#include "bot/knowledge/table.h"

namespace docent {
namespace {

std::string Quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string WithArticle(Kind kind) {
  switch (kind) {
    case Kind::kMoney:
      return "an amount of money";
    case Kind::kSpan:
      return "a length of time";
    case Kind::kFlag:
      return "yes or no";
    default:
      return "a " + std::string(KindName(kind));
  }
}

std::string RemedyFor(const Attribute& attribute) {
  const std::string otherwise = ", or say in \"attribute: " + attribute.name + "\" what its values are";
  switch (attribute.kind) {
    case Kind::kFlag:
      return "write yes or no, and what else there is to say in the sentence";
    case Kind::kMoney:
    case Kind::kCount:
    case Kind::kNumber:
    case Kind::kShare:
      return "write a figure; where there is none, leave it out" + otherwise;
    default:
      return "mend the value, give the fact another name" + otherwise;
  }
}

class AttributeReviewer {
 public:
  AttributeReviewer(const Knowledge& knowledge, Diagnostics& diagnostics)
      : knowledge_(knowledge), diagnostics_(diagnostics) {
    for (FactId id = 0; id < knowledge.facts.size(); ++id) facts_.emplace(knowledge.facts[id].place.ToString(), id);
    for (AttributeId id = 0; id < knowledge.attributes.size(); ++id) {
      for (const Phrase& alias : knowledge.attributes[id].also) {
        std::vector<AttributeId>& holders = aliased_[KnowledgeBuilder::Key(alias.text)];
        if (holders.empty() || holders.back() != id) holders.push_back(id);
      }
    }
  }

  void Review(const Block& block) {
    const std::string& head = block.head().key;
    if (head == "fact" || head == "event") {
      const auto fact = facts_.find(block.head().place.ToString());
      if (fact != facts_.end()) ReviewBlock(block, fact->second);
    }
    if (head == "entity") ReviewShortFacts(block);
  }

  // What stands in no block of its own: the rows of tables.
  void ReviewTables() {
    std::map<std::pair<std::string, AttributeId>, Misfit> misfits;
    for (const Fact& fact : knowledge_.facts) {
      if (!fact.is_from_table) continue;
      for (const Value& value : fact.slots.back().values) {
        if (Fits(value, fact.attribute)) continue;
        const auto [misfit, fresh] =
            misfits.try_emplace({fact.place.file.str(), fact.attribute}, Misfit{&fact, &value});
        if (!fresh) ++misfit->second.others;
      }
    }
    for (const auto& [column, misfit] : misfits) {
      const std::string others = misfit.others == 0 ? ""
                                 : misfit.others == 1
                                     ? ", nor is another of this column"
                                     : ", nor are " + std::to_string(misfit.others) + " others of this column";
      WarnOfKind(misfit.fact->place, *misfit.value, column.second, others);
    }
  }

 private:
  struct Misfit {
    const Fact* fact;
    const Value* value;
    size_t others = 0;
  };

  void ReviewBlock(const Block& block, FactId id) {
    const Fact& fact = knowledge_.facts[id];
    if (!fact.is_event && ReviewName(block.head().value, block.head().place, fact)) return;
    for (const Slot& slot : fact.slots) {
      if (slot.attribute == kNone) continue;
      for (const Value& value : slot.values) {
        if (!Fits(value, slot.attribute)) WarnOfKind(PlaceOf(value, block), value, slot.attribute, "");
      }
    }
  }

  // `capital: Juneau` in an entity block.
  void ReviewShortFacts(const Block& block) {
    for (const Entry& entry : block.entries) {
      const auto found = facts_.find(entry.place.ToString());
      if (entry.key == "entity" || found == facts_.end()) continue;
      const Fact& fact = knowledge_.facts[found->second];
      if (ReviewName(entry.key, entry.key_place, fact)) continue;
      for (const Value& value : fact.slots.back().values) {
        if (!Fits(value, fact.attribute)) WarnOfKind(PlaceOfPart(entry, value.text), value, fact.attribute, "");
      }
    }
  }

  bool Fits(const Value& value, AttributeId attribute) const {
    return CanBe(value, knowledge_.attributes[attribute].kind, knowledge_);
  }

  static Place PlaceOf(const Value& value, const Block& block) {
    for (const Entry& entry : block.entries) {
      if (&entry == &block.head()) continue;
      const std::vector<std::string> parts = SplitList(entry.value, ";");
      if (std::find(parts.begin(), parts.end(), value.text) != parts.end()) return PlaceOfPart(entry, value.text);
    }
    return block.head().place;
  }

  void WarnOfKind(Place place, const Value& value, AttributeId id, const std::string& others) {
    const Attribute& attribute = knowledge_.attributes[id];
    diagnostics_.Warn(std::move(place), "kind-mismatch",
                      Quoted(value.text) + " is not " + WithArticle(attribute.kind) + ", which " +
                          Quoted(attribute.name) + " is declared to be" + others,
                      RemedyFor(attribute));
  }

  // Whether it is doubtful that the fact means the attribute it was given to; if so, says so.
  bool ReviewName(const std::string& name, const Place& place, const Fact& fact) {
    const Attribute& attribute = knowledge_.attributes[fact.attribute];
    const std::string key = KnowledgeBuilder::Key(name);
    const auto candidates = aliased_.find(key);
    const Slot* values = fact.Find(Role::kValue);
    if (key == KnowledgeBuilder::Key(attribute.name) || candidates == aliased_.end() || values == nullptr) return false;
    const Value& value = values->values.front();
    const std::vector<AttributeId> fitting = FittingAttributes(candidates->second, fact.subject, value, knowledge_);
    if (fitting.size() == 1) return false;
    std::string message = Quoted(name) + " is another word for " + Quoted(attribute.name);
    if (fitting.empty() && !Fits(value, fact.attribute)) {
      message += ", and " + Quoted(value.text) + " is not " + WithArticle(attribute.kind) + ", as that one is";
    } else if (fitting.empty()) {
      message += ", which is said of " + Quoted(knowledge_.types[attribute.of].name) + " alone";
    } else {
      for (const AttributeId other : fitting) {
        if (other != fact.attribute) message += " and for " + Quoted(knowledge_.attributes[other].name);
      }
      message += ": this fact is taken for the first";
    }
    diagnostics_.Warn(
        place, "renamed-fact", std::move(message),
        "name the fact as the attribute that is meant, or declare one of its own: \"attribute: " + name + "\"");
    return true;
  }

  const Knowledge& knowledge_;
  Diagnostics& diagnostics_;
  std::map<std::string, FactId> facts_;                      // by place
  std::map<std::string, std::vector<AttributeId>> aliased_;  // by the Key of each alias
};

}  // namespace

void ReviewAttributes(const std::vector<Block>& blocks, const Knowledge& knowledge, Diagnostics& diagnostics) {
  AttributeReviewer reviewer(knowledge, diagnostics);
  for (const Block& block : blocks) reviewer.Review(block);
  reviewer.ReviewTables();
}

}  // namespace docent
