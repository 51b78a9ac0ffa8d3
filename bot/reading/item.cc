#include "bot/reading/item.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "bot/reading/marks.h"
#include "bot/rules/template.h"

namespace docent {
namespace {

// A span of words that queries can be made of.
struct Part {
  WordSpan span;
  std::vector<Meaning> meanings;
  const Quantity* quantity = nullptr;
};

bool IsUsed(const Meaning& meaning, const RuleSet& rules) {
  switch (meaning.kind) {
    case MeaningKind::kEntity:
    case MeaningKind::kType:
    case MeaningKind::kAttribute:
    case MeaningKind::kReverse:
    case MeaningKind::kHigh:
    case MeaningKind::kLow:
    case MeaningKind::kFiller:
      return true;
    case MeaningKind::kMark: {
      const Mark& mark = rules.marks()[meaning.id];
      return mark.direction || mark.is_measure || rules.HasSlot(KindToken(mark.name));
    }
    case MeaningKind::kClass:
    case MeaningKind::kKindNoun:
    case MeaningKind::kWorldName:
    case MeaningKind::kNeeded:
    case MeaningKind::kLight:
    case MeaningKind::kFunction:
      return false;
  }
  return false;
}

void Merge(const Part& from, Part& into) {
  if (from.quantity != nullptr) into.quantity = from.quantity;
  for (const Meaning& meaning : from.meanings) {
    if (std::find(into.meanings.begin(), into.meanings.end(), meaning) == into.meanings.end())
      into.meanings.push_back(meaning);
  }
}

// How many words of "longer than 500" belong to a comparison that says what is compared, and not to the number as in
// "more than 500".
size_t WordsOfComparison(const std::vector<Word>& words, const Quantity& quantity, const Vocabulary& vocabulary,
                         const RuleSet& rules) {
  if (quantity.bound == Bound::kExactly) return 0;
  for (const Vocabulary::Match& match : vocabulary.MatchesAt(words, quantity.span.begin)) {
    const bool compares = std::any_of(match.meanings.begin(), match.meanings.end(), [&](const Meaning& meaning) {
      if (meaning.kind != MeaningKind::kMark) return false;
      const Mark& mark = rules.marks()[meaning.id];
      return mark.is_comparative && !mark.needs_attribute;
    });
    const size_t than = quantity.span.begin + match.length;
    if (compares && than + 1 < quantity.span.end && words[than].text == "than") return match.length + 1;
  }
  return 0;
}

// Longest first, then from the left; of one span all meanings.
std::vector<Part> FindParts(const MarkedQuestion& question, const Vocabulary& vocabulary, const RuleSet& rules) {
  std::vector<Part> parts;
  for (size_t position = 0; position < question.words.size(); ++position) {
    for (const Vocabulary::Match& match : vocabulary.MatchesAt(question.words, position)) {
      Part part{{position, position + match.length}, {}, nullptr};
      std::copy_if(match.meanings.begin(), match.meanings.end(), std::back_inserter(part.meanings),
                   [&](const Meaning& meaning) { return IsUsed(meaning, rules); });
      if (!part.meanings.empty()) parts.push_back(std::move(part));
    }
  }
  for (const Mention& mention : question.mentions) {
    if (!mention.quantity) continue;
    const size_t skipped = WordsOfComparison(question.words, *mention.quantity, vocabulary, rules);
    parts.push_back({{mention.quantity->span.begin + skipped, mention.quantity->span.end}, {}, &*mention.quantity});
  }
  std::stable_sort(parts.begin(), parts.end(), [](const Part& one, const Part& other) {
    return std::make_tuple(other.span.size(), one.span.begin) < std::make_tuple(one.span.size(), other.span.begin);
  });
  std::vector<Part> chosen;
  for (Part& part : parts) {
    const auto clash =
        std::find_if(chosen.begin(), chosen.end(), [&](const Part& other) { return other.span.Overlaps(part.span); });
    if (clash == chosen.end()) {
      chosen.push_back(std::move(part));
    } else if (clash->span == part.span) {
      Merge(part, *clash);
    }
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const Part& one, const Part& other) { return one.span.begin < other.span.begin; });
  return chosen;
}

void AddKind(std::string kind, std::vector<std::string>& kinds) {
  if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(std::move(kind));
}

void AddTypeKinds(const Knowledge& knowledge, TypeId type, std::vector<std::string>& kinds) {
  constexpr int kDeepest = 32;
  for (int depth = 0; type != kNone && depth < kDeepest; ++depth, type = knowledge.types[type].parent) {
    AddKind(KindToken(knowledge.types[type].name), kinds);
  }
}

template <typename Node>
QueryPtr Make(Node node, Query::Sort sort, TypeSet types) {
  return std::make_shared<const Query>(Query{std::move(node), sort, std::move(types)});
}

class TokenMaker {
 public:
  TokenMaker(const MarkedQuestion& question, const Knowledge& knowledge, const RuleSet& rules)
      : question_(question), knowledge_(knowledge), rules_(rules) {}

