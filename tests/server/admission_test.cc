#include "bot/server/admission.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace docent {
namespace {

using boost::asio::ip::make_address;

Limits Bounds(size_t connections, size_t per_address) {
  Limits limits;
  limits.connections = connections;
  limits.connections_per_address = per_address;
  return limits;
}

TEST(Admission, CountsConnectionsInAll) {
  Admission admission(Bounds(2, 2));
  Admission::Decision first = admission.Admit(make_address("127.0.0.1"));
  const Admission::Decision second = admission.Admit(make_address("127.0.0.2"));
  EXPECT_EQ(admission.Admit(make_address("127.0.0.3")).refusal, Admission::Refusal::kTooManyInAll);
  first.ticket.reset();
  EXPECT_TRUE(admission.Admit(make_address("127.0.0.3")).ticket);
  EXPECT_TRUE(second.ticket);
}

TEST(Admission, CountsConnectionsOfAnAddress) {
  Admission admission(Bounds(10, 1));
  const Admission::Decision first = admission.Admit(make_address("127.0.0.1"));
  EXPECT_EQ(admission.Admit(make_address("127.0.0.1")).refusal, Admission::Refusal::kTooManyFromAddress);
  EXPECT_TRUE(admission.Admit(make_address("127.0.0.2")).ticket);
}

TEST(Admission, TakesANetworkOfIpv6ForOneAddress) {
  Admission admission(Bounds(10, 1));
  const Admission::Decision first = admission.Admit(make_address("2001:db8::1"));
  EXPECT_EQ(admission.Admit(make_address("2001:db8::2")).refusal, Admission::Refusal::kTooManyFromAddress);
  EXPECT_TRUE(admission.Admit(make_address("2001:db8:0:1::1")).ticket);
}

TEST(Admission, TakesAMappedIpv4AddressForItself) {
  Admission admission(Bounds(10, 1));
  const Admission::Decision first = admission.Admit(make_address("127.0.0.1"));
  EXPECT_EQ(admission.Admit(make_address("::ffff:127.0.0.1")).refusal, Admission::Refusal::kTooManyFromAddress);
}

TEST(Admission, FreesAPlaceOnceWhenItsTicketIsMoved) {
  Admission admission(Bounds(10, 10));
  {
    Admission::Decision decision = admission.Admit(make_address("127.0.0.1"));
    const Admission::Ticket moved = std::move(*decision.ticket);
    EXPECT_EQ(admission.connections(), 1u);
  }
  EXPECT_EQ(admission.connections(), 0u);
}

TEST(Admission, RemembersAnAddressWhoseBucketIsNotFull) {
  Limits limits;
  limits.questions_per_address = {.per_second = 0.001, .burst = 1};
  Admission admission(limits);
  const auto ask = [&] {
    return admission.Admit(make_address("127.0.0.1")).ticket->TakeQuestion(Admission::Clock::now());
  };
  EXPECT_EQ(ask().time.count(), 0);
  EXPECT_GT(ask().time.count(), 0) << "another connection does not bring new tokens";
}

TEST(Admission, ForgetsAddressesThatHaveLeft) {
  Admission admission{Limits()};
  for (unsigned i = 0; i < 5000; ++i) admission.Admit(boost::asio::ip::address_v4(0x7F000000 + i));
  EXPECT_LE(admission.remembered_addresses(), 1024u);
}

TEST(Admission, CountsWhomAProxySpeaksForByTheirAddress) {
  Limits limits;
  limits.connections = 2;
  limits.connections_per_address = 1;
  Admission admission(limits);
  const Admission::Decision proxy = admission.AdmitProxy(make_address("10.0.0.1"));
  const Admission::Decision again = admission.AdmitProxy(make_address("10.0.0.1"));
  EXPECT_TRUE(proxy.ticket && again.ticket) << "a proxy may open as many as there are in all";
  const Admission::Decision user = admission.AdmitBehindProxy(make_address("192.0.2.7"));
  EXPECT_TRUE(user.ticket) << "no further connection";
  EXPECT_EQ(admission.connections(), 2u);
  EXPECT_EQ(admission.AdmitBehindProxy(make_address("192.0.2.7")).refusal, Admission::Refusal::kTooManyFromAddress);
}

TEST(Allowance, MakesAnAddressPayForWorkThatWasDone) {
  Limits limits;
  limits.work_per_address = {.per_second = 0.5, .burst = 1};
  Admission admission(limits);
  Admission::Decision decision = admission.Admit(make_address("127.0.0.1"));
  Allowance allowance({.per_second = 1, .burst = 100}, *decision.ticket);
  const Admission::Clock::time_point start(std::chrono::seconds(1000));
  EXPECT_EQ(allowance.Take(start).time.count(), 0);
  allowance.SpendWork(std::chrono::seconds(3));
  const Admission::Wait wait = allowance.Take(start);
  EXPECT_EQ(wait.time.count(), 4000) << "two seconds of debt at half a second a second";
  EXPECT_EQ(wait.limit, Limit::kWork);
  EXPECT_EQ(allowance.Take(start + std::chrono::seconds(4)).time.count(), 0);
}

TEST(Allowance, KnowsWhoAsksForMuchThatTakesLong) {
  Admission admission(Limits{});
  Admission::Decision decision = admission.Admit(make_address("127.0.0.1"));
  Admission::Decision of_another = admission.Admit(make_address("127.0.0.2"));
  Allowance allowance(Rate{}, *decision.ticket);
  Allowance another(Rate{}, *of_another.ticket);
  const Admission::Clock::time_point start(std::chrono::seconds(1000));
  for (int i = 0; i < 1000; ++i) allowance.SpendWork(std::chrono::milliseconds(1));
  EXPECT_FALSE(allowance.AsksForMuch(start)) << "nobody waits long for one of these";
  allowance.SpendWork(std::chrono::milliseconds(100));
  EXPECT_FALSE(allowance.AsksForMuch(start));
  allowance.SpendWork(std::chrono::milliseconds(5));
  EXPECT_TRUE(allowance.AsksForMuch(start));
  EXPECT_FALSE(another.AsksForMuch(start));
  EXPECT_FALSE(allowance.AsksForMuch(start + std::chrono::seconds(1))) << "a twentieth of a second is paid back";
}

TEST(Allowance, TakesNoTokenOfItsOwnWhereTheAddressHasNone) {
  Limits limits;
  limits.questions_per_address = {.per_second = 1, .burst = 1};
  Admission admission(limits);
  Admission::Decision decision = admission.Admit(make_address("127.0.0.1"));
  Allowance allowance({.per_second = 0.001, .burst = 2}, *decision.ticket);
  const Admission::Clock::time_point start(std::chrono::seconds(1000));
  EXPECT_EQ(allowance.Take(start).time.count(), 0);
  EXPECT_EQ(allowance.Take(start).time.count(), 1000) << "the address has to wait";
  EXPECT_EQ(allowance.Take(start + std::chrono::seconds(1)).time.count(), 0) << "the second token was not lost";
}

}  // namespace
}  // namespace docent
