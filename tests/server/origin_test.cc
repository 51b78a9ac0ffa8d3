#include "bot/server/origin.h"

#include <gtest/gtest.h>

namespace docent {
namespace {

bool IsAllowed(std::string_view origin) {
  return IsAllowedOrigin(origin, "museum.example:8080", {"https://friend.example"});
}

TEST(IsAllowedOrigin, TakesTheServersOwn) {
  EXPECT_TRUE(IsAllowed("http://museum.example:8080"));
  EXPECT_TRUE(IsAllowed("https://museum.example:8080")) << "a proxy may speak TLS";
  EXPECT_TRUE(IsAllowed("HTTP://Museum.Example:8080"));
}

TEST(IsAllowedOrigin, TakesThoseThatWereAllowed) {
  EXPECT_TRUE(IsAllowed("https://friend.example"));
  EXPECT_FALSE(IsAllowed("http://friend.example"));
}

TEST(IsAllowedOrigin, RefusesAllOthers) {
  for (const char* origin : {"", "null", "x", "http://", "http://museum.example", "http://museum.example:80800",
                             "http://museum.example:8080.evil.example", "http://evil.example/museum.example:8080",
                             "http://evil@museum.example:8080", "ftp://museum.example:8080"}) {
    EXPECT_FALSE(IsAllowed(origin)) << origin;
  }
}

TEST(IsAllowedOrigin, RefusesEverythingWithoutAHost) { EXPECT_FALSE(IsAllowedOrigin("http://", "", {})); }

}  // namespace
}  // namespace docent
