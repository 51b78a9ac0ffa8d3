#include "bot/answering/frame_index.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <thread>
#include <utility>

#include "bot/reading/marks.h"

namespace docent {
namespace {

// How much a word of a fact counts when a question holds it, by where it stands. Names, attributes and authors' words
// are what people ask by; a sentence also holds words that only connect.
constexpr float kPredicateQuality = 1.0F;
constexpr float kEntityQuality = 1.0F;
constexpr float kNestedEntityQuality = 0.7F;
constexpr float kSlotQuality = 0.95F;
constexpr float kNameWordQuality = 0.8F;
constexpr float kTypeQuality = 0.85F;
constexpr float kSentenceQuality = 0.8F;
constexpr float kCharacterShare = 0.7F;
// A synonym of a word that only stands in the sentence is a weak hint: most words have many.
constexpr float kSentenceClassShare = 0.6F;
// The author has thought of other words already; a thesaurus's words for these lead far.
constexpr float kFurtherClassShare = 0.8F;
constexpr float kAliasClassShare = 0.6F;
constexpr float kWordInPhrase = 0.6F;
constexpr size_t kMaxFactsOfEntity = 512;
constexpr size_t kMostKept = 1 << 14;           // entities whose terms are kept while facts are read
constexpr size_t kFactsWorthAThread = 1 << 12;  // fewer are read before a thread has begun

bool HasLowerKey(const FrameTerm& one, const FrameTerm& other) { return one.key < other.key; }

// Sorts by key and makes one term of those with the same.
void Merge(std::vector<FrameTerm>& terms) {
  std::sort(terms.begin(), terms.end(), HasLowerKey);
  size_t kept = 0;
  for (const FrameTerm& term : terms) {
    if (kept == 0 || terms[kept - 1].key != term.key) {
      terms[kept++] = term;
      continue;
    }
    terms[kept - 1].quality = std::max(terms[kept - 1].quality, term.quality);
    terms[kept - 1].places |= term.places;
  }
  terms.resize(kept);
}

class FrameBuilder {
 public:
  FrameBuilder(const Knowledge& knowledge, const Vocabulary& vocabulary, const RuleSet& rules,
               const std::vector<std::vector<EntityId>>& nested)
      : knowledge_(knowledge), vocabulary_(vocabulary), rules_(rules), nested_(nested) {}

  // Valid until the next call.
  std::span<const FrameTerm> Build(const Fact& fact) {
    terms_.clear();
    class_share_ = 1;
    for (size_t i = 0; i < fact.slots.size() && i < kMaxSlots; ++i) AddSlot(fact.slots[i], uint32_t{1} << i);
    AddPredicate(fact);
    class_share_ = kSentenceClassShare;
    for (const Phrase& phrase : fact.says) AddText(phrase.text, kSentenceQuality, kInSentence);
    class_share_ = kFurtherClassShare;
    for (const Phrase& phrase : fact.also) AddText(phrase.text, kPredicateQuality, kInFurtherWords);
    Merge(terms_);
    return terms_;
  }

 private:
  void Add(TermKey key, float quality, uint32_t place) { terms_.push_back({key, quality, place}); }

  // What `add` adds, read once for all facts that hold the same thing. Nothing of the fact may tell in it.
  template <typename Adder>
  void AddKept(std::unordered_map<uint32_t, std::vector<FrameTerm>>& kept, uint32_t id, uint32_t place,
               const Adder& add) {
    if (kept.size() > kMostKept) kept.clear();
    const auto [entry, is_new] = kept.try_emplace(id);
    if (is_new) {
      std::vector<FrameTerm> others = std::exchange(terms_, {});
      add();
      Merge(terms_);
      entry->second = std::exchange(terms_, std::move(others));
    }
    for (const FrameTerm& term : entry->second) Add(term.key, term.quality, place);
  }

