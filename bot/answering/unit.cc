#include "bot/answering/unit.h"

#include <algorithm>
#include <cstdio>

#include "bot/answering/interval.h"
#include "bot/reading/marks.h"
#include "bot/text/units.h"

namespace docent {
namespace {

// How well one word stands for another, by how they are related.
constexpr float kSameClass = 0.92F;
constexpr float kLostByFurtherClass = 0.04F;  // a word of many classes is meant in only one of them
constexpr float kLeastSameClass = 0.76F;
constexpr float kMemberOfWiderClass = 0.75F;
constexpr float kSameType = 0.95F;
constexpr float kNestedName = 0.45F;

constexpr double kQuantityWeight = 0.9;
constexpr double kRelatedWeight = 0.8;
constexpr size_t kShortWord = 3;
constexpr double kLightShare = 0.3;

std::string TextOf(const std::vector<Word>& words, WordSpan span) {
  std::string text;
  for (size_t i = span.begin; i < span.end; ++i) {
    const bool close = words[i].shape == WordShape::kHan;
    if (!text.empty() && !close) text += ' ';
    text += words[i].text;
  }
  return text;
}

class UnitBuilder {
 public:
  UnitBuilder(const MarkedQuestion& marked, const std::vector<bool>& is_form, const Knowledge& knowledge,
              const Language& language, const RuleSet& rules, const FrameIndex& index)
      : marked_(marked), is_form_(is_form), knowledge_(knowledge), language_(language), rules_(rules), index_(index) {}

  void AddMention(const Mention& mention) {
    // "The one on top" counts nothing.
    const bool is_one = mention.quantity && mention.span.size() == 1 && marked_.words[mention.span.begin].text == "one";
    if (is_one && !IsBeforeThing(marked_, mention.span)) return;
    Unit unit = NewUnit(mention.span);
    unit.quantity = mention.quantity;
    unit.is_name = Has(mention, MeaningKind::kEntity);
    const auto classes = std::count_if(mention.meanings.begin(), mention.meanings.end(),
                                       [](const Meaning& meaning) { return meaning.kind == MeaningKind::kClass; });
    class_quality_ = std::max(kSameClass - kLostByFurtherClass * static_cast<float>(classes - 1), kLeastSameClass);
    // A fact that does not say "the longest" is no answer to it: only its own word accounts for it.
    const bool is_extreme = Has(mention, MeaningKind::kHigh) || Has(mention, MeaningKind::kLow);
    const bool is_superlative = IsMarked(mention, "superlative", rules_) || IsOfNumber(mention);
    for (const Meaning& meaning : mention.meanings) {
      // What only a fact that says so answers is not said by a word near to it in meaning.
      const bool is_near =
          meaning.kind == MeaningKind::kClass && (is_superlative || Has(mention, MeaningKind::kNeeded));
      const bool fits = unit.is_name ? meaning.kind == MeaningKind::kEntity : !is_extreme && !is_near;
      if (fits) AddMeaning(meaning, unit);
    }
    const size_t length_of_word = marked_.words[mention.span.begin].shape == WordShape::kHan ? 2 : 1;
    const bool is_phrase = mention.span.size() > length_of_word && !unit.quantity;
    if (is_phrase && !unit.is_name) AppendWordTerms(marked_.words, mention.span, unit.parts);
    if (is_phrase && !unit.is_name && length_of_word == 1 && !Has(mention, MeaningKind::kLight))
      unit.terms.push_back({PhraseKey(marked_.words, mention.span), 1.0F});
    if (!is_phrase && !unit.is_name) AddWords(mention.span, 1.0F, unit);
    for (const Meaning& meaning : mention.meanings) {
      if (meaning.kind == MeaningKind::kKindNoun) unit.kind = static_cast<Kind>(meaning.id);
    }
    is_light_ = Has(mention, MeaningKind::kLight) || Has(mention, MeaningKind::kFunction);
    unit.is_loose = is_light_ || (!unit.quantity && !mention.meanings.empty() && IsLoose(mention));
    unit.asks_how_often = IsMarked(mention, "asks how often", rules_);
    is_light_ = is_light_ || unit.asks_how_often;  // a fact tells it by "every" as well
    unit.is_world_name = Has(mention, MeaningKind::kWorldName);
    unit.is_world_place = std::any_of(mention.meanings.begin(), mention.meanings.end(), [&](const Meaning& meaning) {
      return meaning.kind == MeaningKind::kWorldName && language_.name_groups[meaning.id] == "place";
    });
    unit.is_constraint =
        unit.is_name || unit.is_world_name || unit.quantity.has_value() || is_extreme || IsOfNumber(mention);
    // Of "how fast" the form took "how": a fact without a speed does not answer it. "How many people" may be of
    // anything.
    const bool asks = is_phrase && Has(mention, MeaningKind::kAttribute) && is_form_[mention.span.begin] &&
                      !is_form_[mention.span.begin + 1];
    unit.is_constraint = unit.is_constraint || asks || Has(mention, MeaningKind::kNeeded);
    Finish(std::move(unit));
  }

