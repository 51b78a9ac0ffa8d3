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
#include <utility>

#include "bot/server/limits.h"
#include "bot/server/token_bucket.h"

namespace docent {

class Admission {
 public:
  using Clock = TokenBucket::Clock;
  enum class Refusal { kTooManyInAll, kTooManyFromAddress };

  // How long a question has to wait, and for which limit; zero: it may be answered.
  struct Wait {
    std::chrono::milliseconds time{0};
    Limit limit = Limit::kQuestionsPerAddress;
  };

  // A connection's place. The place is free again when the ticket is destroyed. The Admission must outlive it.
  class Ticket {
   public:
    Ticket(Ticket&& other) noexcept
        : admission_(std::exchange(other.admission_, nullptr)),
          key_(other.key_),
          is_connection_(other.is_connection_) {}
    Ticket& operator=(Ticket&& other) noexcept {
      std::swap(admission_, other.admission_);
      std::swap(key_, other.key_);
      std::swap(is_connection_, other.is_connection_);
      return *this;
    }
    ~Ticket();

    // Takes a token of the address.
    Wait TakeQuestion(Clock::time_point now);
    // Charges the address for what answering took.
    void SpendWork(std::chrono::duration<double> work);
    // Whether the address has lately asked more that takes long than others should wait for.
    bool AsksForMuch(Clock::time_point now);

    // The address, as one number.
    std::uint64_t key() const { return key_; }

   private:
    friend class Admission;
    Ticket(Admission* admission, std::uint64_t key, bool is_connection)
        : admission_(admission), key_(key), is_connection_(is_connection) {}
    Admission* admission_;
    std::uint64_t key_;
    bool is_connection_;
  };

  // A ticket, or why there is none.
  struct Decision {
    std::optional<Ticket> ticket;
    std::optional<Refusal> refusal;
  };

  explicit Admission(const Limits& limits) : limits_(limits) {}

  Decision Admit(const boost::asio::ip::address& address);

  // A proxy's own connection: one of all, but however many the proxy opens.
  Decision AdmitProxy(const boost::asio::ip::address& address);
  // Somebody whom a proxy's connection speaks for: counts for the address, not as a further connection.
  Decision AdmitBehindProxy(const boost::asio::ip::address& address);

  size_t connections() const;
  size_t remembered_addresses() const;

 private:
  struct Visitor {
    size_t connections = 0;
    TokenBucket questions;
    TokenBucket work;
    TokenBucket long_work;
  };

  Decision Enter(const boost::asio::ip::address& address, bool is_connection, size_t most);
  void Leave(std::uint64_t key, bool is_connection);
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

  Admission::Wait Take(Admission::Clock::time_point now);
  void SpendWork(std::chrono::duration<double> work) { ticket_.SpendWork(work); }
  bool AsksForMuch(Admission::Clock::time_point now) { return ticket_.AsksForMuch(now); }

  // Whose it is, see Ticket::key().
  std::uint64_t key() const { return ticket_.key(); }

 private:
  TokenBucket own_;
  Admission::Ticket& ticket_;
};

}  // namespace docent
