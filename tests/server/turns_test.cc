#include "bot/server/turns.h"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <chrono>
#include <cstdint>
#include <string>

namespace docent {
namespace {

class TurnsTest : public testing::Test {
 protected:
  void Ask(std::uint64_t address, char name) { asio::co_spawn(context_, Work(address, name), asio::detached); }

  Task<> Work(std::uint64_t address, char name) {
    co_await turns_.Take(address);
    worked_ += name;
  }

  asio::io_context context_;
  Turns turns_{context_, std::chrono::microseconds(0)};
  std::string worked_;
};

TEST_F(TurnsTest, GoByAddress) {
  for (const char name : {'a', 'b', 'c', 'd'}) Ask(1, name);
  Ask(2, 'X');
  Ask(2, 'Y');
  Ask(3, '!');
  context_.run();
  EXPECT_EQ(worked_, "aX!bYcd");
}

TEST_F(TurnsTest, KeepTheOrderOfOneAddress) {
  for (char name = 'a'; name <= 'z'; ++name) Ask(7, name);
  context_.run();
  EXPECT_EQ(worked_, "abcdefghijklmnopqrstuvwxyz");
}

TEST_F(TurnsTest, WhoComesDuringAnothersWorkIsNotPassedOver) {
  asio::co_spawn(
      context_,
      [this]() -> Task<> {
        co_await turns_.Take(1);
        worked_ += 'a';
        Ask(2, 'X');
      },
      asio::detached);
  Ask(1, 'b');
  Ask(1, 'c');
  context_.run();
  EXPECT_EQ(worked_, "abXc");
}

TEST_F(TurnsTest, WhoTakesAnotherTurnInAPassHasIt) {
  Turns turns(context_, std::chrono::hours(1));
  const auto work = [&](char name) -> Task<> {
    for (int round = 0; round < 2; ++round) {
      co_await turns.Take(static_cast<std::uint64_t>(name));
      worked_ += name;
    }
  };
  for (const char name : {'a', 'b'}) asio::co_spawn(context_, work(name), asio::detached);
  context_.run();
  EXPECT_EQ(worked_, "abab");
}

TEST_F(TurnsTest, WhatTakesNoTimeIsDoneInOnePass) {
  Turns turns(context_, std::chrono::hours(1));
  const auto work = [&](char name) -> Task<> {
    co_await turns.Take(static_cast<std::uint64_t>(name));
    worked_ += name;
    if (name == 'a') Ask(9, '!');
  };
  for (const char name : {'a', 'b', 'c'}) asio::co_spawn(context_, work(name), asio::detached);
  context_.run();
  EXPECT_EQ(worked_, "abc!");
}

}  // namespace
}  // namespace docent
