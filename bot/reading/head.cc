#include "bot/reading/head.h"

#include <algorithm>
#include <string_view>

#include "bot/reading/marks.h"
#include "bot/reading/term.h"
#include "bot/text/units.h"

namespace docent {
namespace {

// Whether no verb and no preposition stands among the words of the noun phrase.
bool IsSimple(const MarkedQuestion& marked, WordSpan head, const Language& language) {
  return std::none_of(marked.mentions.begin(), marked.mentions.end(), [&](const Mention& mention) {
    if (!head.Holds(mention.span)) return false;
    return IsVerb(mention, language) || IsGrammar(mention);
  });
}

// "Portion of all trees in the country": the noun phrase up to its first preposition.
WordSpan WithoutWhatFollows(const MarkedQuestion& marked, WordSpan head) {
  bool has_content = false;
  for (const Mention& mention : marked.mentions) {
    if (!head.Holds(mention.span)) continue;
    if (has_content && IsGrammar(mention)) return {head.begin, mention.span.begin};
    has_content = has_content || !IsGrammar(mention);
  }
  return head;
}

// "In the valley" of "what in the valley is": no noun phrase.
bool StartsWithGrammar(const MarkedQuestion& marked, WordSpan head) {
  return std::any_of(marked.mentions.begin(), marked.mentions.end(),
                     [&](const Mention& mention) { return mention.span.begin == head.begin && IsGrammar(mention); });
}

// "People came": up to the verb behind the noun.
WordSpan UpToVerb(const MarkedQuestion& marked, WordSpan head, const Language& language) {
  bool has_noun = false;
  for (const Mention& mention : marked.mentions) {
    if (!head.Holds(mention.span)) continue;
    const bool is_verb = IsVerb(mention, language);
    if (has_noun && is_verb) return {head.begin, mention.span.begin};
    has_noun = has_noun || (!is_verb && !IsGrammar(mention));
  }
  return head;
}

// "Which company started out with ...": a type, up to the verb that says what it does.
WordSpan UpToItsType(const MarkedQuestion& marked, WordSpan head, const Language& language) {
  bool has_type = false;
  for (const Mention& mention : marked.mentions) {
    if (!head.Holds(mention.span)) continue;
    if (has_type && IsVerb(mention, language)) return {head.begin, mention.span.begin};
    has_type = Has(mention, MeaningKind::kType);
  }
  return head;
}

// "AI funds", "schools of music": of the words of a noun phrase the last before a preposition says what it is, so that
// a thing that only has to do with AI is none.
void KeepNoun(const MarkedQuestion& marked, const Mention& noun, const RuleSet& rules, std::vector<TermKey>& terms) {
  if (noun.span.size() < 2 || marked.words[noun.span.begin].shape != WordShape::kLetters) return;
  size_t end = noun.span.begin + 1;
  while (end < noun.span.end && !HoldsMark(marked, {end, end + 1}, "joins nouns", rules)) ++end;
  std::vector<TermKey> others;
  AppendWordTerms(marked.words, {noun.span.begin, end - 1}, others);
  AppendWordTerms(marked.words, {end, noun.span.end}, others);
  std::vector<TermKey> own;
  AppendWordTerms(marked.words, {end - 1, end}, own);
  std::erase_if(terms, [&](TermKey term) {
    return std::find(others.begin(), others.end(), term) != others.end() &&
           std::find(own.begin(), own.end(), term) == own.end();  // "funds of funds"
  });
}

// The kind of the attributes that the noun names, if it is one: an author knows best what values a frequency has.
Kind KindOfAttributes(const Mention& noun, const Knowledge& knowledge) {
  Kind kind = Kind::kOpen;
  for (const Meaning& meaning : noun.meanings) {
    if (meaning.kind != MeaningKind::kAttribute) continue;
    const Kind own = knowledge.attributes[meaning.id].kind;
    if (kind != Kind::kOpen && own != kind) return Kind::kOpen;
    kind = own;
  }
  return kind;
}

// The last mention of the head's words decides ("AI [industry] [fund]"); all its meanings as types may be meant.
void ReadNoun(const MarkedQuestion& marked, WordSpan head, const Knowledge& knowledge, const Language& language,
              const RuleSet& rules, Asked& asked) {
  const Mention* last = nullptr;
  size_t end = head.begin;
  for (const Mention& mention : marked.mentions) {
    if (!head.Holds(mention.span) || IsGrammar(mention)) continue;
    last = &mention;
    end = mention.span.end;
  }
  if (last == nullptr || end < head.end) {
    AppendWordTerms(marked.words, {std::max(end, head.end - 1), head.end}, asked.head);
    return;
  }
  asked.head = TermsOfMention(marked, *last);
  if (Has(*last, MeaningKind::kType)) KeepNoun(marked, *last, rules, asked.head);
  asked.simple_head = IsSimple(marked, head, language);
  const bool is_counted = asked.kind == Kind::kCount;
  for (const Meaning& meaning : last->meanings) {
    Kind kind = Kind::kOpen;
    if (meaning.kind == MeaningKind::kType) {
      asked.types.push_back(meaning.id);
      kind = knowledge.types[meaning.id].kind;
    } else if (meaning.kind == MeaningKind::kKindNoun) {
      const Kind declared = KindOfAttributes(*last, knowledge);
      kind = declared != Kind::kOpen ? declared : static_cast<Kind>(meaning.id);
    } else if (meaning.kind == MeaningKind::kClass) {
      kind = language.classes[meaning.id].kind;
    }
    // "What kind of people" is answered by no number and by nobody.
    const bool is_sort = asked.sort && (kind == Kind::kCount || kind == Kind::kPerson);
    if (asked.kind == Kind::kOpen && !is_sort) asked.kind = kind;
  }
  // "Which funds" asks for things of that type, though "funds" may also mean money.
  if (!asked.types.empty() && !is_counted) asked.kind = knowledge.types[asked.types.front()].kind;
}

// What sort of place the head asks for, by the marks "place ..." of the rules, and which types are of other sorts.
void ReadSortOfPlace(const MarkedQuestion& marked, WordSpan head, const Knowledge& knowledge, const RuleSet& rules,
                     Asked& asked) {
  if (asked.sort) return;  // "what kind of building is it in": a mill
  const auto is_asked = [&](const Mark& mark) { return HoldsMark(marked, head, mark.name, rules); };
  const auto holds = [](const Mark& mark, std::string_view word) {
    return std::find(mark.words.begin(), mark.words.end(), word) != mark.words.end();
  };
  std::vector<const Mark*> sorts;
  for (const Mark& mark : rules.marks()) {
    if (mark.name.starts_with("place ")) sorts.push_back(&mark);
  }
  asked.sort_of_place = std::any_of(sorts.begin(), sorts.end(), [&](const Mark* mark) { return is_asked(*mark); });
  asked.small_place = std::any_of(sorts.begin(), sorts.end(), [&](const Mark* mark) {
    return mark->name.starts_with("place in ") && is_asked(*mark);
  });
  if (asked.sort_of_place && asked.kind == Kind::kOpen) asked.kind = Kind::kPlace;
  for (TypeId type = 0; asked.sort_of_place && type < knowledge.types.size(); ++type) {
    const bool is_other = std::any_of(sorts.begin(), sorts.end(), [&](const Mark* mark) {
      return !is_asked(*mark) && holds(*mark, knowledge.types[type].name);
    });
    if (is_other) asked.other_places.push_back(type);
  }
}

}  // namespace

bool IsVerb(const Mention& mention, const Language& language) {
  bool is_verb = false;
  for (const Meaning& meaning : mention.meanings) {
    // What rules look for in a word ("used to" tells of the past) is no other meaning.
    if (meaning.kind == MeaningKind::kMark || meaning.kind == MeaningKind::kLight) continue;
    if (meaning.kind != MeaningKind::kClass || language.classes[meaning.id].speech != Speech::kVerb) return false;
    is_verb = true;
  }
  return is_verb;
}

std::optional<WordSpan> ReadHead(const MarkedQuestion& marked, WordSpan captured, const Knowledge& knowledge,
                                 const Language& language, const RuleSet& rules, Asked& asked) {
  WordSpan head = UpToItsType(marked, captured, language);
  if (!asked.sort && StartsWithGrammar(marked, head)) return std::nullopt;
  const bool is_han = marked.words[head.begin].shape == WordShape::kHan;  // "of" stands behind what it is of
  if (!asked.sort && !is_han) head = WithoutWhatFollows(marked, head);
  // "How many people came to the mill": what is counted stands before the first preposition and before the verb.
  if (asked.kind == Kind::kCount) head = UpToVerb(marked, head, language);
  ReadNoun(marked, head, knowledge, language, rules, asked);
  asked.of_measure = asked.kind == Kind::kCount && std::any_of(marked.words.begin() + static_cast<long>(head.begin),
                                                               marked.words.begin() + static_cast<long>(head.end),
                                                               [](const Word& word) { return IsMeasure(word.text); });
  ReadSortOfPlace(marked, WithoutWhatFollows(marked, head), knowledge, rules, asked);
  return head;
}

}  // namespace docent
