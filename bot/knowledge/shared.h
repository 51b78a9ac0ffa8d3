// bot/knowledge/shared.h
// A value that many hold and nobody changes, kept once; or none. Takes a pointer's room, and is used like a
// std::optional of a const value: what a million records say is mostly the same again, a date, a sum, a name.
//
// Safe to copy between threads.

#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <utility>

namespace docent {

template <typename T>
class Shared {
 public:
  Shared() = default;
  Shared(std::nullopt_t) {}                               // NOLINT: implicit, as for std::optional
  Shared(T value) : held_(new Held{std::move(value)}) {}  // NOLINT
  Shared(std::optional<T> value) {                        // NOLINT
    if (value) held_ = new Held{*std::move(value)};
  }
  Shared(const Shared& other) noexcept : held_(other.held_) {
    if (held_ != nullptr) held_->owners.fetch_add(1, std::memory_order_relaxed);
  }
  Shared(Shared&& other) noexcept : held_(std::exchange(other.held_, nullptr)) {}
  Shared& operator=(Shared other) noexcept {
    std::swap(held_, other.held_);
    return *this;
  }
  ~Shared() {
    if (held_ != nullptr && held_->owners.fetch_sub(1, std::memory_order_acq_rel) == 1) delete held_;
  }

  bool has_value() const { return held_ != nullptr; }
  explicit operator bool() const { return has_value(); }
  // Not to be used while there is none.
  const T& operator*() const { return held_->value; }
  const T* operator->() const { return &held_->value; }

  // The same for all that hold the same one; nullptr if there is none.
  const void* identity() const { return held_; }

 private:
  struct Held {
    T value;
    std::atomic<uint32_t> owners = 1;
  };
  Held* held_ = nullptr;
};

}  // namespace docent