  void Add(const Part& part) {
    token_ = Token{};
    item_ = Item{};
    token_.span = part.span;
    if (part.span.size() == 1) SetWord(part.span.begin);
    for (size_t i = 0; i < question_.mentions.size(); ++i) {
      if (question_.mentions[i].span == part.span) token_.mention = i;
    }
    AddEntities(part);
    for (const Meaning& meaning : part.meanings) AddMeaning(meaning);
    if (part.quantity != nullptr) AddQuantity(*part.quantity, part.span);
    token_.passed_over = token_.kinds.empty();  // only a filler has no kinds
    row_.tokens.push_back(std::move(token_));
    row_.items.push_back(std::move(item_));
  }

  void AddWord(size_t position) {
    token_ = Token{};
    token_.span = {position, position + 1};
    SetWord(position);
    for (size_t i = 0; i < question_.mentions.size(); ++i) {
      if (question_.mentions[i].span == token_.span) token_.mention = i;
    }
    row_.tokens.push_back(std::move(token_));
    row_.items.emplace_back();
  }

  TokenRow Take() { return std::move(row_); }

 private:
  void SetWord(size_t position) {
    token_.word = question_.words[position].text;
    token_.stem = question_.words[position].stem;
  }

  void AddEntities(const Part& part) {
    std::vector<EntityId> entities;
    TypeSet types;
    for (const Meaning& meaning : part.meanings) {
      if (meaning.kind == MeaningKind::kEntity) entities.push_back(meaning.id);
    }
    if (entities.empty()) return;
    for (const char* kind : {"name", "entity", "thing"}) AddKind(kind, token_.kinds);
    std::sort(entities.begin(), entities.end());
    for (const EntityId entity : entities) {
      for (const TypeId type : knowledge_.entities[entity].types) {
        AddTypeKinds(knowledge_, type, token_.kinds);
        AddKind(KindToken(knowledge_.types[type].name) + "_name", token_.kinds);
        types.push_back(type);
      }
      if (knowledge_.entities[entity].types.empty()) types.push_back(kNone);
    }
    std::sort(types.begin(), types.end());
    types.erase(std::unique(types.begin(), types.end()), types.end());
    item_.named = Make(NamedQuery{std::move(entities)}, Query::Sort::kEntities, std::move(types));
  }

  void AddMeaning(const Meaning& meaning) {
    switch (meaning.kind) {
      case MeaningKind::kType:
        for (const char* kind : {"type", "set", "thing"}) AddKind(kind, token_.kinds);
        AddKind(IsPlural(question_.words[token_.span.end - 1]) ? "plural" : "singular", token_.kinds);
        AddTypeKinds(knowledge_, meaning.id, token_.kinds);
        if (item_.members == nullptr)
          item_.members = Make(MembersQuery{meaning.id}, Query::Sort::kEntities, {meaning.id});
        break;
      case MeaningKind::kAttribute:
        AddAttribute(meaning.id);
        break;
      case MeaningKind::kReverse:
        for (const char* kind : {"reverse", "relation"}) AddKind(kind, token_.kinds);
        item_.reverse.push_back(meaning.id);
        break;
      case MeaningKind::kHigh:
      case MeaningKind::kLow:
        AddKind("superlative", token_.kinds);
        item_.superlatives.push_back(
            {meaning.kind == MeaningKind::kHigh ? Direction::kHigh : Direction::kLow, meaning.id, false});
        break;
      case MeaningKind::kMark:
        AddMark(rules_.marks()[meaning.id]);
        break;
      default:
        break;
    }
  }

  void AddAttribute(AttributeId attribute) {
    AddKind("attribute", token_.kinds);
    const AttributeShape& shape = rules_.schema().Of(attribute);
    // "the highest point in": a place that a thing has is no property of it in this sense.
    if (knowledge_.attributes[attribute].kind != Kind::kPlace) AddKind("property", token_.kinds);
    if (!shape.values.empty()) AddKind("relation", token_.kinds);
    // "Above", of floors above floors: "what is above it" asks for what has it as its value.
    if (!knowledge_.attributes[attribute].reverse.empty() && TypesMeet(knowledge_, shape.subjects, shape.values))
      AddKind("directed", token_.kinds);
    if (shape.has_numbers) AddKind("figure", token_.kinds);
    AddKind(KindToken(knowledge_.attributes[attribute].name), token_.kinds);
    item_.attributes.push_back(attribute);
  }

  void AddMark(const Mark& mark) {
    AddKind(KindToken(mark.name), token_.kinds);
    item_.is_measure = item_.is_measure || mark.is_measure;
    if (mark.is_measure) AddKind("measure", token_.kinds);
    if (!mark.direction) return;
    AddKind(mark.is_comparative ? "comparative" : "superlative", token_.kinds);
    (mark.is_comparative ? item_.comparatives : item_.superlatives)
        .push_back({*mark.direction, mark.attribute, mark.needs_attribute});
  }

