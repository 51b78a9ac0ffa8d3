#include "bot/server/admission.h"

#include <algorithm>
#include <cstring>

namespace docent {
namespace {

// A question that takes longer than kLong is felt by whoever waits behind it. Somebody may ask for a tenth of a second
// of such work at once, and for a twentieth of a core for long, before theirs is done in the background.
constexpr std::chrono::duration<double> kLong(0.002);
constexpr Rate kLongWork{0.05, 0.1};

// One number for each IPv4 address and each IPv6 /64 network: whoever has one address of such a network has them all.
std::uint64_t KeyOf(const boost::asio::ip::address& address) {
  if (address.is_v4()) return address.to_v4().to_uint();
  const boost::asio::ip::address_v6 v6 = address.to_v6();
  if (v6.is_v4_mapped()) return make_address_v4(boost::asio::ip::v4_mapped, v6).to_uint();
  std::uint64_t network = 0;
  std::memcpy(&network, v6.to_bytes().data(), sizeof network);
  return network | 1ULL << 63;
}

}  // namespace

Admission::Ticket::~Ticket() {
  if (admission_ != nullptr) admission_->Leave(key_, is_connection_);
}

Admission::Wait Admission::Ticket::TakeQuestion(Clock::time_point now) {
  const std::lock_guard lock(admission_->mutex_);
  Visitor& visitor = admission_->visitors_.at(key_);
  const std::chrono::milliseconds work = visitor.work.Take(now, 0);
  if (work.count() > 0) return {work, Limit::kWork};
  return {visitor.questions.Take(now), Limit::kQuestionsPerAddress};
}

void Admission::Ticket::SpendWork(std::chrono::duration<double> work) {
  const std::lock_guard lock(admission_->mutex_);
  Visitor& visitor = admission_->visitors_.at(key_);
  visitor.work.Spend(work.count());
  if (work > kLong) visitor.long_work.Spend(work.count());
}

bool Admission::Ticket::AsksForMuch(Clock::time_point now) {
  const std::lock_guard lock(admission_->mutex_);
  return admission_->visitors_.at(key_).long_work.Take(now, 0).count() > 0;
}

Admission::Decision Admission::Admit(const boost::asio::ip::address& address) {
  return Enter(address, true, limits_.connections_per_address);
}

Admission::Decision Admission::AdmitProxy(const boost::asio::ip::address& address) {
  return Enter(address, true, limits_.connections);
}

Admission::Decision Admission::AdmitBehindProxy(const boost::asio::ip::address& address) {
  return Enter(address, false, limits_.connections_per_address);
}

Admission::Decision Admission::Enter(const boost::asio::ip::address& address, bool is_connection, size_t most) {
  const std::lock_guard lock(mutex_);
  if (is_connection && connections_ >= limits_.connections) return {std::nullopt, Refusal::kTooManyInAll};
  if (visitors_.size() >= forget_at_) ForgetQuietVisitors(Clock::now());
  const std::uint64_t key = KeyOf(address);
  const Visitor stranger{0, TokenBucket(limits_.questions_per_address), TokenBucket(limits_.work_per_address),
                         TokenBucket(kLongWork)};
  Visitor& visitor = visitors_.try_emplace(key, stranger).first->second;
  if (visitor.connections >= most) return {std::nullopt, Refusal::kTooManyFromAddress};
  ++visitor.connections;
  connections_ += is_connection ? 1 : 0;
  return {Ticket(this, key, is_connection), std::nullopt};
}

void Admission::Leave(std::uint64_t key, bool is_connection) {
  const std::lock_guard lock(mutex_);
  connections_ -= is_connection ? 1 : 0;
  --visitors_.at(key).connections;
}

// Called as the map doubles, so its cost for each connection stays constant.
void Admission::ForgetQuietVisitors(Clock::time_point now) {
  std::erase_if(visitors_, [&](const auto& entry) {
    const Visitor& visitor = entry.second;
    return visitor.connections == 0 && visitor.questions.IsFull(now) && visitor.work.IsFull(now) &&
           visitor.long_work.IsFull(now);
  });
  forget_at_ = std::max<size_t>(1024, 2 * visitors_.size());
}

size_t Admission::connections() const {
  const std::lock_guard lock(mutex_);
  return connections_;
}

size_t Admission::remembered_addresses() const {
  const std::lock_guard lock(mutex_);
  return visitors_.size();
}

Admission::Wait Allowance::Take(Admission::Clock::time_point now) {
  const std::chrono::milliseconds own = own_.Take(now);
  if (own.count() > 0) return {own, Limit::kQuestionsPerConnection};
  const Admission::Wait address = ticket_.TakeQuestion(now);
  if (address.time.count() > 0) own_.Return();
  return address;
}

}  // namespace docent
