// bot/server/admission.h
// Who may connect and how often an address may ask. One Admission is shared by all threads; it is thread-safe. What it
// remembers is bounded: an address is forgotten once its last connection is closed and its bucket is full again.

#pragma once

#include <boost/asio/ip/address.hpp>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "bot/server/limits.h"
#include "bot/server/token_bucket.h"

namespace docent {

class Admission {
 public:
  using Clock = TokenBucket::Clock;
  enum class Refusal { kTooManyInAll, kTooManyFromAddress };

  // A connection's place. The place is free again when the ticket is destroyed. The Admission must outlive it.
  class Ticket {
   public:
    Ticket(Ticket&& other) noexcept : admission_(other.admission_), key_(other.key_) { other.admission_ = nullptr; }
    Ticket& operator=(Ticket&&) = delete;
    ~Ticket();

    // Takes a token of the address: zero, or how long to wait (see TokenBucket::Take).
    std::chrono::milliseconds TakeQuestion(Clock::time_point now);

   private:
    friend class Admission;
    Ticket(Admission* admission, std::uint64_t key) : admission_(admission), key_(key) {}
    Admission* admission_;
    std::uint64_t key_;
  };

  // A ticket, or why there is none.
  struct Decision {
    std::optional<Ticket> ticket;
    std::optional<Refusal> refusal;
  };

  explicit Admission(const Limits& limits) : limits_(limits) {}

  Decision Admit(const boost::asio::ip::address& address);

  size_t connections() const;
  size_t remembered_addresses() const;

 private:
  struct Visitor {
    size_t connections = 0;
    TokenBucket bucket;
  };

  void Leave(std::uint64_t key);
  void ForgetQuietVisitors(Clock::time_point now);

  const Limits limits_;
  mutable std::mutex mutex_;
  std::unordered_map<std::uint64_t, Visitor> visitors_;
  size_t connections_ = 0;
  size_t forget_at_ = 1024;  // the next size of visitors_ at which the quiet ones are looked for
};

// How long a question has to wait for its asker's two buckets, its connection's own and its address's; zero: it may be
// answered, and a token of each is taken.
class Allowance {
 public:
  Allowance(Rate own, Admission::Ticket& ticket) : own_(own), ticket_(ticket) {}

  std::chrono::milliseconds Take(Admission::Clock::time_point now);

 private:
  TokenBucket own_;
  Admission::Ticket& ticket_;
};

}  // namespace docent
