#include "bot/knowledge/packing.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace docent {
namespace {

enum class Rig { kNone, kSloop = 200 };

struct Mast {
  std::string name;
  int height = 0;
  friend bool operator==(const Mast&, const Mast&) = default;
};
auto MembersOf(Of<Mast> auto& mast) { return std::tie(mast.name, mast.height); }

struct Ship {
  Rig rig = Rig::kNone;
  double length = 0;
  bool sails = false;
  SharedText port;
  std::vector<Mast> masts;
  std::vector<uint32_t> crew;
  RareList<std::string> flags;
  Boxed<Mast> bowsprit;
};
auto MembersOf(Of<Ship> auto& ship) {
  return std::tie(ship.rig, ship.length, ship.sails, ship.port, ship.masts, ship.crew, ship.flags, ship.bowsprit);
}

Ship Aurora() {
  Ship ship{Rig::kSloop, 31.5, true, "Kiel", {{"fore", -1}, {"main", 28}}, {1, 2, 70'000}, {}, Mast{"", 3}};
  ship.flags.push_back("blue");
  return ship;
}

template <typename T>
T Unpacked(const T& value) {
  Packer packer;
  packer.Put(value);
  Unpacker unpacker(packer.bytes());
  T unpacked{};
  unpacker.Take(unpacked);
  EXPECT_TRUE(unpacker.is_whole());
  return unpacked;
}

TEST(Packing, GivesBackNumbersOfAnySize) {
  constexpr uint64_t kMost = std::numeric_limits<uint64_t>::max();
  for (const uint64_t number : {uint64_t{0}, uint64_t{127}, uint64_t{128}, uint64_t{1} << 35, kMost})
    EXPECT_EQ(Unpacked(number), number);
  EXPECT_EQ(Unpacked(-5), -5);
  EXPECT_EQ(Unpacked(std::numeric_limits<int>::min()), std::numeric_limits<int>::min());
}

TEST(Packing, TakesOneByteForASmallNumber) {
  Packer packer;
  packer.Put(uint64_t{127});
  EXPECT_EQ(packer.bytes().size(), 1U);
}

TEST(Packing, GivesBackARecordWithAllThatIsInIt) {
  const Ship ship = Unpacked(Aurora());
  EXPECT_EQ(ship.rig, Rig::kSloop);
  EXPECT_EQ(ship.length, 31.5);
  EXPECT_TRUE(ship.sails);
  EXPECT_EQ(ship.port, SharedText("Kiel"));
  EXPECT_EQ(ship.masts, Aurora().masts);
  EXPECT_EQ(ship.crew, Aurora().crew);
  EXPECT_EQ(ship.flags, Aurora().flags);
  EXPECT_EQ(*ship.bowsprit, *Aurora().bowsprit);
}

TEST(Packing, GivesBackWhatIsEmpty) {
  const Ship ship = Unpacked(Ship());
  EXPECT_TRUE(ship.masts.empty() && ship.crew.empty() && ship.flags.empty() && !ship.bowsprit);
}

TEST(Packing, SharesATextThatStandsOneAfterTheOther) {
  const auto texts = Unpacked(std::vector<SharedText>{"Kiel", "Kiel", "Lund", ""});
  EXPECT_EQ(texts, (std::vector<SharedText>{"Kiel", "Kiel", "Lund", ""}));
  EXPECT_EQ(&texts[0].str(), &texts[1].str());
}

TEST(Packing, SaysWhereverBytesEndTooSoon) {
  Packer packer;
  packer.Put(Aurora());
  for (size_t size = 0; size < packer.bytes().size(); ++size) {
    Unpacker unpacker(packer.bytes().first(size));
    Ship ship;
    unpacker.Take(ship);
    EXPECT_FALSE(unpacker.is_whole()) << size;
  }
}

TEST(Packing, SaysThatBytesAreLeftOver) {
  Packer packer;
  packer.Put(Aurora(), 1);
  Unpacker unpacker(packer.bytes());
  Ship ship;
  unpacker.Take(ship);
  EXPECT_FALSE(unpacker.is_whole());
}

TEST(Packing, BelievesNoListToBeLongerThanWhatIsLeft) {
  Packer packer;
  packer.Put(std::numeric_limits<uint64_t>::max());
  const auto take = [&](auto list) {
    Unpacker unpacker(packer.bytes());
    unpacker.Take(list);
    EXPECT_FALSE(unpacker.is_whole());
    EXPECT_TRUE(list.empty());
  };
  take(std::vector<uint64_t>());
  take(std::vector<Mast>());
  take(std::string());
}

}  // namespace
}  // namespace docent
