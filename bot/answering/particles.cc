#include "bot/answering/particles.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "bot/reading/marks.h"

namespace docent {
namespace {

constexpr size_t kFarthest = 6;  // words from the verb to its particle
constexpr float kSameClass = 0.92F;
constexpr double kWeight = 0.8;

bool IsPlainWord(const Unit& unit) {
  return unit.span.size() == 1 && !unit.is_name && !unit.quantity && !unit.is_head && !unit.from_context;
}

// The two words as a phrase that the language knows; nothing if it knows none.
std::optional<Unit> PhraseOf(const Brain& brain, const Word& verb, const Word& particle) {
  const std::vector<Word> words = {verb, particle};
  Unit phrase;
  bool is_known = false;
  for (const Vocabulary::Match& match : brain.vocabulary().MatchesAt(words, 0)) {
    if (match.length != words.size()) continue;
    for (const Meaning& meaning : match.meanings) {
      const bool is_class = meaning.kind == MeaningKind::kClass;
      if (is_class) phrase.terms.push_back({KeyOf(TermSort::kClass, meaning.id), kSameClass});
      phrase.is_constraint = phrase.is_constraint || meaning.kind == MeaningKind::kNeeded;
      is_known = is_known || is_class || meaning.kind == MeaningKind::kNeeded;
    }
  }
  if (!is_known) return std::nullopt;
  // What only a fact that says so answers is not said by a word near to it in meaning.
  if (phrase.is_constraint) phrase.terms.clear();
  phrase.terms.push_back({PhraseKey(words, {0, words.size()}), 1.0F});
  phrase.text = verb.text + " " + particle.text;
  phrase.is_loose = !phrase.is_constraint;
  phrase.is_absent = std::none_of(phrase.terms.begin(), phrase.terms.end(),
                                  [&](const UnitTerm& term) { return brain.frames().FactsWith(term.key) > 0; });
  phrase.weight = phrase.is_absent ? 1.0 : kWeight;
  return phrase;
}

}  // namespace

void JoinParticles(const Brain& brain, const MarkedQuestion& marked, std::vector<Unit>& units) {
  for (size_t i = 0; i + 1 < units.size(); ++i) {
    if (!IsPlainWord(units[i])) continue;
    const Word& verb = marked.words[units[i].span.begin];
    for (size_t j = i + 1; j < units.size() && units[j].span.begin <= units[i].span.begin + kFarthest; ++j) {
      const bool is_apart = units[j].span.begin > units[i].span.end;
      if (!is_apart || !IsPlainWord(units[j]) || !HoldsMark(marked, units[j].span, "particle", brain.rules())) continue;
      std::optional<Unit> phrase = PhraseOf(brain, verb, marked.words[units[j].span.begin]);
      if (!phrase) continue;
      phrase->span = units[i].span;
      units[i] = *std::move(phrase);
      units.erase(units.begin() + static_cast<long>(j));
      break;
    }
  }
}

}  // namespace docent
