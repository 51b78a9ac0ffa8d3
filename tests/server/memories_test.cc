#include "bot/server/memories.h"

#include <gtest/gtest.h>

#include <memory>

namespace docent {
namespace {

void Say(Memories& memories, Memories::Memory& memory, size_t forgotten) {
  memory.conversation.Remember({"who is it", {}, {}, {}});
  EXPECT_EQ(memories.Spoke(memory), forgotten);
}

TEST(Memories, ForgetsTheOneThatWasSilentLongest) {
  Memories memories(2);
  Memories::Memory first;
  Memories::Memory second;
  Memories::Memory third;
  Say(memories, first, 0);
  Say(memories, second, 0);
  Say(memories, first, 0);
  Say(memories, third, 1);
  EXPECT_EQ(first.conversation.turns().size(), 2u);
  EXPECT_TRUE(second.conversation.turns().empty());
  EXPECT_EQ(third.conversation.turns().size(), 1u);
}

TEST(Memories, AForgottenOneMaySpeakAgain) {
  Memories memories(1);
  Memories::Memory first;
  Memories::Memory second;
  Say(memories, first, 0);
  Say(memories, second, 1);
  Say(memories, first, 1);
  EXPECT_EQ(first.conversation.turns().size(), 1u);
}

TEST(Memories, CountsNoneThatHaveNothingToForgetOrAreGone) {
  Memories memories(2);
  Memories::Memory empty;
  EXPECT_EQ(memories.Spoke(empty), 0u);
  EXPECT_EQ(memories.size(), 0u);
  auto gone = std::make_unique<Memories::Memory>();
  Say(memories, *gone, 0);
  EXPECT_EQ(memories.size(), 1u);
  gone.reset();
  EXPECT_EQ(memories.size(), 0u);
}

}  // namespace
}  // namespace docent
