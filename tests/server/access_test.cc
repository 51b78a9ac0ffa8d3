#include "bot/server/access.h"

#include <gtest/gtest.h>

namespace docent {
namespace {

using boost::asio::ip::make_address;

HttpRequest WithFields(std::initializer_list<std::pair<const char*, const char*>> fields) {
  HttpRequest request(http::verb::get, "/metrics", 11);
  for (const auto& [name, value] : fields) request.insert(name, value);
  return request;
}

std::string Forwarded(std::initializer_list<const char*> fields, const char* peer = "10.0.0.1") {
  HttpRequest request(http::verb::get, "/", 11);
  for (const char* field : fields) request.insert("X-Forwarded-For", field);
  const Client client = ClientOf(request, make_address(peer), {make_address("10.0.0.1"), make_address("10.0.0.2")});
  return client.address.to_string() + (client.forwarded ? " forwarded" : "");
}

TEST(ClientOf, BelievesOnlyATrustedProxy) {
  EXPECT_EQ(Forwarded({"192.0.2.7"}), "192.0.2.7 forwarded");
  EXPECT_EQ(Forwarded({"192.0.2.7"}, "198.51.100.1"), "198.51.100.1 forwarded");
  EXPECT_EQ(Forwarded({}), "10.0.0.1");
}

TEST(ClientOf, TakesTheLastAddressThatIsNoProxy) {
  EXPECT_EQ(Forwarded({"203.0.113.9, 192.0.2.7"}), "192.0.2.7 forwarded") << "the first is what a stranger wrote";
  EXPECT_EQ(Forwarded({"203.0.113.9,192.0.2.7 ,\t10.0.0.2"}), "192.0.2.7 forwarded");
  EXPECT_EQ(Forwarded({"203.0.113.9", "192.0.2.7"}), "192.0.2.7 forwarded") << "two fields are one list";
  EXPECT_EQ(Forwarded({"2001:db8::1"}), "2001:db8::1 forwarded");
}

TEST(ClientOf, StopsAtWhatIsNoAddress) {
  EXPECT_EQ(Forwarded({"192.0.2.7, unknown"}), "10.0.0.1 forwarded");
  EXPECT_EQ(Forwarded({""}), "10.0.0.1 forwarded");
  EXPECT_EQ(Forwarded({"192.0.2.7, "}), "10.0.0.1 forwarded");
}

TEST(RefuseAsking, WantsTheTokenIfThereIsOne) {
  const Tokens tokens{"secret", ""};
  EXPECT_FALSE(RefuseAsking(WithFields({}), Tokens{}));
  EXPECT_FALSE(RefuseAsking(WithFields({{"Authorization", "Bearer secret"}}), tokens));
  for (const char* wrong : {"Bearer secre", "Bearer secrets", "Bearer Secret", "Bearer", "", "Basic secret"}) {
    const std::optional<HttpReply> refusal = RefuseAsking(WithFields({{"Authorization", wrong}}), tokens);
    ASSERT_TRUE(refusal) << wrong;
    EXPECT_EQ(refusal->status, 401u);
  }
  EXPECT_TRUE(RefuseAsking(WithFields({{"Authorization", "Bearer secret"}, {"Authorization", "Bearer x"}}), tokens));
}

TEST(RefuseAdmin, TakesOnlyThisMachineWithoutAToken) {
  const auto status = [](const char* address, bool forwarded, const HttpRequest& request) {
    const std::optional<HttpReply> refusal =
        RefuseAdmin(request, {make_address(address), forwarded}, Tokens{"api", ""});
    return refusal ? refusal->status : 200u;
  };
  EXPECT_EQ(status("127.0.0.1", false, WithFields({})), 200u);
  EXPECT_EQ(status("::1", false, WithFields({})), 200u);
  EXPECT_EQ(status("192.0.2.7", false, WithFields({})), 403u);
  EXPECT_EQ(status("127.0.0.1", true, WithFields({})), 403u);
  EXPECT_EQ(status("127.0.0.1", false, WithFields({{"Origin", "http://127.0.0.1"}})), 403u);
  EXPECT_EQ(status("192.0.2.7", false, WithFields({{"Authorization", "Bearer api"}})), 403u);
}

TEST(RefuseAdmin, TakesWhoeverBringsTheToken) {
  const Tokens tokens{"", "secret"};
  const Client far{make_address("192.0.2.7"), true};
  EXPECT_FALSE(RefuseAdmin(WithFields({{"Authorization", "Bearer secret"}}), far, tokens));
  EXPECT_TRUE(RefuseAdmin(WithFields({}), {make_address("127.0.0.1"), false}, tokens));
}

}  // namespace
}  // namespace docent