  void AddWord(size_t position) {
    Unit unit = NewUnit({position, position + 1});
    if (marked_.words[position].text == "'s") return;  // a possessive, or "is"
    AddWords(unit.span, 1.0F, unit);
    if (unit.terms.empty()) return;
    // A word that the vocabulary holds only inside phrases means nothing to it by itself.
    unit.is_unknown = index_.FactsWith(unit.terms.front().key) == 0;
    const Word& word = marked_.words[position];
    if (unit.is_unknown && !word.capitalized && word.text.size() <= kShortWord) {  // a slip of the fingers
      unit.is_unknown = false;
      is_light_ = true;
    }
    // An unknown word in lower case is often an idiom; a name is what must not be passed over.
    unit.is_constraint = (unit.is_unknown && word.capitalized && !word.starts_sentence) ||
                         marked_.words[position].shape == WordShape::kNumber;
    Finish(std::move(unit));
  }

  // A run of Chinese characters that no phrase covers: each pair is a piece of its own.
  void AddChineseRun(WordSpan span) {
    std::vector<TermKey> pairs;
    AppendWordTerms(marked_.words, span, pairs);
    for (size_t i = 0; i < pairs.size(); ++i) {
      Unit unit = NewUnit({span.begin + i, std::min(span.begin + i + 2, span.end)});
      unit.terms.push_back({pairs[i], 1.0F});
      if (span.size() == 1) unit.terms.push_back({CharacterKey(marked_.words[span.begin].text), 1.0F});
      Finish(std::move(unit));
      units_.back().weight /= span.size() > 1 ? 2 : 1;
    }
  }

  // The last unit was claimed by the form as well: another attribute may be meant, and its words are the form's.
  void Loosen() {
    if (units_.empty()) return;
    Unit& unit = units_.back();
    unit.is_constraint = false;
    unit.weight *= kLightShare;
    unit.parts.clear();
    std::erase_if(unit.terms, [](const UnitTerm& term) { return SortOf(term.key) != TermSort::kAttribute; });
    ++claimed_;
  }

  // "For how long?" is nothing but form.
  std::vector<Unit> Take() { return claimed_ == units_.size() ? std::vector<Unit>() : std::move(units_); }

 private:
  Unit NewUnit(WordSpan span) const {
    Unit unit;
    unit.span = span;
    unit.text = TextOf(marked_.words, span);
    return unit;
  }

  void AddMeaning(const Meaning& meaning, Unit& unit) const {
    switch (meaning.kind) {
      case MeaningKind::kEntity:
        AddEntity(meaning.id, unit);
        break;
      case MeaningKind::kType:
        unit.terms.push_back({KeyOf(TermSort::kType, meaning.id), kSameType});
        break;
      case MeaningKind::kAttribute:
      case MeaningKind::kReverse:
        unit.terms.push_back({KeyOf(TermSort::kAttribute, meaning.id), 1.0F});
        break;
      case MeaningKind::kClass:
        AddClass(meaning.id, unit);
        break;
      case MeaningKind::kHigh:  // that a fact has a length does not make it the longest
      case MeaningKind::kLow:
      case MeaningKind::kKindNoun:
      case MeaningKind::kWorldName:
      case MeaningKind::kMark:
      case MeaningKind::kNeeded:
      case MeaningKind::kLight:
      case MeaningKind::kFiller:
      case MeaningKind::kFunction:
        break;
    }
  }

  // Whether the language knows the mention only as verbs, adjectives and words of relation; that rules look at it as
  // well says nothing against it.
  bool IsLoose(const Mention& mention) const {
    return Has(mention, MeaningKind::kClass) &&
           std::all_of(mention.meanings.begin(), mention.meanings.end(), [&](const Meaning& meaning) {
             if (meaning.kind == MeaningKind::kMark) return true;
             if (meaning.kind != MeaningKind::kClass) return false;
             const Speech speech = language_.classes[meaning.id].speech;
             return speech != Speech::kNoun && speech != Speech::kUnsaid;
           });
  }

