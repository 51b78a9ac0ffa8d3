#include "bot/server/http_reply.h"

#include <gtest/gtest.h>

namespace docent {
namespace {

bool Has(const std::string& head, std::string_view line) { return head.find(line) != std::string::npos; }

TEST(HeadOf, CarriesThePolicyWhateverTheReply) {
  for (const HttpReply& reply : {HttpReply(), ErrorPage(404, ErrorCode::kNotFound, "no"), MethodNotAllowed("GET")}) {
    const std::string head = HeadOf(reply, true);
    EXPECT_TRUE(Has(head, "\r\nContent-Security-Policy: default-src 'none'; script-src 'self';")) << head;
    EXPECT_TRUE(Has(head, "\r\nX-Content-Type-Options: nosniff\r\n")) << head;
    EXPECT_TRUE(Has(head, "\r\nReferrer-Policy: no-referrer\r\n")) << head;
    EXPECT_FALSE(Has(head, "unsafe")) << head;
  }
}

TEST(HeadOf, LetsNobodyFrameOrLoadItUnlessTheReplySaysSo) {
  HttpReply reply;
  EXPECT_TRUE(Has(HeadOf(reply, true), "frame-ancestors 'none'\r\n"));
  EXPECT_TRUE(Has(HeadOf(reply, true), "\r\nCross-Origin-Resource-Policy: same-origin\r\n"));
  reply.framers = "'self' https://example.org";
  reply.is_for_other_sites = true;
  EXPECT_TRUE(Has(HeadOf(reply, true), "frame-ancestors 'self' https://example.org\r\n"));
  EXPECT_TRUE(Has(HeadOf(reply, true), "\r\nCross-Origin-Resource-Policy: cross-origin\r\n"));
}

TEST(HeadOf, SaysHowLongTheBodyIsAndWhetherItIsTheLast) {
  HttpReply reply;
  reply.body = "12345";
  EXPECT_TRUE(HeadOf(reply, true).starts_with("HTTP/1.1 200 OK\r\n"));
  EXPECT_TRUE(HeadOf(reply, true).ends_with("Content-Length: 5\r\n\r\n"));
  EXPECT_TRUE(HeadOf(reply, false).ends_with("Content-Length: 5\r\nConnection: close\r\n\r\n"));
}

TEST(HeadOf, GivesNotModifiedNoLength) {
  HttpReply reply;
  reply.status = 304;
  EXPECT_TRUE(HeadOf(reply, true).starts_with("HTTP/1.1 304 Not Modified\r\n"));
  EXPECT_FALSE(Has(HeadOf(reply, true), "Content-Length"));
}

TEST(ErrorPage, HasTheStatusOfItsCode) {
  const auto status = [](ErrorCode code) { return ErrorPage({"", code, "x", {}}).status; };
  EXPECT_EQ(status(ErrorCode::kBadJson), 400u);
  EXPECT_EQ(status(ErrorCode::kBadRequest), 400u);
  EXPECT_EQ(status(ErrorCode::kTooLong), 413u);
  EXPECT_EQ(status(ErrorCode::kTooMany), 429u);
  EXPECT_EQ(status(ErrorCode::kNotFound), 404u);
  EXPECT_EQ(status(ErrorCode::kOverloaded), 503u);
  EXPECT_EQ(status(ErrorCode::kShuttingDown), 503u);
}

TEST(ErrorPage, RoundsTheTimeToWaitUpToSeconds) {
  const HttpReply reply = ErrorPage({"", ErrorCode::kTooMany, "x", std::chrono::milliseconds(1200)});
  EXPECT_TRUE(Has(reply.headers, "Retry-After: 2\r\n")) << reply.headers;
}

}  // namespace
}  // namespace docent
