// bot/knowledge/few.h
// A list that is mostly of one: that one lies in it, and takes no memory of its own. Used like a vector.

#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <new>
#include <utility>

namespace docent {

template <typename T>
class Few {
 public:
  Few() : many_(nullptr) {}
  Few(std::initializer_list<T> values) : Few() {
    for (const T& value : values) push_back(value);
  }
  Few(const Few& other) : Few() {
    Reserve(other.size_);
    for (const T& value : other) push_back(value);
  }
  Few(Few&& other) noexcept : Few() { Take(other); }
  Few& operator=(Few other) noexcept {
    Clear();
    Take(other);
    return *this;
  }
  ~Few() { Clear(); }

  void push_back(T value) {
    if (size_ == capacity_) Reserve(2 * capacity_);
    std::construct_at(data() + size_, std::move(value));
    ++size_;
  }

  T* begin() { return data(); }
  T* end() { return data() + size_; }
  const T* begin() const { return data(); }
  const T* end() const { return data() + size_; }
  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T& operator[](size_t at) { return data()[at]; }
  const T& operator[](size_t at) const { return data()[at]; }
  T& front() { return *begin(); }
  const T& front() const { return *begin(); }
  T& back() { return *(end() - 1); }
  const T& back() const { return *(end() - 1); }

 private:
  T* data() { return capacity_ == 1 ? &one_ : many_; }
  const T* data() const { return capacity_ == 1 ? &one_ : many_; }

  void Reserve(uint32_t capacity) {
    if (capacity <= capacity_) return;
    T* many = std::allocator<T>().allocate(capacity);
    std::uninitialized_move(begin(), end(), many);
    const uint32_t size = size_;
    Clear();
    many_ = many;
    size_ = size;
    capacity_ = capacity;
  }
  void Clear() {
    std::destroy(begin(), end());
    if (capacity_ > 1) std::allocator<T>().deallocate(many_, capacity_);
    size_ = 0;
    capacity_ = 1;
  }
  // While it is empty.
  void Take(Few& other) noexcept {
    if (other.capacity_ > 1) {
      many_ = std::exchange(other.many_, nullptr);
      size_ = std::exchange(other.size_, 0);
      capacity_ = std::exchange(other.capacity_, 1);
    } else if (other.size_ == 1) {
      push_back(std::move(other.one_));
      other.Clear();
    }
  }

  uint32_t size_ = 0;
  uint32_t capacity_ = 1;  // the one lies here, more lie elsewhere
  union {
    T one_;
    T* many_;
  };
};

}  // namespace docent
