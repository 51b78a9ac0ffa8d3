#include "bot/knowledge/kind_fit.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "bot/knowledge/builder.h"

namespace docent {
namespace {

// Those of `texts` that can be of `kind`, with a line between: "60|n.a.".
std::string Fitting(Kind kind, const std::vector<std::string>& texts) {
  KnowledgeBuilder builder;
  const auto declare = [&](const std::string& name, const std::string& type) {
    Entity entity;
    entity.name = name;
    if (!type.empty()) entity.types = {builder.TypeOf(type)};
    builder.AddEntity(std::move(entity));
  };
  declare("Ada", "person");
  declare("Bergen", "city");
  declare("the fair", "");
  std::string fitting;
  for (const std::string& text : texts) {
    if (CanBe(builder.MakeValue(text, kNone), kind, builder.knowledge()))
      fitting += (fitting.empty() ? "" : "|") + text;
  }
  return fitting;
}

TEST(CanBe, TakesNoFigureForAPerson) {
  EXPECT_EQ(Fitting(Kind::kPerson, {"Ada", "Maria Silva", "the harbour master", "2014", "£5", "Bergen", "n.a."}),
            "Ada|Maria Silva|the harbour master");
}

TEST(CanBe, TakesNearlyAnyTextForADate) {
  EXPECT_EQ(Fitting(Kind::kDate, {"2014", "987", "every Tuesday", "Good Friday", "8 am to 6.30 pm", "the fair", "Ada",
                                  "Maria Silva", "£5", "12 %"}),
            "2014|987|every Tuesday|Good Friday|8 am to 6.30 pm|the fair");
}

TEST(CanBe, WantsAFigureOrANothingForMoney) {
  EXPECT_EQ(Fitting(Kind::kMoney, {"£35", "12 crowns", "from £5 to £8", "free", "nothing", "n.a.", "cheap", "Ada"}),
            "£35|12 crowns|from £5 to £8|free|nothing");
}

TEST(CanBe, CountsWhatMightBeAYear) {
  EXPECT_EQ(Fitting(Kind::kCount, {"1500", "60", "nobody", "May 2018", "many"}), "1500|60|nobody");
}

TEST(CanBe, WantsYesOrNoForAFlag) { EXPECT_EQ(Fitting(Kind::kFlag, {"yes", "No", "是", "maybe", "60"}), "yes|No|是"); }

TEST(CanBe, TakesAnAddressForAPlace) {
  EXPECT_EQ(Fitting(Kind::kPlace, {"Bergen", "12 Harbour Street", "12", "Ada", "12 %"}), "Bergen|12 Harbour Street|12");
}

TEST(CanBe, TakesAnythingForAText) { EXPECT_EQ(Fitting(Kind::kText, {"n.a.", "2014", "Ada"}), "n.a.|2014|Ada"); }

}  // namespace
}  // namespace docent
