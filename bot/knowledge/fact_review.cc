#include "bot/knowledge/fact_review.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "bot/knowledge/attribute_review.h"
#include "bot/knowledge/belonging_review.h"
#include "bot/knowledge/builder.h"
#include "bot/knowledge/name_review.h"
#include "bot/knowledge/value_review.h"
#include "bot/text/quantity.h"
#include "bot/text/spelling.h"
#include "bot/text/words.h"

namespace docent {
namespace {

bool IsFact(const Block& block) { return block.head().key == "fact" || block.head().key == "event"; }

bool HasKey(const Block& block, std::string_view key) {
  return std::any_of(block.entries.begin(), block.entries.end(), [&](const Entry& entry) { return entry.key == key; });
}

class FactReviewer {
 public:
  FactReviewer(const std::vector<Block>& blocks, const Knowledge& knowledge, Diagnostics& diagnostics)
      : blocks_(blocks), knowledge_(knowledge), diagnostics_(diagnostics) {
    for (FactId id = 0; id < knowledge.facts.size(); ++id) facts_.emplace(knowledge.facts[id].place.ToString(), id);
  }

  void Review() {
    for (const Block& block : blocks_) {
      if (block.head().key == "source" && !HasKey(block, "title")) {
        Warn(block.head().place, "no-title", "this source has no title",
             "answers name their source by it: add a \"title:\" line");
      }
      if (block.head().key == "entity") ReviewTypes(block);
      if (IsFact(block)) ReviewFact(block);
    }
    ReviewSources();
    ReviewAttributes(blocks_, knowledge_, diagnostics_);
    ReviewNames(blocks_, knowledge_, diagnostics_);
    ReviewBelonging(blocks_, diagnostics_);
    ReviewTests();
    ReviewContradictions();
    ReviewTranslations();
    ReviewUse();
  }

 private:
  void Warn(Place place, std::string code, std::string message, std::string remedy) {
    diagnostics_.Warn(std::move(place), std::move(code), std::move(message), std::move(remedy));
  }

  const Fact* FactOf(const Block& block) const {
    const auto found = facts_.find(block.head().place.ToString());
    return found == facts_.end() ? nullptr : &knowledge_.facts[found->second];
  }

  void ReviewFact(const Block& block) {
    const Fact* fact = FactOf(block);
    if (fact == nullptr) return;
    if (fact->tests.empty()) {
      Warn(block.head().place, "no-test", "no test asks for this fact",
           "add \"test: a question => words of its answer\"");
    }
    if (!fact->is_event) ReviewAttribute(block, *fact);
    ReviewSpeaker(block, *fact);
    ReviewValues(block, *fact, knowledge_, diagnostics_);
  }

  // "by" in the sense of who does or pays: "paid by the council" in the sentence.
  void ReviewSpeaker(const Block& block, const Fact& fact) {
    const Entry* by = block.Find("by");
    if (by == nullptr || by->value.empty()) return;
    if (fact.Find(Role::kWho) != nullptr) return;
    // Not at its beginning: "By the council's account" is whose words they are.
    const std::string sentence = KnowledgeBuilder::Key(fact.Says("en")) + " ";
    const std::string doer = KnowledgeBuilder::Key(by->value) + " ";
    if (sentence.find(" by " + doer) == std::string::npos && sentence.find(" by the " + doer) == std::string::npos)
      return;
    Warn(by->key_place, "by-doer",
         "\"by\" is whose words these are: the answer will say \"according to " + by->value + "\"",
         "who does, gives or pays it is \"who: " + by->value + "\"; if these are their words, say so in the sentence");
  }

  // Told once: whoever forgot the source of one fact has forgotten it for the folder.
  void ReviewSources() {
    const Fact* first = nullptr;
    size_t count = 0;
    for (const Fact& fact : knowledge_.facts) {
      if (fact.source != kNone) continue;
      if (first == nullptr) first = &fact;
      ++count;
    }
    if (first == nullptr) return;
    const std::string others = count == 1   ? ""
                               : count == 2 ? ", nor has another"
                                            : ", nor have " + std::to_string(count - 1) + " others";
    Warn(first->place, "no-source", "this fact has no source" + others,
         "answers name their source: add a block \"source: notes\" with a \"title:\" to the folder");
  }

  // "crews" beside a declared "crew".
  void ReviewAttribute(const Block& block, const Fact& fact) {
    const Attribute& attribute = knowledge_.attributes[fact.attribute];
    if (attribute.declared) return;
    const std::string name = KnowledgeBuilder::Key(attribute.name);
    for (const Attribute& other : knowledge_.attributes) {
      if (!other.declared || !IsNear(name, KnowledgeBuilder::Key(other.name))) continue;
      Warn(block.head().place, "near-attribute",
           "no block declares the attribute \"" + attribute.name + "\", but one declares \"" + other.name + "\"",
           "did you mean \"" + other.name + "\"? If not, declare it: \"attribute: " + attribute.name + "\"");
      return;
    }
  }

  void ReviewTypes(const Block& block) {
    std::set<std::string> declared;
    for (const Block& other : blocks_) {
      if (other.head().key == "type") declared.insert(KnowledgeBuilder::Key(other.head().value));
    }
    for (const Entry& entry : block.entries) {
      if (entry.key != "type") continue;
      for (const std::string& type : SplitList(entry.value, ";,")) {
        const std::string name = KnowledgeBuilder::Key(type);
        if (declared.contains(name)) continue;
        for (const std::string& other : declared) {
          if (!IsNear(name, other)) continue;
          Warn(PlaceOfPart(entry, type), "near-type",
               "no block declares the type \"" + type + "\", but one declares \"" + other + "\"",
               "did you mean \"" + other + "\"?");
          break;
        }
      }
    }
  }

