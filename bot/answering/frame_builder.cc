#include "bot/answering/frame_builder.h"

#include <algorithm>
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
constexpr float kAttributeShare = 0.9F;

// "2,300", which is found by "2300". From a million on people write words ("2.3 million").
bool IsWrittenWithCommas(const Quantity& quantity) {
  constexpr double kLeast = 1e3;
  constexpr double kBelow = 1e6;
  return quantity.kind == QuantityKind::kNumber && quantity.number >= kLeast && quantity.number < kBelow;
}

}  // namespace

FrameBuilder::Held FrameBuilder::Build(const Fact& fact) {
  terms_.clear();
  uses_.clear();
  class_share_ = 1;
  for (size_t i = 0; i < fact.slots.size() && i < kMaxSlots; ++i) AddSlot(fact.slots[i], uint32_t{1} << i);
  AddPredicate(fact);
  class_share_ = kSentenceClassShare;
  for (const Phrase& phrase : fact.says) AddText(phrase.text, kSentenceQuality, kInSentence);
  class_share_ = kFurtherClassShare;
  for (const Phrase& phrase : fact.also) AddText(phrase.text, kPredicateQuality, kInFurtherWords);
  MergeTerms(terms_);
  return {terms_, uses_};
}

std::span<const FrameTerm> FrameBuilder::BuildName(uint32_t name) {
  terms_.clear();
  class_share_ = 1;
  const size_t entities = knowledge_.entities.size();
  name < entities ? AddHeld(name) : AddAttribute(static_cast<AttributeId>(name - entities));
  MergeTerms(terms_);
  return terms_;
}

// The longest phrases of the text and, below them, single words; a word inside a phrase ("charge" in "in charge of")
// means nothing by itself. Inside a name each word keeps its meaning: a fund's name says that it is a fund.
void FrameBuilder::AddText(std::string_view text, float quality, uint32_t place) {
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
    if (mention.quantity && !mention.quantity->unit.empty()) Add(MeasureKey(*mention.quantity), quality, place);
    if (mention.quantity && place == kInSentence && IsWrittenWithCommas(*mention.quantity))
      Add(FigureKey(mention.quantity->number), quality, place);
    const bool is_phrase =
        !is_name && mention.span.size() > 1 && marked.words[mention.span.begin].shape != WordShape::kHan;
    if (is_phrase) Add(PhraseKey(marked.words, mention.span), quality, place);
    // In "not allowed" the negation is a word of its own, and so is the one that it stands before.
    const bool is_whole = !is_phrase || IsNegation(marked, mention, vocabulary_, rules_);
    AddWords(marked, mention.span, is_whole ? quality : quality * kWordInPhrase, place);
    const size_t last = mention.span.end - 1;
    // Who won 21 of 38 league matches won 21 matches.
    if (is_phrase && in_whole_) AddWords(marked, {last, mention.span.end}, quality, place);
    // "Built by" is asked for by "who built it" as well.
    if (is_phrase && mention.span.size() == 2 && BeginsMark(marked, last, "names the doer", vocabulary_, rules_))
      AddWords(marked, {mention.span.begin, last}, quality, place);
  }
  AddWords(marked, {position, marked.words.size()}, quality, place);
  AddCharacters(marked.words, quality, place);
}

// Chinese text is cut into words in more than one way: every pair counts, and every character as a short form of
// the word that holds it.
void FrameBuilder::AddCharacters(const std::vector<Word>& words, float quality, uint32_t place) {
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i].shape != WordShape::kHan) continue;
    Add(CharacterKey(words[i].text), quality * kCharacterShare, place);
    const bool pair = i + 1 < words.size() && words[i + 1].shape == WordShape::kHan;
    if (pair) Add(PairKey(words[i].text, words[i + 1].text), quality, place);
  }
}

void FrameBuilder::AddWords(const MarkedQuestion& marked, WordSpan span, float quality, uint32_t place) {
  std::vector<TermKey> keys;
  if (span.begin < span.end) AppendWordTerms(marked.words, span, keys);
  for (const TermKey key : keys) Add(key, quality, place);
}

void FrameBuilder::AddNestedMeanings(const MarkedQuestion& marked, WordSpan span, float quality, uint32_t place) {
  for (size_t i = span.begin; i < span.end; ++i) {
    for (const Vocabulary::Match& match : vocabulary_.MatchesAt(marked.words, i)) {
      if (i + match.length <= span.end) AddMeanings(match.meanings, quality, place);
    }
  }
}

void FrameBuilder::AddMeanings(std::span<const Meaning> meanings, float quality, uint32_t place) {
  for (const Meaning& meaning : meanings) {
    if (meaning.kind == MeaningKind::kClass) {
      Add(KeyOf(TermSort::kClass, meaning.id), quality * class_share_, place);
    }
    if (meaning.kind == MeaningKind::kType) Add(KeyOf(TermSort::kType, meaning.id), quality, place);
    if (meaning.kind == MeaningKind::kAttribute && !in_attribute_)
      Add(KeyOf(TermSort::kAttribute, meaning.id), quality * kAttributeShare, place);
  }
}

void FrameBuilder::AddEntity(EntityId entity, float quality, uint32_t place) {
  Add(KeyOf(TermSort::kEntity, entity), quality, place);
  for (const EntityId inner : nested_[entity]) {
    // Of two brewers whose new firm has both their names, neither is meant by it.
    const std::vector<TypeId>& types = knowledge_.entities[inner].types;
    if (!types.empty() && types == knowledge_.entities[entity].types) continue;
    Add(KeyOf(TermSort::kEntity, inner), std::min(quality, kNestedEntityQuality), place);
  }
}

void FrameBuilder::AddSlot(const Slot& slot, uint32_t place) {
  for (const Value& value : slot.values) {
    if (value.quantity && value.quantity->kind != QuantityKind::kDate) Add(FigureKey(value.quantity->number), 1, place);
    if (value.entity == kNone) {
      in_whole_ = slot.role == Role::kAmong;
      AddText(value.text, kSlotQuality, place);
      in_whole_ = false;
      continue;
    }
    uses_.push_back({value.entity, place});
  }
  if (slot.role == Role::kAttribute) UseAttribute(slot.attribute, place);
}

// An entity that stands in a slot, by its names and types.
void FrameBuilder::AddHeld(EntityId id) {
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

void FrameBuilder::AddType(TypeId type, uint32_t place) {
  for (int depth = 0; type != kNone && depth < 32; ++depth, type = knowledge_.types[type].parent) {
    Add(KeyOf(TermSort::kType, type), kTypeQuality, place);
  }
}

void FrameBuilder::AddAttribute(AttributeId attribute) {
  const Attribute& declared = knowledge_.attributes[attribute];
  Add(KeyOf(TermSort::kAttribute, attribute), kPredicateQuality, 0);
  in_attribute_ = true;  // two attributes with a word in common are two
  AddText(declared.name, kPredicateQuality, 0);
  for (const Phrase& phrase : declared.also) AddText(phrase.text, kPredicateQuality, 0);
  in_attribute_ = false;
}

void FrameBuilder::UseAttribute(AttributeId attribute, uint32_t place) {
  uses_.push_back({static_cast<uint32_t>(knowledge_.entities.size()) + attribute, place});
}

void FrameBuilder::AddPredicate(const Fact& fact) {
  if (fact.attribute != kNone) UseAttribute(fact.attribute, kInPredicate);
  for (const std::string& verb : fact.verbs) AddText(verb, kPredicateQuality, kInPredicate);
}

}  // namespace docent