  // The longest phrases of the text and, below them, single words; a word inside a phrase ("charge" in "in charge of")
  // means nothing by itself. Inside a name each word keeps its meaning: a fund's name says that it is a fund.
  void AddText(std::string_view text, float quality, uint32_t place) {
    const MarkedQuestion marked = MarkText(vocabulary_, text);
    size_t position = 0;
    for (const Mention& mention : marked.mentions) {
      AddWords(marked, {position, mention.span.begin}, quality, place);
      position = mention.span.end;
      if (IsGrammar(mention)) continue;
      const bool is_name = std::any_of(mention.meanings.begin(), mention.meanings.end(),
                                       [](const Meaning& meaning) { return meaning.kind == MeaningKind::kEntity; });
      for (const Meaning& meaning : mention.meanings) {
        if (meaning.kind == MeaningKind::kEntity && !in_name_) AddEntity(meaning.id, quality, place);
      }
      AddMeanings(mention.meanings, quality, place);
      if (is_name) AddNestedMeanings(marked, mention.span, quality, place);
      const bool is_phrase =
          !is_name && mention.span.size() > 1 && marked.words[mention.span.begin].shape != WordShape::kHan;
      if (is_phrase) Add(PhraseKey(marked.words, mention.span), quality, place);
      // In "not allowed" the negation is a word of its own, and so is the one that it stands before.
      const bool is_whole = !is_phrase || IsNegation(marked, mention, vocabulary_, rules_);
      AddWords(marked, mention.span, is_whole ? quality : quality * kWordInPhrase, place);
    }
    AddWords(marked, {position, marked.words.size()}, quality, place);
    AddCharacters(marked.words, quality, place);
  }

  // Chinese text is cut into words in more than one way: every pair counts, and every character as a short form of
  // the word that holds it.
  void AddCharacters(const std::vector<Word>& words, float quality, uint32_t place) {
    for (size_t i = 0; i < words.size(); ++i) {
      if (words[i].shape != WordShape::kHan) continue;
      Add(CharacterKey(words[i].text), quality * kCharacterShare, place);
      const bool pair = i + 1 < words.size() && words[i + 1].shape == WordShape::kHan;
      if (pair) Add(PairKey(words[i].text, words[i + 1].text), quality, place);
    }
  }

  void AddWords(const MarkedQuestion& marked, WordSpan span, float quality, uint32_t place) {
    std::vector<TermKey> keys;
    if (span.begin < span.end) AppendWordTerms(marked.words, span, keys);
    for (const TermKey key : keys) Add(key, quality, place);
  }

  void AddNestedMeanings(const MarkedQuestion& marked, WordSpan span, float quality, uint32_t place) {
    for (size_t i = span.begin; i < span.end; ++i) {
      for (const Vocabulary::Match& match : vocabulary_.MatchesAt(marked.words, i)) {
        if (i + match.length <= span.end) AddMeanings(match.meanings, quality, place);
      }
    }
  }

  void AddMeanings(std::span<const Meaning> meanings, float quality, uint32_t place) {
    for (const Meaning& meaning : meanings) {
      if (meaning.kind == MeaningKind::kClass) {
        Add(KeyOf(TermSort::kClass, meaning.id), quality * class_share_, place);
      }
      if (meaning.kind == MeaningKind::kType) Add(KeyOf(TermSort::kType, meaning.id), quality, place);
      if (meaning.kind == MeaningKind::kAttribute) Add(KeyOf(TermSort::kAttribute, meaning.id), quality * 0.9F, place);
    }
  }

  void AddEntity(EntityId entity, float quality, uint32_t place) {
    Add(KeyOf(TermSort::kEntity, entity), quality, place);
    for (const EntityId inner : nested_[entity]) {
      Add(KeyOf(TermSort::kEntity, inner), std::min(quality, kNestedEntityQuality), place);
    }
  }

  void AddSlot(const Slot& slot, uint32_t place) {
    for (const Value& value : slot.values) {
      if (value.quantity && value.quantity->kind != QuantityKind::kDate)
        Add(FigureKey(value.quantity->number), 1, place);
      if (value.entity == kNone) {
        AddText(value.text, kSlotQuality, place);
        continue;
      }
      AddKept(entities_, value.entity, place, [&] { AddHeld(value.entity); });
    }
    if (slot.role == Role::kAttribute) AddAttribute(slot.attribute, place);
  }

  // An entity that stands in a slot, by its names and types.
  void AddHeld(EntityId id) {
    const Entity& entity = knowledge_.entities[id];
    AddEntity(id, kEntityQuality, 0);
    in_name_ = true;
    AddText(entity.name, kNameWordQuality, 0);
    class_share_ = kAliasClassShare;
    for (const Phrase& alias : entity.also) AddText(alias.text, kNameWordQuality, 0);
    class_share_ = 1;
    in_name_ = false;
    for (TypeId type : entity.types) AddType(type, 0);
  }