  void AddQuantity(Quantity quantity, WordSpan span) {
    if (span != quantity.span) quantity.bound = Bound::kExactly;  // said by the words before it
    switch (quantity.kind) {
      case QuantityKind::kOrdinal:
        AddKind("ordinal", token_.kinds);
        break;
      case QuantityKind::kDate:
        for (const char* kind : {"date", "when"}) AddKind(kind, token_.kinds);
        break;
      default:
        AddKind("number", token_.kinds);
    }
    item_.quantity = Make(QuantityQuery{std::move(quantity)}, Query::Sort::kFigure, {});
  }

  const MarkedQuestion& question_;
  const Knowledge& knowledge_;
  const RuleSet& rules_;
  Token token_;
  Item item_;
  TokenRow row_;
};

// `begin` is the first word that gets a token.
TokenRow MakeTokens(const MarkedQuestion& question, size_t begin, const std::vector<Part>& parts,
                    const Knowledge& knowledge, const RuleSet& rules) {
  TokenMaker maker(question, knowledge, rules);
  size_t next = begin;
  for (const Part& part : parts) {
    while (next < part.span.begin) maker.AddWord(next++);
    maker.Add(part);
    next = part.span.end;
  }
  while (next < question.words.size()) maker.AddWord(next++);
  return maker.Take();
}

// Whether it is several words by which only attributes are called: "how fast", "make up".
bool IsPhraseForAttribute(const Part& part, const MarkedQuestion& question) {
  const bool is_han = question.words[part.span.begin].shape == WordShape::kHan;  // a word of several characters
  return part.span.size() > 1 && !is_han && part.quantity == nullptr &&
         std::all_of(part.meanings.begin(), part.meanings.end(), [](const Meaning& meaning) {
           return meaning.kind == MeaningKind::kAttribute || meaning.kind == MeaningKind::kReverse;
         });
}

// Where the question itself begins: behind what stands before a pause, if that asks nothing and a claim follows: "for
// my notes: was it the first", "I doubt it, but is it the first".
size_t BeginOfQuestion(const MarkedQuestion& question, const Vocabulary& vocabulary, const RuleSet& rules) {
  bool pauses = false;
  for (const Mention& mention : question.mentions) {
    const size_t begin = mention.span.begin;
    const bool asks =
        BeginsMark(question, begin, "question word", vocabulary, rules) || IsMarked(mention, "request", rules);
    if (asks || (begin > 0 && question.words[begin].starts_sentence)) return 0;
    pauses = begin > 0 && (question.words[begin].after_break || pauses);
    if (!pauses) continue;
    if (IsMarked(mention, "finite verb", rules)) return begin;
    pauses = IsMarked(mention, "joins clauses", rules);
  }
  return 0;
}

}  // namespace

TokenRow TokensOf(const MarkedQuestion& question, const Vocabulary& vocabulary, const Knowledge& knowledge,
                  const RuleSet& rules) {
  return MakeTokens(question, 0, FindParts(question, vocabulary, rules), knowledge, rules);
}

TokenRow FormTokensOf(const MarkedQuestion& question, const Vocabulary& vocabulary, const Knowledge& knowledge,
                      const RuleSet& rules) {
  std::vector<Part> parts = FindParts(question, vocabulary, rules);
  const size_t begin = BeginOfQuestion(question, vocabulary, rules);
  std::erase_if(parts,
                [&](const Part& part) { return part.span.begin < begin || IsPhraseForAttribute(part, question); });
  return MakeTokens(question, begin, parts, knowledge, rules);
}

std::vector<std::string> KindsOfResult(const Query& query, const std::string& makes, const Knowledge& knowledge) {
  std::vector<std::string> kinds;
  if (!makes.empty()) AddKind(makes, kinds);
  if (makes != "name") AddKind("built", kinds);
  switch (query.sort) {
    case Query::Sort::kEntities: {
      if (makes.empty()) AddKind("set", kinds);
      if (makes == "name") AddKind("entity", kinds);
      if (makes == "type") {
        for (const char* kind : {"set", "plural"}) AddKind(kind, kinds);
      }
      if (std::holds_alternative<ValueQuery>(query.node)) AddKind("given", kinds);
      AddKind("thing", kinds);
      for (const TypeId type : query.types) AddTypeKinds(knowledge, type, kinds);
      break;
    }
    case Query::Sort::kValues:
    case Query::Sort::kFigure:
      AddKind("value", kinds);
      break;
    case Query::Sort::kFlag:
      AddKind("flag", kinds);
      break;
  }
  if (const auto* value = std::get_if<ValueQuery>(&query.node)) {
    for (const AttributeId attribute : value->attributes) {
      if (knowledge.attributes[attribute].kind == Kind::kPlace) AddKind("place_value", kinds);
      AddKind(KindToken(knowledge.attributes[attribute].name) + "_value", kinds);
    }
  }
  return kinds;
}

}  // namespace docent
