#include "bot/server/admission.h"

#include <algorithm>
#include <cstring>

namespace docent {
namespace {

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
  if (admission_ != nullptr) admission_->Leave(key_);
}

std::chrono::milliseconds Admission::Ticket::TakeQuestion(Clock::time_point now) {
  const std::lock_guard lock(admission_->mutex_);
  return admission_->visitors_.at(key_).bucket.Take(now);
}

Admission::Decision Admission::Admit(const boost::asio::ip::address& address) {
  const std::lock_guard lock(mutex_);
  if (connections_ >= limits_.connections) return {std::nullopt, Refusal::kTooManyInAll};
  if (visitors_.size() >= forget_at_) ForgetQuietVisitors(Clock::now());
  const std::uint64_t key = KeyOf(address);
  Visitor& visitor = visitors_.try_emplace(key, Visitor{0, TokenBucket(limits_.questions_per_address)}).first->second;
  if (visitor.connections >= limits_.connections_per_address) return {std::nullopt, Refusal::kTooManyFromAddress};
  ++visitor.connections;
  ++connections_;
  return {Ticket(this, key), std::nullopt};
}

void Admission::Leave(std::uint64_t key) {
  const std::lock_guard lock(mutex_);
  --connections_;
  --visitors_.at(key).connections;
}

// Called as the map doubles, so its cost for each connection stays constant.
void Admission::ForgetQuietVisitors(Clock::time_point now) {
  std::erase_if(visitors_,
                [&](const auto& entry) { return entry.second.connections == 0 && entry.second.bucket.IsFull(now); });
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

std::chrono::milliseconds Allowance::Take(Admission::Clock::time_point now) {
  const std::chrono::milliseconds wait = own_.Take(now);
  if (wait.count() > 0) return wait;
  const std::chrono::milliseconds address_wait = ticket_.TakeQuestion(now);
  if (address_wait.count() > 0) own_.Return();
  return address_wait;
}

}  // namespace docent