  void AddEntity(EntityId entity, Unit& unit) const {
    unit.terms.push_back({KeyOf(TermSort::kEntity, entity), 1.0F});
    const Kind kind = knowledge_.KindOf(entity);
    for (const EntityId inner : index_.NestedIn(entity)) {
      const bool alike = kind != Kind::kOpen && knowledge_.KindOf(inner) == kind;
      if (alike) unit.terms.push_back({KeyOf(TermSort::kEntity, inner), kNestedName});
    }
  }

  void AddClass(uint32_t id, Unit& unit) const {
    const SynonymClass& synonyms = language_.classes[id];
    unit.terms.push_back({KeyOf(TermSort::kClass, id), class_quality_});
    for (const uint32_t member : synonyms.members) {
      unit.terms.push_back({KeyOf(TermSort::kClass, member), kMemberOfWiderClass});
    }
    if (synonyms.opposite != kNone) unit.opposites.push_back(KeyOf(TermSort::kClass, synonyms.opposite));
  }

  void AddWords(WordSpan span, float quality, Unit& unit) const {
    // Seven in the morning is no other seven.
    if (unit.quantity && IsTimeOfDay(*unit.quantity) && unit.quantity->unit != "o'clock") {
      unit.terms.push_back({MeasureKey(*unit.quantity), quality});
      return;
    }
    std::vector<TermKey> words;
    const bool is_date = unit.quantity && unit.quantity->kind == QuantityKind::kDate;
    // "October 2024" is no other month of that year.
    if (is_date && NamesPartOfYear(unit.quantity->date)) AppendWordTerms(marked_.words, span, words);
    const bool is_whole = !words.empty();
    for (size_t i = span.begin; unit.quantity && !is_whole && i < span.end; ++i) {
      // Of "2019年" or "more than 500" only the number says which.
      if (marked_.words[i].shape == WordShape::kNumber) words.push_back(StemKey(marked_.words[i].stem));
    }
    // "One third" is not found in "third parties", nor is "half" in "the first half of the year".
    const bool is_part = unit.quantity && unit.quantity->kind == QuantityKind::kShare;
    const bool is_spelled_out =
        unit.quantity && (span.size() > 1 || is_part) && marked_.words[span.begin].shape != WordShape::kHan;
    if (words.empty() && !is_spelled_out) AppendWordTerms(marked_.words, span, words);
    for (const TermKey key : words) unit.terms.push_back({key, quality});
    const bool is_figure = unit.quantity && unit.quantity->kind != QuantityKind::kDate &&
                           unit.quantity->kind != QuantityKind::kOrdinal;  // the third are not three
    if (is_figure) unit.terms.push_back({FigureKey(unit.quantity->number), quality});
    if (unit.quantity && !unit.quantity->unit.empty()) unit.terms.push_back({MeasureKey(*unit.quantity), quality});
    const Word& first = marked_.words[span.begin];
    if (span.size() == 1 && first.shape == WordShape::kHan) unit.terms.push_back({CharacterKey(first.text), quality});
  }

  // "The most buses": a fact that does not say so may tell of any.
  bool IsOfNumber(const Mention& mention) const {
    const size_t begin = mention.span.begin;
    return begin > 0 && IsMarked(mention, "superlative of number", rules_) &&
           HoldsMark(marked_, {begin - 1, begin}, "means one", rules_);
  }

  // "How tall is it in feet", "how much in dollars": an answer in other units is none.
  bool IsUnitAskedFor(const Unit& unit) const {
    const size_t begin = unit.span.begin;
    return begin > 0 && !unit.quantity && (IsMeasure(unit.text) || !CurrencyOf(unit.text).empty()) &&
           HoldsMark(marked_, {begin - 1, begin}, "joins nouns", rules_);
  }

  void Finish(Unit unit) {
    unit.is_measure = IsUnitAskedFor(unit);
    unit.is_constraint = unit.is_constraint || unit.is_measure;
    unit.weight = unit.quantity ? kQuantityWeight : WeightOf(unit);
    if (is_light_ && !unit.is_name) unit.weight *= kLightShare;
    is_light_ = false;
    units_.push_back(std::move(unit));
  }

