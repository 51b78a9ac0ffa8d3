// A pass over a fact's terms against looking up each term by itself.

#include "bot/answering/held_terms.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "bot/answering/brain.h"
#include "bot/answering/inquiry.h"

namespace docent {
namespace {

std::shared_ptr<const Brain> Companies() {
  const std::filesystem::path tree = DOCENT_SOURCE_DIR;
  Diagnostics diagnostics;
  return Brain::Load({{tree / "tests/answering/companies"}, {tree / "rules"}}, diagnostics);
}

std::vector<TermKey> KeysOf(const std::vector<Unit>& units) {
  std::vector<TermKey> keys;
  for (const Unit& unit : units) {
    for (const UnitTerm& term : unit.terms) keys.push_back(term.key);
    keys.insert(keys.end(), unit.parts.begin(), unit.parts.end());
    keys.insert(keys.end(), unit.opposites.begin(), unit.opposites.end());
  }
  return keys;
}

std::string ToString(const std::optional<FrameTerm>& term) {
  return term ? std::to_string(term->key) + " " + std::to_string(term->quality) + " " + std::to_string(term->places)
              : "none";
}

TEST(HeldTerms, AreThoseThatTheIndexFinds) {
  const std::shared_ptr<const Brain> brain = Companies();
  ASSERT_NE(brain, nullptr);
  const FrameIndex& index = brain->frames();
  for (const char* question : {"how many employees does it have", "who founded the oldest company", "a zyzzyva"}) {
    const std::vector<Unit> units = Inquire(*brain, question).units;
    HeldTerms terms(units, index);
    for (FactId fact = 0; fact < index.size(); ++fact) {
      terms.Turn(fact);
      for (const TermKey key : KeysOf(units)) EXPECT_EQ(ToString(terms.Find(key)), ToString(index.Find(fact, key)));
    }
  }
}

TEST(HeldTerms, AreNoneBeforeTheFirstFact) {
  const std::shared_ptr<const Brain> brain = Companies();
  ASSERT_NE(brain, nullptr);
  const std::vector<Unit> units = Inquire(*brain, "how many employees does it have").units;
  EXPECT_TRUE(HeldTerms(units, brain->frames()).held().empty());
}

}  // namespace
}  // namespace docent
