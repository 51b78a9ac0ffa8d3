#include "bot/commands/astray.h"

#include <algorithm>

#include "bot/answering/inquiry.h"

namespace docent {
namespace {

std::string DetailOf(const Answer& answer, std::string_view step) {
  for (auto one = answer.steps.rbegin(); one != answer.steps.rend(); ++one) {
    if (one->name == step) return one->detail;
  }
  return {};
}

std::string Names(const std::vector<AnswerFact>& facts) {
  std::string names;
  for (const AnswerFact& fact : facts) names += (names.empty() ? "" : ", ") + fact.id;
  return names.empty() ? "no fact" : names;
}

bool Holds(const std::vector<AnswerFact>& facts, const std::string& name) {
  return std::any_of(facts.begin(), facts.end(), [&](const AnswerFact& fact) { return fact.id == name; });
}

bool Holds(FactId fact, const Unit& unit, const FrameIndex& index) {
  const auto is_there = [&](TermKey key) { return index.Find(fact, key).has_value(); };
  return std::any_of(unit.parts.begin(), unit.parts.end(), is_there) ||
         std::any_of(unit.terms.begin(), unit.terms.end(), [&](const UnitTerm& term) { return is_there(term.key); });
}

// The words of the question that the fact does not hold in any form: `"painted", "in 1920"`.
std::string WordsNotIn(FactId fact, const Inquiry& inquiry, const FrameIndex& index) {
  std::string words;
  for (const Unit& unit : inquiry.units) {
    if (!Holds(fact, unit, index)) words.append(words.empty() ? "\"" : ", \"").append(unit.text).append(1, '"');
  }
  return words;
}

// The words that the fact holds nowhere but in its sentence, or only in another word near to them.
std::string WeakWordsOf(FactId fact, const Inquiry& inquiry, const FrameIndex& index) {
  constexpr float kFull = 0.95F;
  std::string words;
  for (const Unit& unit : inquiry.units) {
    float best = 0;
    for (const UnitTerm& term : unit.terms) {
      if (const std::optional<FrameTerm> held = index.Find(fact, term.key))
        best = std::max(best, held->quality * term.quality);
    }
    if (best < kFull) words.append(words.empty() ? "\"" : ", \"").append(unit.text).append(1, '"');
  }
  return words;
}

bool HoldsKind(const Fact& fact, Kind kind) {
  return std::any_of(fact.slots.begin(), fact.slots.end(), [&](const Slot& slot) { return slot.kind == kind; });
}

// The types that the question asks for, if the fact holds nothing of any: `a "ward"`.
std::string TypesNotIn(const Fact& fact, const Inquiry& inquiry, const Knowledge& knowledge) {
  std::string names;
  for (const TypeId type : inquiry.form.asked.types) {
    const bool is_held = std::any_of(fact.slots.begin(), fact.slots.end(), [&](const Slot& slot) {
      return std::any_of(slot.values.begin(), slot.values.end(), [&](const Value& value) {
        return value.entity != kNone && knowledge.IsA(value.entity, type);
      });
    });
    if (is_held) return {};
    names.append(names.empty() ? "\"" : " or \"").append(knowledge.types[type].name).append(1, '"');
  }
  return names;
}

// What became of a fact that should have answered and did not.
Astray WhereUnanswered(const Brain& brain, const Answer& answer, const std::string& question, FactId id) {
  if (answer.steps.empty()) return {"", "form", "nothing in it says what is asked for"};
  const Fact& fact = brain.knowledge().facts[id];
  const Inquiry inquiry = Inquire(brain, question);
  const std::string facts = DetailOf(answer, "facts");
  const std::string name = brain.knowledge().NameOf(fact);
  const bool is_found = Holds(answer.facts, name) || facts.find(name) != std::string::npos;
  const std::string step = is_found ? "weighing" : "look-up";
  const std::string words = WordsNotIn(id, inquiry, brain.frames());
  if (!words.empty()) {
    return {"", step,
            name + " does not hold " + words +
                ": words that ask for it belong under its \"also:\", a date or a figure into a role such as \"when:\""};
  }
  const Kind kind = inquiry.form.asked.kind;
  if (kind != Kind::kOpen && kind != Kind::kFlag && !HoldsKind(fact, kind)) {
    return {"", step,
            name + " holds all words of the question, but no " + std::string(KindName(kind)) +
                ", which it asks for: the attribute's \"kind:\" says what its values are"};
  }
  if (const std::string types = TypesNotIn(fact, inquiry, brain.knowledge()); !types.empty()) {
    return {"", step,
            name + " holds all words of the question, but nothing of the type " + types +
                ", which it asks for: say so under the \"type:\" of what it holds, or call that type so"};
  }
  const std::string all = name + " holds all words of the question, ";
  if (Holds(answer.facts, name)) {
    const std::string weak = WeakWordsOf(id, inquiry, brain.frames());
    const std::string told = all + "and is the nearest, but they count too little: ";
    if (weak.empty()) return {"", step, told + "ask in more of its words, or name what it is about"};
    return {"", step, told + weak + " only in its sentence or in near words; put them under its \"also:\""};
  }
  if (facts.empty()) return {"", step, all + "but the form it was read as weighs no single facts"};
  return {"", step, all + "and others were nearer: " + facts.substr(0, facts.find(" score"))};
}

}  // namespace

Astray FindAstray(Responder& responder, const TestResult& result) {
  Conversation conversation;
  const Answer answer = responder.Respond({result.test.question, result.test.history, true}, conversation);
  const std::string name = result.fact == kNone ? "" : responder.brain().knowledge().NameOf(result.fact);
  Astray astray;
  if (result.test.never) {
    const std::string query = DetailOf(answer, "query");
    astray = {"", "look-up", "it was answered from " + Names(answer.facts) + (query.empty() ? "" : " by " + query)};
  } else if (answer.status == Status::kClarify) {
    astray = {"", "choice", "several readings differ"};
  } else if (answer.status == Status::kAnswered && (name.empty() || Holds(answer.facts, name))) {
    astray = {"", "words", "it is answered from " + Names(answer.facts) + ", but not in these words"};
  } else if (answer.status == Status::kAnswered) {
    astray = {"", "look-up", Names(answer.facts) + " answered it instead of " + name};
  } else if (name.empty()) {
    astray = {"", "look-up", "nothing answers it"};
  } else {
    astray = WhereUnanswered(responder.brain(), answer, result.test.question, result.fact);
  }
  astray.read_as = DetailOf(answer, "form");
  return astray;
}

}  // namespace docent