  // By its own words where facts hold them, else nearly as much as a word of no fact: a synonym is common only
  // because its class is.
  double WeightOf(Unit& unit) const {
    uint32_t own = 0;
    bool related = false;
    for (const UnitTerm& term : unit.terms) {
      const TermSort sort = SortOf(term.key);
      const uint32_t facts = index_.FactsWith(term.key);
      const bool is_own = sort == TermSort::kEntity || sort == TermSort::kStem || sort == TermSort::kPair ||
                          sort == TermSort::kAttribute || sort == TermSort::kCharacter;
      if (is_own && term.quality >= kSameType) own = std::max(own, facts);
      related = related || facts > 0;
    }
    unit.is_absent = !related;
    if (own > 0) return index_.Weight(own);
    for (const TermKey part : unit.parts) own = std::max(own, index_.FactsWith(part) > 0 ? uint32_t{1} : uint32_t{0});
    related = related || own > 0;
    unit.is_absent = !related;
    return related ? kRelatedWeight : 1.0;
  }

  const MarkedQuestion& marked_;
  const std::vector<bool>& is_form_;
  const Knowledge& knowledge_;
  const Language& language_;
  const RuleSet& rules_;
  const FrameIndex& index_;
  bool is_light_ = false;
  float class_quality_ = kSameClass;  // of the mention at hand
  size_t claimed_ = 0;                // units whose words are the form's
  std::vector<Unit> units_;
};

// "The Tern, HMS Tern": a name right behind another of the same thing says no more than the first.
bool IsNamedAgain(const Unit& first, const Unit& second) {
  return first.is_name && second.is_name && !first.terms.empty() && !second.terms.empty() &&
         first.terms.front().key == second.terms.front().key && first.span.end == second.span.begin;
}

void DropNamesTwice(std::vector<Unit>& units) {
  units.erase(std::unique(units.begin(), units.end(), IsNamedAgain), units.end());
}

// "Is it the lowest?": a word of grammar elsewhere, by which a claim says what the thing is.
bool IsClaimed(const Mention& mention, Act act) {
  return act == Act::kVerify && Has(mention, MeaningKind::kMark) && Has(mention, MeaningKind::kClass);
}

}  // namespace

std::vector<Unit> UnitsOf(const MarkedQuestion& marked, const std::vector<bool>& is_form, Act act,
                          const Knowledge& knowledge, const Language& language, const RuleSet& rules,
                          const FrameIndex& index) {
  UnitBuilder builder(marked, is_form, knowledge, language, rules, index);
  size_t position = 0;
  auto mention = marked.mentions.begin();
  while (position < marked.words.size()) {
    if (mention != marked.mentions.end() && mention->span.begin == position) {
      const bool claimed =
          std::all_of(is_form.begin() + static_cast<long>(mention->span.begin),
                      is_form.begin() + static_cast<long>(mention->span.end), [](bool form) { return form; });
      // "How big" may be the form's words and an author's for an attribute.
      const bool is_attribute = mention->span.size() > 1 && Has(*mention, MeaningKind::kAttribute);
      if ((!claimed || is_attribute) && (!IsGrammar(*mention) || IsClaimed(*mention, act)))
        builder.AddMention(*mention);
      if (claimed && is_attribute) builder.Loosen();
      position = mention->span.end;
      ++mention;
      continue;
    }
    size_t end = position;
    const size_t limit = mention == marked.mentions.end() ? marked.words.size() : mention->span.begin;
    while (end < limit && marked.words[end].shape == WordShape::kHan && !is_form[end]) ++end;
    if (end > position) {
      builder.AddChineseRun({position, end});
      position = end;
      continue;
    }
    if (!is_form[position]) builder.AddWord(position);
    ++position;
  }
  std::vector<Unit> units = builder.Take();
  DropNamesTwice(units);
  return units;
}

std::string ToString(const std::vector<Unit>& units) {
  std::string text;
  for (const Unit& unit : units) {
    std::array<char, 16> weight{};
    std::snprintf(weight.data(), weight.size(), " %.2f", unit.weight);
    if (!text.empty()) text += ' ';
    text += '[' + unit.text + (unit.is_constraint ? "!" : "") + (unit.is_unknown ? "?" : "") +
            (unit.is_loose ? "'" : "") + (unit.is_head ? "^" : "") + (unit.from_context ? "~" : "") +
            (unit.is_excluded ? "-" : "") + weight.data() + ']';
  }
  return text;
}

}  // namespace docent
