#include "bot/knowledge/loader.h"

#include <gtest/gtest.h>

#include <string>

namespace docent {
namespace {

Knowledge Load(const std::string& content, Diagnostics& diagnostics) {
  return LoadKnowledge({{"harbour/notes.facts", "harbour/notes.facts", content}}, diagnostics);
}

std::string Problems(const std::string& content) {
  Diagnostics diagnostics;
  Load(content, diagnostics);
  return diagnostics.Render();
}

// "subject=Aurora value=more than 60 from=14".
std::string Slots(const Fact& fact) {
  std::string text;
  for (const Slot& slot : fact.slots) {
    for (const Value& value : slot.values) {
      if (!text.empty()) text += ' ';
      text += std::string(RoleName(slot.role)) + "=" + value.text + (value.entity != kNone ? "*" : "");
    }
  }
  return text;
}

TEST(LoadKnowledge, GivesAFactToTheEntityAboveIt) {
  Diagnostics diagnostics;
  const Knowledge knowledge =
      Load("entity: Aurora\ntype: ship\n\nfact: crew\nvalue: more than 60\nfrom: 14\n", diagnostics);
  ASSERT_EQ(knowledge.facts.size(), 1U);
  EXPECT_EQ(Slots(knowledge.facts[0]), "subject=Aurora* value=more than 60 from=14");
  EXPECT_EQ(ToString(*knowledge.facts[0].slots[1].values[0].quantity), "number >60");
}

TEST(LoadKnowledge, TakesTheWordsAfterAFigureForItsUnit) {
  Diagnostics diagnostics;
  const Knowledge knowledge =
      Load("attribute: price\nkind: money\n\nentity: Aurora\n\nfact: price\nvalue: 12 crowns\n", diagnostics);
  EXPECT_EQ(diagnostics.Render(), "");
  ASSERT_TRUE(knowledge.facts[0].slots[1].values[0].quantity);
  EXPECT_EQ(knowledge.facts[0].slots[1].values[0].quantity->number, 12);
  EXPECT_EQ(knowledge.facts[0].slots[1].values[0].quantity->unit, "crowns");
}

TEST(LoadKnowledge, ReadsWhatIsFreeAsNoMoneyWhereAPriceIsDeclared) {
  Diagnostics diagnostics;
  const Knowledge knowledge = Load(
      "attribute: entry\nkind: money\n\nentity: Aurora\n\nfact: entry\nvalue: free of charge\n\nfact: mood\nvalue: "
      "free\n",
      diagnostics);
  EXPECT_EQ(diagnostics.Render(), "");
  const Value& entry = knowledge.facts[0].slots[1].values[0];
  ASSERT_TRUE(entry.quantity);
  EXPECT_EQ(entry.quantity->kind, QuantityKind::kMoney);
  EXPECT_EQ(entry.quantity->number, 0);
  EXPECT_EQ(entry.text, "free of charge");
  EXPECT_FALSE(knowledge.facts[1].slots[1].values[0].quantity);
}

TEST(LoadKnowledge, ReportsAMissingBlankLineOnceAndGoesOnAsIfItWereThere) {
  Diagnostics diagnostics;
  const Knowledge knowledge =
      Load("source: log\ntitle: The log\nentity: Aurora\ntype: ship\nfact: crew\nvalue: 60\n\nfact: masts\nvalue: 2\n",
           diagnostics);
  EXPECT_EQ(diagnostics.errors(), 2U);
  EXPECT_EQ(knowledge.entities.size(), 1U);
  EXPECT_EQ(knowledge.facts.size(), 2U);
}

TEST(LoadKnowledge, TakesAKeyThatBeginsBlocksForAnAttributeIfOneIsCalledSo) {
  Diagnostics diagnostics;
  const Knowledge knowledge =
      Load("attribute: source\nkind: place\n\nentity: Moss Brook\nsource: Mossback\n", diagnostics);
  EXPECT_EQ(diagnostics.Render(), "");
  ASSERT_EQ(knowledge.facts.size(), 1U);
  EXPECT_EQ(Slots(knowledge.facts[0]), "subject=Moss Brook* value=Mossback");
}

TEST(LoadKnowledge, GivesTheFactsOfAnEntityThatStandsTwiceToTheFirst) {
  Diagnostics diagnostics;
  const Knowledge knowledge = Load("entity: Aurora\n\nentity: Aurora\n\nfact: crew\nvalue: 60\n", diagnostics);
  EXPECT_EQ(diagnostics.errors(), 1U);
  ASSERT_EQ(knowledge.facts.size(), 1U);
  EXPECT_EQ(knowledge.facts[0].subject, 0U);
}

// "founder=Ada Lund opening=2014": each fact by the attribute it was given to.
std::string Attributed(const std::string& content) {
  Diagnostics diagnostics;
  const Knowledge knowledge = Load(content, diagnostics);
  std::string text = diagnostics.Render();
  for (const Fact& fact : knowledge.facts)
    text += (text.empty() ? "" : " ") + knowledge.attributes[fact.attribute].name + "=" +
            fact.slots.back().values.front().text;
  return text;
}

constexpr const char* kTwoStarts =
    "attribute: founder\nkind: person\nalso: start\n\nattribute: opening\nkind: date\nalso: start\n\n";

TEST(LoadKnowledge, TakesOfTwoAttributesTheOneWhoseKindTheValueIs) {
  EXPECT_EQ(Attributed(std::string(kTwoStarts) + "entity: Yard\nstart: Ada Lund\n\nfact: start\nvalue: 2014\n"),
            "founder=Ada Lund opening=2014");
}

TEST(LoadKnowledge, TakesOfTwoAttributesTheOneThatIsSaidOfTheSubject) {
  EXPECT_EQ(Attributed("attribute: opening\nof: yard\nalso: start\n\nattribute: keel laid\nof: ship\nalso: start\n\n"
                       "entity: Aurora\ntype: ship\n\nfact: start\nvalue: 2014\n"),
            "keel laid=2014");
}

TEST(LoadKnowledge, TakesAnAttributesOwnNameBeforeAnAliasWhereverItStands) {
  EXPECT_EQ(Attributed(std::string(kTwoStarts) + "entity: Yard\n\nfact: start\nvalue: 2014\n\nattribute: start\n"),
            "start=2014");
}

TEST(LoadKnowledge, GivesEachFileItsOwnSource) {
  const auto file = [](const std::string& name, const std::string& content) {
    return TextFile{"harbour/" + name, "harbour/" + name, content};
  };
  Diagnostics diagnostics;
  const Knowledge knowledge =
      LoadKnowledge({file("a.facts", "source: first\n\nentity: Aurora\n\nfact: crew\nvalue: 60\n"),
                     file("b.facts", "source: second\n\nentity: Borea\n\nfact: crew\nvalue: 70\n"),
                     file("c.facts", "entity: Clio\n\nfact: crew\nvalue: 80\n")},
                    diagnostics);
  std::string sources;
  for (const Fact& fact : knowledge.facts) sources += knowledge.sources[fact.source].id + " ";
  EXPECT_EQ(sources, "first second first ");
}

TEST(LoadKnowledge, LinksValuesToEntitiesThatLaterBlocksDeclare) {
  Diagnostics diagnostics;
  const Knowledge knowledge =
      Load("entity: Aurora\n\nfact: captain\nvalue: Ida Lund\n\nentity: Ida Lund\ntype: person\n", diagnostics);
  EXPECT_EQ(Slots(knowledge.facts[0]), "subject=Aurora* value=Ida Lund*");
  EXPECT_EQ(knowledge.facts[0].slots[1].kind, Kind::kPerson);
}

TEST(LoadKnowledge, MakesAnEventAnEntityWithRoles) {
  Diagnostics diagnostics;
  const Knowledge knowledge =
      Load("event: launch of the Aurora\nverb: launch\nwho: Harbour Shipyard\nwhen: May 1911\n", diagnostics);
  EXPECT_EQ(Slots(knowledge.facts[0]), "subject=launch of the Aurora* who=Harbour Shipyard when=May 1911");
  EXPECT_TRUE(knowledge.entities[0].is_event);
}

TEST(LoadKnowledge, ReadsTheMonthOutOfAWhen) {
  Diagnostics diagnostics;
  const Knowledge knowledge = Load("event: fair\nwhen: January of the guide's year\n", diagnostics);
  EXPECT_EQ(knowledge.facts[0].slots[1].values[0].quantity->date.month, 1);
}

TEST(LoadKnowledge, ReadsNoMonthOutOfAWhenThatLastsFromOneToAnother) {
  Diagnostics diagnostics;
  const Knowledge knowledge = Load("event: winter rest\nwhen: November to March\n", diagnostics);
  EXPECT_FALSE(knowledge.facts[0].slots[1].values[0].quantity);
}

TEST(LoadKnowledge, TellsEntitiesOfOneNameByTheirIds) {
  Diagnostics diagnostics;
  const Knowledge knowledge = Load(
      "entity: Aurora\ntype: ship\nid: first-aurora\n\nentity: Aurora\ntype: ship\nid: second-aurora\n\n"
      "fact: sister\nof: second-aurora\nvalue: first-aurora\n",
      diagnostics);
  EXPECT_EQ(diagnostics.Render().find("unknown-entity"), std::string::npos);
  ASSERT_EQ(knowledge.facts.size(), 1U);
  EXPECT_EQ(knowledge.facts[0].subject, 1U);
  EXPECT_EQ(knowledge.facts[0].slots[1].values[0].entity, 0U);
}

TEST(LoadKnowledge, RefusesTheSameIdTwice) {
  EXPECT_NE(Problems("entity: Aurora\nid: ship\n\nentity: Nordwind\nid: ship\n").find("5:5: error[same-id]"),
            std::string::npos);
}

TEST(LoadKnowledge, TakesATimeOfDayForTextWhereADateIsDeclared) {
  Diagnostics diagnostics;
  const Knowledge knowledge =
      Load("attribute: tea\nkind: date\n\nentity: Aurora\n\nfact: tea\nvalue: 4 pm\n", diagnostics);
  EXPECT_EQ(diagnostics.Render().find("kind-mismatch"), std::string::npos);
  EXPECT_FALSE(knowledge.facts[0].slots[1].values[0].quantity);
}

TEST(LoadKnowledge, TakesWhatAThingIsCalledForAWord) {
  Diagnostics diagnostics;
  const Knowledge knowledge =
      Load("entity: Harbour Authority\nalso: the Lights\n\nfact: nickname\nvalue: the Lights\n", diagnostics);
  EXPECT_EQ(Slots(knowledge.facts[0]), "subject=Harbour Authority* value=the Lights");
}

TEST(LoadKnowledge, NamesTheNearestKeyForAnUnknownOne) {
  EXPECT_EQ(Problems("entity: Aurora\n\nfact: crew\nvlaue: 60\n"),
            "harbour/notes.facts:4:1: error[unknown-key]: no key \"vlaue\" in a fact\n"
            "   4 | vlaue: 60\n"
            "     | ^^^^^\n"
            "     = did you mean \"value\"?\n");
}

TEST(LoadKnowledge, RefusesAFactWithoutASubject) {
  EXPECT_EQ(Problems("fact: crew\nvalue: 60\n"),
            "harbour/notes.facts:1:7: error[no-subject]: this fact belongs to no entity\n"
            "   1 | fact: crew\n"
            "     |       ^^^^\n"
            "     = put it below an \"entity:\" block or name one with \"of:\"\n");
}

TEST(LoadKnowledge, RefusesTheSameNameAndTypeTwice) {
  EXPECT_EQ(
      Problems("entity: Aurora\ntype: ship\n\nentity: aurora\ntype: ship\n"),
      "harbour/notes.facts:4:9: error[same-name]: an entity \"aurora\" of this type stands at "
      "harbour/notes.facts:1:9 already\n"
      "   4 | entity: aurora\n"
      "     |         ^^^^^^\n"
      "     = to say more of it, put the facts below the first or give each an \"of: aurora\"; another thing needs "
      "another name, another type or an \"id:\"\n");
}

TEST(LoadKnowledge, ReportsAllMistakesInOneRun) {
  Diagnostics diagnostics;
  Load("entity: A\n\nfact: crew\nvalue: 1\nstatus: maybe\n\nfact: age\nvalue: 2\nparagraph: x\n\nship: B\n",
       diagnostics);
  EXPECT_EQ(diagnostics.errors(), 3U);
}

}  // namespace
}  // namespace docent
