// tests/reading/world.h
// A small topic with rules of its own, so that a test shows all that a reading depends on: countries, rivers and
// towns, where "Ara" is a river and a town.

#pragma once

#include <gtest/gtest.h>

#include <string>

#include "bot/knowledge/loader.h"
#include "bot/reading/reading.h"

namespace docent {

constexpr const char* kWorldFacts = R"(
type: country

type: town

type: river

attribute: population
kind: count
also: people, how many people

attribute: length
kind: number
also: how long
high: longest

attribute: location
kind: place
also: located in

attribute: course
kind: place
also: flow through, cross

attribute: capital

attribute: neighbour
also: border

entity: Nord
type: country

entity: Sud
type: country

entity: Ara
type: river

entity: Ara
type: town

entity: Belt
type: river

fact: population
of: Nord
value: 900

fact: population
of: Sud
value: 500

fact: capital
of: Nord
value: Port

entity: Port
type: town

fact: neighbour
of: Nord
value: Sud

fact: neighbour
of: Sud
value: Nord

fact: location
of: Port
value: Nord

fact: population
of: Port
value: 70

fact: length
of: Belt
value: 300

fact: course
of: Belt
value: Nord; Sud
)";

constexpr const char* kWorldRules = R"(
mark: largest
words: largest, biggest
means: largest

mark: most
words: most
means: highest

measure: population
of: town, country

pass: articles
words: the, a

phrase: name of a type
match: {name} ^{type}
makes: name
find: {name} as {type}
priority: 2

phrase: inside
match: {set} in {thing}
find: {set} inside {thing}

phrase: extreme
match: {superlative} {set}
makes: one
find: {set} with {superlative}

phrase: with the most
match: {set} with {most:degree} {set:other}
makes: one
find: {set} with {degree} of {other}

phrase: related
match: {set} that {relation} {thing}
find: {set} related to {thing} by {relation}

phrase: value
match: {attribute} of {thing}
makes: one
find: {attribute} of {thing}

rule: what it is
ask: [what is] {built:answer}
find: {answer}

rule: figure
ask: {attribute} (is|live in) {thing} *
find: {attribute} of {thing}

rule: how
ask: how *
find: facts
kind: manner
)";

struct World {
  Knowledge knowledge;
  Vocabulary vocabulary;
  RuleSet rules;

  explicit World(const std::string& more_rules = "") {
    Diagnostics diagnostics;
    knowledge = LoadKnowledge({{"world.facts", "world.facts", kWorldFacts}}, diagnostics);
    AddPhrases();
    rules = LoadRules(ParseBlocks("world.rules", kWorldRules + more_rules, diagnostics), knowledge, diagnostics);
    rules.AddMarks(vocabulary);
    EXPECT_EQ(diagnostics.Render(), "");
  }

  MarkedQuestion Mark(const std::string& question) const { return MarkText(vocabulary, question); }

  // `step; step -> candidate / candidate`.
  std::string Read(const std::string& question) const {
    const MarkedQuestion marked = Mark(question);
    const Reading reading = ReadQuestion(rules, knowledge, vocabulary, marked);
    std::string text;
    for (const CascadeStep& step : reading.steps)
      text += (text.empty() ? "" : "; ") + ToString(step, marked.words, knowledge);
    text += " ->";
    for (const ReadingCandidate& candidate : reading.candidates)
      text += " " + ToString(candidate, marked.words, knowledge);
    return text;
  }

 private:
  void Add(const std::string& text, Meaning meaning, bool exact) { vocabulary.Add(SplitWords(text), meaning, exact); }

  void AddPhrases() {
    for (EntityId id = 0; id < knowledge.entities.size(); ++id)
      Add(knowledge.entities[id].name, {MeaningKind::kEntity, id}, true);
    for (TypeId id = 0; id < knowledge.types.size(); ++id)
      Add(knowledge.types[id].name, {MeaningKind::kType, id}, false);
    for (AttributeId id = 0; id < knowledge.attributes.size(); ++id) {
      const Attribute& attribute = knowledge.attributes[id];
      Add(attribute.name, {MeaningKind::kAttribute, id}, false);
      for (const Phrase& alias : attribute.also) Add(alias.text, {MeaningKind::kAttribute, id}, false);
      for (const Phrase& phrase : attribute.high) Add(phrase.text, {MeaningKind::kHigh, id}, false);
    }
  }
};

}  // namespace docent