  void AddType(TypeId type, uint32_t place) {
    for (int depth = 0; type != kNone && depth < 32; ++depth, type = knowledge_.types[type].parent) {
      Add(KeyOf(TermSort::kType, type), kTypeQuality, place);
    }
  }

  void AddAttribute(AttributeId attribute, uint32_t place) {
    AddKept(attributes_, attribute, place, [&] {
      const Attribute& declared = knowledge_.attributes[attribute];
      Add(KeyOf(TermSort::kAttribute, attribute), kPredicateQuality, 0);
      AddText(declared.name, kPredicateQuality, 0);
      for (const Phrase& phrase : declared.also) AddText(phrase.text, kPredicateQuality, 0);
    });
  }

  void AddPredicate(const Fact& fact) {
    if (fact.attribute != kNone) AddAttribute(fact.attribute, kInPredicate);
    for (const std::string& verb : fact.verbs) AddText(verb, kPredicateQuality, kInPredicate);
  }

  const Knowledge& knowledge_;
  const Vocabulary& vocabulary_;
  const RuleSet& rules_;
  const std::vector<std::vector<EntityId>>& nested_;
  std::vector<FrameTerm> terms_;
  std::unordered_map<uint32_t, std::vector<FrameTerm>> entities_;  // what each adds
  std::unordered_map<uint32_t, std::vector<FrameTerm>> attributes_;
  float class_share_ = 1;  // how much the classes of the words at hand count
  bool in_name_ = false;   // the words at hand are an entity's: others that share a short form with it are not held
};

FrameIndex::Denial ReadDenial(std::string_view text, const Vocabulary& vocabulary) {
  FrameIndex::Denial denial;
  const MarkedQuestion marked = MarkText(vocabulary, text);
  size_t position = 0;
  for (const Mention& mention : marked.mentions) {
    for (; position < mention.span.begin; ++position)
      AppendWordTerms(marked.words, {position, position + 1}, denial.emplace_back());
    position = mention.span.end;
    // "Only", "no" and "already" carry no content, but a claim with them is another one.
    const bool is_marked = std::any_of(mention.meanings.begin(), mention.meanings.end(),
                                       [](const Meaning& meaning) { return meaning.kind == MeaningKind::kMark; });
    if (IsGrammar(mention) && !is_marked) continue;
    // The words themselves: "popular" is denied, not all that a thesaurus has beside it.
    std::vector<TermKey>& word = denial.emplace_back(TermsOfMention(marked, mention));
    std::erase_if(word, [](TermKey key) { return SortOf(key) == TermSort::kClass; });
    if (word.empty()) denial.pop_back();
  }
  for (; position < marked.words.size(); ++position)
    AppendWordTerms(marked.words, {position, position + 1}, denial.emplace_back());
  return denial;
}

// Entities named inside the names of `entity`.
std::vector<EntityId> FindNested(const Entity& entity, EntityId self, const Vocabulary& vocabulary) {
  std::vector<EntityId> nested;
  const std::vector<Word> words = SplitWords(entity.name);
  for (size_t i = 0; i < words.size(); ++i) {
    for (const Vocabulary::Match& match : vocabulary.MatchesAt(words, i)) {
      if (match.length == words.size()) continue;
      // A short form that several share ("G60") says of none that it stands inside.
      const auto entities = std::count_if(match.meanings.begin(), match.meanings.end(),
                                          [](const Meaning& meaning) { return meaning.kind == MeaningKind::kEntity; });
      if (entities > 1) continue;
      for (const Meaning& meaning : match.meanings) {
        const bool is_new = std::find(nested.begin(), nested.end(), meaning.id) == nested.end();
        if (meaning.kind == MeaningKind::kEntity && meaning.id != self && is_new) nested.push_back(meaning.id);
      }
    }
  }
  return nested;
}

// The terms of some facts, one after another, and how many each has.
struct Share {
  std::vector<FrameTerm> terms;
  std::vector<uint32_t> counts;
};

Share BuildShare(const Knowledge& knowledge, const Vocabulary& vocabulary, const RuleSet& rules,
                 const std::vector<std::vector<EntityId>>& nested, FactId begin, FactId end) {
  Share share;
  FrameBuilder builder(knowledge, vocabulary, rules, nested);
  for (FactId id = begin; id < end; ++id) {
    const std::span<const FrameTerm> terms = builder.Build(knowledge.facts[id]);
    share.terms.insert(share.terms.end(), terms.begin(), terms.end());
    share.counts.push_back(static_cast<uint32_t>(terms.size()));
  }
  return share;
}

// Of all facts in order, each share read by a thread of its own.
std::vector<Share> BuildShares(const Knowledge& knowledge, const Vocabulary& vocabulary, const RuleSet& rules,
                               const std::vector<std::vector<EntityId>>& nested) {
  const size_t facts = knowledge.facts.size();
  const size_t threads =
      std::clamp<size_t>(facts / kFactsWorthAThread, 1, std::max<size_t>(std::thread::hardware_concurrency(), 1));
  std::vector<std::future<Share>> shares;
  for (size_t i = 0; i < threads; ++i) {
    shares.push_back(std::async(threads == 1 ? std::launch::deferred : std::launch::async, [&, i] {
      return BuildShare(knowledge, vocabulary, rules, nested, static_cast<FactId>(facts * i / threads),
                        static_cast<FactId>(facts * (i + 1) / threads));
    }));
  }
  std::vector<Share> built;
  for (std::future<Share>& share : shares) built.push_back(share.get());
  return built;
}

}  // namespace

FrameIndex FrameIndex::Build(const Knowledge& knowledge, const Vocabulary& vocabulary, const RuleSet& rules) {
  FrameIndex index;
  for (EntityId id = 0; id < knowledge.entities.size(); ++id) {
    index.nested_.push_back(FindNested(knowledge.entities[id], id, vocabulary));
  }
  for (Share& share : BuildShares(knowledge, vocabulary, rules, index.nested_)) {
    for (const uint32_t count : share.counts) index.begins_.push_back(index.begins_.back() + count);
    for (const FrameTerm& term : share.terms) ++index.counts_[term.key];
    if (index.terms_.empty()) {
      index.terms_ = std::move(share.terms);
    } else {
      index.terms_.insert(index.terms_.end(), share.terms.begin(), share.terms.end());
    }
    share = {};
  }
  index.terms_.shrink_to_fit();
  for (FactId id = 0; id < knowledge.facts.size(); ++id) {
    for (const Phrase& phrase : knowledge.facts[id].denies) {
      Denial denial = ReadDenial(phrase.text, vocabulary);
      if (!denial.empty()) index.denials_[id].push_back(std::move(denial));
    }
    for (const Slot& slot : knowledge.facts[id].slots) {
      for (const Value& value : slot.values) {
        if (value.entity == kNone) continue;
        std::vector<FactId>& facts = index.facts_of_[value.entity];
        if (facts.size() < kMaxFactsOfEntity && (facts.empty() || facts.back() != id)) facts.push_back(id);
      }
    }
  }
  return index;
}

const FrameTerm* FrameIndex::Find(FactId fact, TermKey key) const {
  const std::span<const FrameTerm> terms = TermsOf(fact);
  const auto found = std::lower_bound(terms.begin(), terms.end(), key,
                                      [](const FrameTerm& term, TermKey value) { return term.key < value; });
  return found != terms.end() && found->key == key ? &*found : nullptr;
}

std::span<const FrameIndex::Denial> FrameIndex::DenialsOf(FactId fact) const {
  const auto found = denials_.find(fact);
  if (found == denials_.end()) return {};
  return found->second;
}

uint32_t FrameIndex::FactsWith(TermKey key) const {
  const auto found = counts_.find(key);
  return found == counts_.end() ? 0 : found->second;
}

std::span<const FactId> FrameIndex::FactsOf(EntityId entity) const {
  const auto found = facts_of_.find(entity);
  if (found == facts_of_.end()) return {};
  return found->second;
}

double FrameIndex::Weight(uint32_t facts_with) const {
  const double all = static_cast<double>(size()) + 1;
  const double weight = std::log(all / (facts_with + 0.5)) / std::log(all / 0.5);
  return std::clamp(weight, 0.05, 1.0);
}

std::vector<std::string> FrameIndex::IndexTexts() const {
  std::vector<std::string> texts;
  texts.reserve(size());
  for (FactId fact = 0; fact < size(); ++fact) {
    std::string& text = texts.emplace_back();
    for (const FrameTerm& term : TermsOf(fact)) text += IndexWord(term.key) + " ";
  }
  return texts;
}

}  // namespace docent
