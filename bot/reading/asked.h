// bot/reading/asked.h
// What a question asks for: the act (look something up, check a claim, describe, ...) and the kind of answer, as its
// form says it ("how much money", "which company", "is it true that"). Where the form does not say, the kind stays
// open.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bot/knowledge/fact.h"
#include "bot/reading/term.h"

namespace docent {

enum class Act {
  kLookUp,    // one slot of a fact
  kVerify,    // a claim: yes or no
  kDescribe,  // who or what something is
  kCompare,   // which of two is more, earlier, ...
  kSum,       // several figures added up
  kRatio,     // one figure as a share of another
  kRest,      // what a part leaves of its whole
  kFactor,    // how many times what it was before, or as much for each unit of time
};

// Whether figures are worked with, and not only told.
constexpr bool HoldsFiguresAgainstEachOther(Act act) {
  return act == Act::kCompare || act == Act::kSum || act == Act::kRatio || act == Act::kRest || act == Act::kFactor;
}

// What a question takes from the turns before it, whichever of its forms it is read by.
struct AskedContext {
  bool by_pronoun = false;          // leans on what came before by a pronoun only: "when did she join"
  std::vector<EntityId> spoken_of;  // what the turn before was about, if the question names nothing itself
  bool is_of_topic = false;         // nothing but that can be meant: "tell me about Aurora", "how many cabins?"
  std::vector<FactId> earlier;      // facts of the answer before, if the question leans on it
  bool is_piece = false;            // a piece of a question, "and in 2019?": the question before says the rest
  bool is_next = false;  // of one message with the question before: what answered that one is hardly meant again
};

struct Asked {
  Act act = Act::kLookUp;
  Kind kind = Kind::kOpen;
  std::optional<Role> role;          // the role itself, where the form names it ("who said", "with whom")
  std::vector<TypeId> types;         // "which company": what the answer must be, any of them
  bool sort_of_place = false;        // "which country", "in what room"
  bool at_body = false;              // of a place: "where does she work": a firm, a school is one
  bool small_place = false;          // a street, a building, a room: no area is one
  std::vector<TypeId> other_places;  // of "which country": towns, districts; they are no answer
  std::vector<TermKey> head;         // the noun asked for, as terms
  bool simple_head = false;          // it and what is said of it: "foreign teams", not "share of the nation"
  bool of_measure = false;           // of a count: kilometres, litres
  bool by_post = false;              // of a person: by what they are, "the director", not by what they did
  bool quotes = false;               // "what does she say": somebody's own words
  AskedContext context;
  std::vector<TermKey> words;  // the stems of all words, those of the form too
  std::string language;        // "en" or "zh"
  bool negated = false;        // "not", "never", "without"
  int negations = 0;           // how many words negate
  bool negates_part = false;   // of a claim: the negation says which things are meant, "teams that are not from there"
  bool only = false;           // "only", "just", "exclusively"
  bool either = false;         // of a claim: "did it rise or fall": neither yes nor no says which
  bool within = false;         // of a claim: "is the mill in the town"
  bool exact = false;          // of a claim: "exactly", "no more and no less"
  bool ever = false;           // "ever", "before": of a claim, asks whether it was so at another time
  bool of_others = false;      // of a claim: "anyone else", "any other firm"
  bool of_anybody_else = false;  // of a claim: "was anybody else hurt"
  bool having = false;           // of a claim: asked with "have", so that Chinese denies it with 没有
  bool was = false;              // of a claim: told of the past anywhere: "it has opened, right?", "did it"
  bool over = false;             // of a claim: "was he", "did it": it need not be so any more
  bool past = false;             // of a claim: "has it opened", "did it": asks whether it is so by now
  bool before = false;           // of a claim: "once", "started with", "grew from"
  bool universal = false;        // of a claim: "everything", "all of it"
  bool of_each = false;          // of a claim: "all workers", "every one of them"
  bool of_most = false;          // of a claim: "most of them", "the majority of"
  bool conditional = false;      // "if it rains"
  bool ahead = false;            // "by when", "supposed to": of a time, asks for one to come
  bool perfect = false;          // "already", "has been", "was": asks whether it is done
  bool now = false;              // "now", "at present": what is to come is no answer
  bool all = false;              // "every", "all of them": one of several is no answer
  bool sort = false;             // "what kind of": an adjective may be the answer
  bool year = false;             // of a date: the year itself is asked for, or the month, or the day
  bool month = false;
  bool day = false;
  bool of_change = false;  // "by how much": what it is, or was, is no answer
  bool how_often = false;  // "how often"
  bool each_time = false;  // "every 20 minutes": a span of time lies between two times, and does not last so long
  bool lower = false;      // of a comparison: the smaller, the earlier
};

// One line: `look up money`, `verify negated`.
std::string ToString(const Asked& asked);

}  // namespace docent