  // One typing error apart, or a plural. Who mistypes a word seldom does so in its first letter: "height" is no slip
  // for "weight".
  static bool IsNear(const std::string& one, const std::string& other) {
    if (one == other || one.empty() || other.empty()) return false;
    if (JoinStems(SplitWords(one)) == JoinStems(SplitWords(other))) return true;
    return one.front() == other.front() && EditDistance(one, other, MendableEdits(other)) <= MendableEdits(other);
  }

  // One question with two different expectations.
  void ReviewTests() {
    std::map<std::string, const ContentTest*> seen;
    for (const Fact& fact : knowledge_.facts) {
      for (const ContentTest& test : fact.tests) {
        std::string key;
        for (const std::string& turn : test.history) key += KnowledgeBuilder::Key(turn) + " > ";
        key += KnowledgeBuilder::Key(test.question);
        const auto [first, fresh] = seen.emplace(key, &test);
        if (fresh || first->second->never == test.never) continue;
        Warn(test.place, "contradicting-tests",
             "this line and the one at " + first->second->place.ToString() + " cannot both hold",
             "one expects an answer, the other none: take one out");
      }
    }
  }

  // Two facts that differ in nothing but the number they give.
  void ReviewContradictions() {
    std::map<std::string, const Fact*> seen;
    for (const Fact& fact : knowledge_.facts) {
      const Slot* value = fact.Find(Role::kValue);
      if (fact.is_event || value == nullptr || value->values.size() != 1 || !value->values.front().quantity) continue;
      std::string key = std::to_string(fact.subject) + "/" + std::to_string(fact.attribute);
      for (const Slot& slot : fact.slots) {
        if (slot.role == Role::kValue) continue;
        key += "/" + std::string(RoleName(slot.role)) + std::to_string(slot.attribute);
        for (const Value& one : slot.values) key += "=" + KnowledgeBuilder::Key(one.text);
      }
      const auto [first, fresh] = seen.emplace(key, &fact);
      if (fresh) continue;
      const Value& other = first->second->Find(Role::kValue)->values.front();
      const Quantity& one = *value->values.front().quantity;
      if (one.kind != other.quantity->kind || one.unit != other.quantity->unit ||
          (one.number == other.quantity->number && one.date == other.quantity->date))
        continue;
      Warn(fact.place, "contradiction",
           "\"" + value->values.front().text + "\" here, but \"" + other.text + "\" at " +
               first->second->place.ToString(),
           "if both hold, say in what they differ: \"when:\", \"where:\", \"phase:\", \"by:\"");
    }
  }

  // The languages that most facts of a source have a sentence in.
  void ReviewTranslations() {
    std::map<SourceId, std::pair<size_t, std::map<std::string, size_t>>> counts;
    const auto languages_of = [](const Fact& fact) {
      std::set<std::string> languages;
      for (const Phrase& phrase : fact.says) languages.insert(phrase.language);
      return languages;
    };
    for (const Fact& fact : knowledge_.facts) {
      if (fact.says.empty()) continue;
      auto& [all, by_language] = counts[fact.source];
      ++all;
      for (const std::string& language : languages_of(fact)) ++by_language[language];
    }
    for (const Fact& fact : knowledge_.facts) {
      if (fact.says.empty()) continue;
      const auto& [all, by_language] = counts[fact.source];
      const std::set<std::string> has = languages_of(fact);
      for (const auto& [language, count] : by_language) {
        if (has.contains(language) || count * 2 <= all) continue;
        const std::string key = language == "en" ? "says" : "says@" + language;
        Warn(fact.place, "untranslated", "this fact has no \"" + key + "\", and most others of its source have one",
             "add a \"" + key + ":\" line");
      }
    }
  }

  // What is declared and then not used is often a name that was spelt otherwise elsewhere.
  void ReviewUse() {
    std::set<AttributeId> used;
    for (const Fact& fact : knowledge_.facts) {
      if (fact.attribute != kNone) used.insert(fact.attribute);
      for (const Slot& slot : fact.slots) used.insert(slot.attribute);
    }
    for (const Block& block : blocks_) {
      if (block.head().key != "attribute") continue;
      const std::string name = KnowledgeBuilder::Key(block.head().value);
      const auto attribute =
          std::find_if(knowledge_.attributes.begin(), knowledge_.attributes.end(),
                       [&](const Attribute& one) { return KnowledgeBuilder::Key(one.name) == name; });
      if (attribute == knowledge_.attributes.end()) continue;
      if (used.contains(static_cast<AttributeId>(attribute - knowledge_.attributes.begin()))) continue;
      Warn(block.head().place, "unused-attribute", "no fact has the attribute \"" + block.head().value + "\"",
           "take it out, or look whether facts call it otherwise");
    }
  }

  const std::vector<Block>& blocks_;
  const Knowledge& knowledge_;
  Diagnostics& diagnostics_;
  std::map<std::string, FactId> facts_;  // by the place of the block
};

}  // namespace

void ReviewFacts(const std::vector<Block>& blocks, const Knowledge& knowledge, Diagnostics& diagnostics) {
  FactReviewer(blocks, knowledge, diagnostics).Review();
}

}  // namespace docent
