#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "bot/knowledge/loader.h"

namespace docent {
namespace {

// A folder with ships.csv in it, as long as it lives.
class TableFolder {
 public:
  explicit TableFolder(const std::string& csv)
      : folder_(std::filesystem::temp_directory_path() /
                ("docent_table_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()))) {
    std::filesystem::create_directories(folder_);
    std::ofstream(folder_ / "ships.csv") << csv;
  }
  ~TableFolder() { std::filesystem::remove_all(folder_); }

  Knowledge Read(const std::string& block) const {
    Diagnostics diagnostics;
    Knowledge knowledge = LoadKnowledge({{folder_ / "ships.facts", "ships.facts", block}}, diagnostics);
    EXPECT_EQ(diagnostics.Render(), "");
    return knowledge;
  }

  // Every fact on a line, then what is wrong: `Aurora:ship home=Bergen*:port`.
  std::string Load(const std::string& block) const {
    Diagnostics diagnostics;
    const Knowledge knowledge = LoadKnowledge({{folder_ / "ships.facts", "ships.facts", block}}, diagnostics);
    std::string text;
    for (const Fact& fact : knowledge.facts) {
      text += Name(knowledge, fact.subject) + " " + knowledge.attributes[fact.attribute].name + "=";
      for (const Value& value : fact.slots.back().values) {
        if (&value != &fact.slots.back().values.front()) text += "+";
        text += value.entity != kNone ? Name(knowledge, value.entity) + "*" : value.text.str();
      }
      if (!fact.says.empty()) text += " \"" + fact.says.front().text + "\"";
      text += "\n";
    }
    text += diagnostics.Render();
    const std::string folder = folder_.string() + "/";
    for (size_t at = text.find(folder); at != std::string::npos; at = text.find(folder)) text.erase(at, folder.size());
    return text;
  }

 private:
  static std::string Name(const Knowledge& knowledge, EntityId id) {
    const Entity& entity = knowledge.entities[id];
    return entity.name + (entity.types.empty() ? "" : ":" + knowledge.types[entity.types.front()].name);
  }

  std::filesystem::path folder_;
};

constexpr const char* kShips = "name,home,crew\nAurora,Bergen,60\nBella,Oslo,7\n";

TEST(AddTable, GivesColumnsOfSeveralYearsToOneAttribute) {
  EXPECT_EQ(TableFolder("name,c23,c24\nAurora,60,58\n")
                .Load("table: ships.csv\nentity: name\ntype: ship\ncolumn: c23 => crew at 2023\n"
                      "column: c24 => crew at 2024\nsays: In {when} {entity} had a crew of {value}.\n"),
            "Aurora:ship crew=60 \"In 2023 Aurora had a crew of 60.\"\n"
            "Aurora:ship crew=58 \"In 2024 Aurora had a crew of 58.\"\n");
}

TEST(AddTable, NamesFactsOfSeveralYearsApart) {
  const TableFolder folder("name,c23,c24\nAurora,60,58\n");
  const Knowledge knowledge =
      folder.Read("table: ships.csv\nentity: name\ncolumn: c23 => crew at 2023\ncolumn: c24 => crew at 2024\n");
  ASSERT_EQ(knowledge.facts.size(), 2U);
  EXPECT_EQ(knowledge.NameOf(0), "ships.csv:2:crew:2023");
  EXPECT_EQ(knowledge.NameOf(1), "ships.csv:2:crew:2024");
}

TEST(AddTable, GivesItsTestsToTheFactsThatTheyAsk) {
  const Knowledge knowledge = TableFolder(kShips).Read(
      "table: ships.csv\nentity: name\ncolumn: home => home port\ncolumn: crew => crew\n"
      "test: how many are in the crew of Bella => 7\nnever: who built Aurora\n");
  for (const Fact& fact : knowledge.facts) {
    const std::string name = knowledge.entities[fact.subject].name + " " + knowledge.attributes[fact.attribute].name;
    const size_t tests = name == "Bella crew" || name == "Aurora home port" ? 1 : 0;
    EXPECT_EQ(fact.tests.size(), tests) << name;
  }
}

TEST(AddTable, GivesEachRowItsFacts) {
  EXPECT_EQ(
      TableFolder(kShips).Load("table: ships.csv\nentity: name\ntype: ship\ncolumn: crew => crew\n"
                               "column: home => home port (port)\n"),
      "Aurora:ship crew=60\nAurora:ship home port=Bergen:port*\nBella:ship crew=7\nBella:ship home port=Oslo:port*\n");
}

TEST(AddTable, PutsRowsOfOneEntityTogether) {
  EXPECT_EQ(TableFolder("name,port\nAurora,Bergen\nAurora,Oslo\nAurora,Bergen\n")
                .Load("table: ships.csv\nentity: name\ntype: ship\ncolumn: port => calls at\n"
                      "says: {entity} calls at {value}.\n"),
            "Aurora:ship calls at=Bergen+Oslo \"Aurora calls at Bergen and Oslo.\"\n");
}

TEST(AddTable, TellsEntitiesOfOneNameApartByKey) {
  EXPECT_EQ(TableFolder("name,home,crew\nBella,Bergen,6\nBella,Oslo,7\n")
                .Load("table: ships.csv\nentity: name\ntype: ship\nkey: home\ncolumn: crew => crew\n"),
            "Bella:ship crew=6\nBella:ship crew=7\n");
}

TEST(AddTable, LinksValuesByTheirKey) {
  EXPECT_EQ(TableFolder("name,home,flagship\nBella,Bergen,Bella\nBella,Oslo,Bella\n")
                .Load("table: ships.csv\nentity: name\ntype: ship\nkey: home\n\n"
                      "table: ships.csv\nentity: home\ntype: port\ncolumn: flagship => flagship (flagship) by home\n"),
            "Bergen:port flagship=Bella:ship*\nOslo:port flagship=Bella:ship*\n");
}

TEST(AddTable, LinksValuesToWhatALaterTableBrings) {
  const std::string loaded = TableFolder(kShips).Load(
      "table: ships.csv\nentity: name\ntype: ship\ncolumn: home => home port\n\n"
      "table: ships.csv\nentity: home\ntype: port\ncolumn: crew => crews\n");
  EXPECT_NE(loaded.find("Aurora:ship home port=Bergen:port*"), std::string::npos) << loaded;
}

TEST(AddTable, GivesConstantsAliasesAndUnits) {
  EXPECT_EQ(
      TableFolder(kShips).Load("attribute: crew\nunit: sailors\n\n"
                               "table: ships.csv\nentity: name\ntype: ship\nalias: SS {entity}\n"
                               "constant: flag (country) = Norway\ncolumn: crew => crew\n"
                               "says crew: The {entity} has {value}.\n\n"
                               "entity: Olav\n\nfact: sails\nvalue: SS Bella\n"),
      "Aurora:ship flag=Norway:country*\nAurora:ship crew=60 \"The Aurora has 60 sailors.\"\n"
      "Bella:ship flag=Norway:country*\nBella:ship crew=7 \"The Bella has 7 sailors.\"\nOlav sails=Bella:ship*\n");
}

TEST(AddTable, PutsASentenceOfOneAttributeBeforeThatOfAll) {
  EXPECT_EQ(TableFolder(kShips).Load("table: ships.csv\nsays: The {attribute} of {entity} is {value}.\n"
                                     "says home port: {entity} lies in {value}.\nentity: name\n"
                                     "column: home => home port\ncolumn: crew => crew\n"),
            "Aurora home port=Bergen \"Aurora lies in Bergen.\"\nAurora crew=60 \"The crew of Aurora is 60.\"\n"
            "Bella home port=Oslo \"Bella lies in Oslo.\"\nBella crew=7 \"The crew of Bella is 7.\"\n");
}

TEST(AddTable, RefusesAPlaceholderThatNothingFills) {
  EXPECT_EQ(TableFolder(kShips).Load("table: ships.csv\nentity: name\ncolumn: crew => crew\nsays: The {crew}.\n"),
            "ships.facts:4:11: error[unknown-placeholder]: nothing fills \"{crew}\" in the \"says\" of a table\n"
            "   4 | says: The {crew}.\n"
            "     |           ^^^^^^\n"
            "     = write {attribute}, or a sentence for it alone: \"says crew: ...\"\n");
}

TEST(AddTable, KeepsTextThatLooksLikeAName) {
  EXPECT_EQ(TableFolder("name,note\nAurora,Bella\nBella,\n")
                .Load("table: ships.csv\nentity: name\ntype: ship\ncolumn: note => note (text)\n"),
            "Aurora:ship note=Bella\n");
}

TEST(AddTable, NamesTheNearestColumn) {
  EXPECT_EQ(TableFolder(kShips).Load("table: ships.csv\nentity: nmae\n").substr(0, 63),
            "ships.facts:2:9: error[unknown-column]: no column \"nmae\" in shi");
}

TEST(AddTable, PointsAtARowWithoutAName) {
  EXPECT_EQ(TableFolder("name,crew\n,60\n").Load("table: ships.csv\nentity: name\ncolumn: crew => crew\n"),
            "ships.csv:2:1: error[no-name]: this row names no entity\n"
            "   2 | ,60\n"
            "     | ^\n"
            "     = fill in its column \"name\"\n");
}

}  // namespace
}  // namespace docent
