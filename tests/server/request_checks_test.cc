#include "bot/server/request_checks.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace docent {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

HttpRequest Get(const Fields& fields, unsigned version = 11) {
  HttpRequest request(http::verb::get, "/ws", version);
  for (const auto& [name, value] : fields) request.insert(name, value);
  return request;
}

unsigned HeadStatus(const Fields& fields, unsigned version = 11) {
  const std::optional<HttpReply> refusal = CheckHead(Get(fields, version), Limits());
  return refusal ? refusal->status : 200;
}

TEST(CheckHead, WantsExactlyOneHost) {
  EXPECT_EQ(HeadStatus({{"Host", "a"}}), 200u);
  EXPECT_EQ(HeadStatus({}), 400u);
  EXPECT_EQ(HeadStatus({{"Host", "a"}, {"host", "b"}}), 400u);
  EXPECT_EQ(HeadStatus({}, 10), 200u) << "HTTP/1.0 has none";
}

TEST(CheckHead, TakesNoFramingThatTwoReadersCouldReadDifferently) {
  EXPECT_EQ(HeadStatus({{"Host", "a"}, {"Transfer-Encoding", "chunked"}}), 200u);
  EXPECT_EQ(HeadStatus({{"Host", "a"}, {"Transfer-Encoding", "chunked"}, {"Content-Length", "4"}}), 400u);
  EXPECT_EQ(HeadStatus({{"Host", "a"}, {"Transfer-Encoding", "gzip, chunked"}}), 501u);
  EXPECT_EQ(HeadStatus({{"Host", "a"}, {"Transfer-Encoding", "xchunked"}}), 501u);
  EXPECT_EQ(HeadStatus({{"Host", "a"}, {"Transfer-Encoding", "chunked"}, {"Transfer-Encoding", "x"}}), 501u);
  EXPECT_EQ(HeadStatus({{"Transfer-Encoding", "chunked"}}, 10), 501u);
}

TEST(CheckHead, BoundsTheNumberOfFields) {
  Fields fields(63, {"A", "b"});
  fields.emplace_back("Host", "a");
  EXPECT_EQ(HeadStatus(fields), 200u);
  fields.emplace_back("A", "b");
  EXPECT_EQ(HeadStatus(fields), 431u);
}

TEST(ReadFailure, HasNoWordForThoseWhoAreGone) {
  EXPECT_FALSE(ReadFailure(http::error::end_of_stream));
  EXPECT_FALSE(ReadFailure(http::error::partial_message));
  EXPECT_FALSE(ReadFailure(asio::error::connection_reset));
  EXPECT_FALSE(ReadFailure(asio::error::operation_aborted));
}

TEST(ReadFailure, TellsTooLongFromMalformed) {
  EXPECT_EQ(ReadFailure(http::error::header_limit)->status, 431u);
  EXPECT_EQ(ReadFailure(http::error::body_limit)->status, 413u);
  EXPECT_EQ(ReadFailure(http::error::bad_method)->status, 400u);
  EXPECT_TRUE(ReadFailure(http::error::bad_chunk)->close);
}

const Fields kHandshake = {{"Host", "museum:1"},
                           {"Upgrade", "WebSocket"},
                           {"Connection", "keep-alive, Upgrade"},
                           {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="},
                           {"Sec-WebSocket-Version", "13"}};

// The status of the handshake above with one field changed, or left out if `value` is empty.
unsigned HandshakeStatus(const std::string& name, const std::string& value) {
  HttpRequest request = Get(kHandshake);
  request.erase(name);
  if (!value.empty()) request.insert(name, value);
  const std::optional<HttpReply> refusal = CheckHandshake(request, {});
  return refusal ? refusal->status : 101;
}

TEST(CheckHandshake, TakesAProperOne) {
  EXPECT_TRUE(WantsWebSocket(Get(kHandshake)));
  EXPECT_EQ(HandshakeStatus("Origin", ""), 101u);
  EXPECT_EQ(HandshakeStatus("Origin", "http://museum:1"), 101u);
}

TEST(CheckHandshake, RefusesForeignPages) { EXPECT_EQ(HandshakeStatus("Origin", "http://evil.example"), 403u); }

TEST(CheckHandshake, RefusesAKeyThatIsNone) {
  for (const char* key : {"", "YWJj", "!!!!!!!!!!!!!!!!!!!!!!==", "dGhlIHNhbXBsZSBub25jZQ=a"}) {
    EXPECT_EQ(HandshakeStatus("Sec-WebSocket-Key", key), 400u) << key;
  }
}

TEST(CheckHandshake, RefusesOtherVersionsAndSaysWhichIsSpoken) {
  EXPECT_EQ(HandshakeStatus("Sec-WebSocket-Version", "8"), 426u);
  EXPECT_EQ(HandshakeStatus("Sec-WebSocket-Version", ""), 426u);
  HttpRequest old = Get(kHandshake);
  old.set(http::field::sec_websocket_version, "8");
  EXPECT_NE(CheckHandshake(old, {})->headers.find("Sec-WebSocket-Version: 13\r\n"), std::string::npos);
}

TEST(CheckHandshake, RefusesABody) { EXPECT_EQ(HandshakeStatus("Content-Length", "5"), 400u); }

TEST(WantsWebSocket, NeedsBothHeaders) {
  EXPECT_FALSE(WantsWebSocket(Get({{"Upgrade", "websocket"}})));
  EXPECT_FALSE(WantsWebSocket(Get({{"Connection", "Upgrade"}, {"Upgrade", "h2c"}})));
}

TEST(IsJson, KnowsTheTypeInAnyCaseWithAnyParameters) {
  EXPECT_TRUE(IsJson("application/json"));
  EXPECT_TRUE(IsJson("Application/JSON ; charset=utf-8"));
  for (const char* type : {"", "text/plain", "application/jsonp", "application/json2", "xapplication/json"}) {
    EXPECT_FALSE(IsJson(type)) << type;
  }
}

}  // namespace
}  // namespace docent
