#include "bot/dialogue/ellipsis.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "bot/reading/marks.h"

namespace docent {
namespace {

constexpr size_t kMostUnits = 3;  // of a piece
constexpr size_t kMostProposed = 5;
constexpr double kCostOfLength = 0.1;
constexpr size_t kLongest = 2;  // units of the question before that one piece replaces

bool SharesTerm(const Unit& one, const Unit& other) {
  return std::any_of(one.terms.begin(), one.terms.end(), [&](const UnitTerm& term) {
    return std::any_of(other.terms.begin(), other.terms.end(),
                       [&](const UnitTerm& held) { return held.key == term.key; });
  });
}

bool IsOpposite(const Unit& one, const Unit& other) {
  return std::any_of(one.terms.begin(), one.terms.end(), [&](const UnitTerm& term) {
    return std::find(other.opposites.begin(), other.opposites.end(), term.key) != other.opposites.end();
  });
}

const Entity* EntityOf(const Unit& unit, const Brain& brain) {
  for (const UnitTerm& term : unit.terms) {
    if (SortOf(term.key) == TermSort::kEntity)
      return &brain.knowledge().entities[static_cast<EntityId>(term.key & 0xFFFFFFFF)];
  }
  return nullptr;
}

// Things of one type, then of one kind.
double LikenessOfNames(const Unit& one, const Unit& other, const Brain& brain) {
  const Entity* first = EntityOf(one, brain);
  const Entity* second = EntityOf(other, brain);
  if (first == nullptr || second == nullptr || first->types.empty() || second->types.empty()) return 0.5;
  if (first->types.front() == second->types.front()) return 1;
  const std::vector<Type>& types = brain.knowledge().types;
  return types[first->types.front()].kind == types[second->types.front()].kind ? 0.6 : 0.2;
}

// "The floor on top", for the name of a floor.
bool IsOfNamedType(const Unit& piece, const Unit& name, const Brain& brain) {
  const Entity* entity = EntityOf(name, brain);
  if (entity == nullptr) return false;
  const auto id = static_cast<EntityId>(entity - brain.knowledge().entities.data());
  return std::any_of(piece.terms.begin(), piece.terms.end(), [&](const UnitTerm& term) {
    return SortOf(term.key) == TermSort::kType && brain.knowledge().IsA(id, static_cast<TypeId>(term.key & 0xFFFFFFFF));
  });
}

// How like the two are: things of one type, words of one class, opposites; a name is not like a word, nor a figure.
double LikenessOf(const Unit& piece, const Unit& replaced, const Brain& brain) {
  if (!piece.is_name && replaced.is_name && IsOfNamedType(piece, replaced, brain)) return 0.8;
  if (piece.is_name != replaced.is_name || piece.quantity.has_value() != replaced.quantity.has_value()) return 0;
  if (piece.quantity) return piece.quantity->kind == replaced.quantity->kind ? 1 : 0;
  if (piece.is_name) return LikenessOfNames(piece, replaced, brain);
  if (IsOpposite(piece, replaced) || IsOpposite(replaced, piece) || SharesTerm(piece, replaced)) return 1;
  return piece.is_loose == replaced.is_loose ? 0.5 : 0.2;
}

WordSpan SpanOf(const std::vector<const Unit*>& units, size_t begin, size_t end) {
  return {units[begin]->span.begin, units[end - 1]->span.end};
}

std::vector<const Unit*> InOrder(const std::vector<Unit>& units) {
  std::vector<const Unit*> own;
  for (const Unit& unit : units) {
    if (!unit.from_context) own.push_back(&unit);
  }
  std::sort(own.begin(), own.end(),
            [](const Unit* one, const Unit* other) { return one->span.begin < other->span.begin; });
  return own;
}

std::string WithReplaced(const MarkedQuestion& marked, WordSpan span, const std::string& piece) {
  return marked.text.substr(0, marked.words[span.begin].begin) + piece +
         marked.text.substr(marked.words[span.end - 1].end);
}

// By how many years the piece is away from the year that was spoken of; nothing if it says anything else.
std::optional<int> YearsAway(const Inquiry& inquiry, const RuleSet& rules) {
  std::optional<int> years;
  WordSpan said;
  for (const Mention& mention : inquiry.marked.mentions) {
    const bool is_before = IsMarked(mention, "year before", rules);
    if (!is_before && !IsMarked(mention, "year after", rules)) continue;
    years = is_before ? -1 : 1;
    said = mention.span;
  }
  constexpr double kLight = 0.2;
  const bool says_no_more = std::all_of(inquiry.units.begin(), inquiry.units.end(), [&](const Unit& unit) {
    return unit.from_context || said.Holds(unit.span) || IsPronoun(unit) || (unit.is_loose && unit.weight < kLight);
  });
  return says_no_more ? years : std::nullopt;
}

// "And the year before?": the last question, of another year.
std::vector<Substitution> OfAnotherYear(int years_away, const Inquiry& earlier) {
  const Unit* year = nullptr;
  int spoken_of = 0;
  for (const Unit& unit : earlier.units) {
    const bool is_year = unit.quantity && unit.quantity->kind == QuantityKind::kDate && unit.quantity->date.year != 0;
    if (!is_year) continue;
    if (year != nullptr) return {};  // two are spoken of
    year = &unit;
    spoken_of = unit.quantity->date.year;
  }
  if (year == nullptr) return {};
  std::string text = TextOf(earlier.marked, year->span);
  const std::string number = std::to_string(spoken_of);
  const size_t at = text.find(number);
  if (at == std::string::npos) return {};
  text.replace(at, number.size(), std::to_string(spoken_of + years_away));
  return {{WithReplaced(earlier.marked, year->span, text), 1}};
}

}  // namespace

std::vector<Substitution> SubstitutionsOf(const Inquiry& inquiry, const Leaning& leaning,
                                          const Conversation& conversation, const Brain& brain) {
  if (const std::optional<int> years = YearsAway(inquiry, brain.rules()); years && !conversation.turns().empty())
    return OfAnotherYear(*years,
                         Inquire(brain, conversation.turns().back().asked, conversation.turns().back().spelling));
  const bool is_bare = inquiry.form.rule == nullptr || inquiry.form.asked.act == Act::kDescribe;
  const bool continues = leaning.follows_up || leaning.corrects;
  if (conversation.turns().empty() || !continues || leaning.has_pronoun || !is_bare) return {};
  // "The platforms, not the institutes": the one takes the place of the other.
  std::vector<Unit> own = inquiry.units;
  std::erase_if(own, [](const Unit& unit) { return unit.is_excluded; });
  std::vector<const Unit*> piece = InOrder(own);
  if (leaning.corrects && (!inquiry.form.contrast || piece.size() != 1)) return {};
  if (piece.empty() || piece.size() > kMostUnits) return {};
  const Inquiry earlier = Inquire(brain, conversation.turns().back().asked, conversation.turns().back().spelling);
  const bool is_name = std::any_of(piece.begin(), piece.end(), [](const Unit* unit) { return unit->is_name; });
  const bool describes = earlier.form.asked.act == Act::kDescribe && is_name;  // "and the other one?" is described too
  if (describes || LeaningOf(earlier, brain).has_pronoun) return {};
  std::vector<const Unit*> units = InOrder(earlier.units);
  // Nothing takes the place of what is asked for: "how thick" is not "how winter".
  std::erase_if(units, [&](const Unit* unit) {
    return earlier.form.is_form[unit->span.begin] ||
           HoldsMark(earlier.marked, unit->span, "question word", brain.rules());
  });
  const std::string text = TextOf(inquiry.marked, SpanOf(piece, 0, piece.size()));
  std::vector<Substitution> proposed;
  for (size_t begin = 0; begin < units.size(); ++begin) {
    for (size_t end = begin + 1; end <= std::min(units.size(), begin + kLongest); ++end) {
      const bool leaves_nothing = end - begin == earlier.units.size();
      if (leaves_nothing && earlier.form.rule == nullptr) continue;
      double likeness = 0;
      bool loses_unlike = false;  // "and Nordwind?" takes the place of a firm, not of the firm and its workers
      for (size_t i = begin; i < end; ++i) {
        double most = 0;
        for (const Unit* unit : piece) most = std::max(most, LikenessOf(*unit, *units[i], brain));
        loses_unlike = loses_unlike || (most == 0 && end - begin > piece.size());
        likeness = std::max(likeness, most);
      }
      if (likeness == 0 || loses_unlike) continue;
      likeness -= kCostOfLength * static_cast<double>(end - begin - 1);
      proposed.push_back({WithReplaced(earlier.marked, SpanOf(units, begin, end), text), likeness});
    }
  }
  std::stable_sort(proposed.begin(), proposed.end(),
                   [](const Substitution& one, const Substitution& other) { return one.likeness > other.likeness; });
  if (proposed.size() > kMostProposed) proposed.resize(kMostProposed);
  return proposed;
}

}  // namespace docent
