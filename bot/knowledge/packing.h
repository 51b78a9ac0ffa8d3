// bot/knowledge/packing.h
// Values as bytes, one after another, and back: what is kept from one start to the next. Numbers take as many bytes as
// they need (LEB128), lists and texts follow their length, arrays of plain numbers lie as they do in memory. A record
// says what it is made of, once for both ways, by a function that ties its members:
//
//   auto MembersOf(Of<Phrase> auto& phrase) { return std::tie(phrase.language, phrase.text); }
//
// Bytes are no promise: who takes from them may find that they end too soon, or that a list is longer than what is
// left. He then gets empty values, and is told in the end that it was not all. Whether a number means anything is not
// looked into: bytes whose checksum is wrong do not come here.

#pragma once

#include <algorithm>
#include <any>
#include <array>
#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "bot/knowledge/boxed.h"
#include "bot/knowledge/few.h"
#include "bot/knowledge/rare_list.h"
#include "bot/knowledge/shared.h"
#include "bot/knowledge/shared_text.h"

namespace docent {

template <typename T, typename Record>
concept Of = std::same_as<std::remove_const_t<T>, Record>;

// Numbers of which an array is kept as it lies in memory. (Of a class nothing tells whether it holds pointers.)
template <typename T>
concept Plain = std::same_as<T, double> ||(std::integral<T> && sizeof(T) >= 4);

class Packer {
 public:
  template <typename... Values>
  void Put(const Values&... values) {
    (PutOne(values), ...);
  }

  std::span<const unsigned char> bytes() const { return bytes_; }

 private:
  template <typename T>
  requires std::integral<T> || std::is_enum_v<T>
  void PutOne(T value) {
    auto number = static_cast<uint64_t>(value);
    for (; number >= 0x80; number >>= 7) bytes_.push_back(static_cast<unsigned char>(number | 0x80));
    bytes_.push_back(static_cast<unsigned char>(number));
  }
  void PutOne(double value) { PutBytes(&value, sizeof(value)); }
  void PutOne(std::string_view text) {
    PutOne(text.size());
    PutBytes(text.data(), text.size());
  }
  void PutOne(const std::string& text) { PutOne(std::string_view(text)); }
  // What is shared is put once, and told by its number when it comes again; 0 stands before what is new. It must stay
  // where it is as long as the packer is put to.
  void PutOne(const SharedText& text) {
    if (!text_before_.is_set() || text.str() != text_before_.str()) {
      const auto [known, is_new] = texts_.try_emplace(text.identity(), texts_.size() + 1);
      PutOne(is_new ? 0 : known->second);
      if (is_new) PutOne(text.str());
      number_before_ = known->second;
      text_before_ = text;
    } else {
      PutOne(number_before_);
    }
  }
  template <typename T>
  void PutOne(const Shared<T>& value) {
    const auto [known, is_new] = values_.try_emplace(value.identity(), values_.size() + 1);
    PutOne(is_new ? 0 : known->second);
    if (!is_new) return;
    PutOne(value.has_value());
    if (value) PutOne(*value);
  }
  template <typename T>
  void PutOne(std::span<const T> list) {
    PutOne(list.size());
    if constexpr (Plain<T>) {
      PutBytes(list.data(), list.size_bytes());
    } else {
      for (const T& value : list) PutOne(value);
    }
  }
  template <typename T>
  void PutOne(const std::vector<T>& list) {
    PutOne(std::span<const T>(list));
  }
  template <typename T>
  void PutOne(const RareList<T>& list) {
    PutOne(list.size());
    for (const T& value : list) PutOne(value);
  }
  template <typename T>
  void PutOne(const Few<T>& list) {
    PutOne(list.size());
    for (const T& value : list) PutOne(value);
  }
  template <typename T>
  void PutOne(const Boxed<T>& value) {
    PutOne(value.has_value());
    if (value) PutOne(*value);
  }
  template <typename Record>
  requires requires(const Record& record) { MembersOf(record); }
  void PutOne(const Record& record) {
    std::apply([this](const auto&... members) { (this->PutOne(members), ...); }, MembersOf(record));
  }
  void PutBytes(const void* begin, size_t size) {
    const auto* bytes = static_cast<const unsigned char*>(begin);
    bytes_.insert(bytes_.end(), bytes, bytes + size);
  }

  std::vector<unsigned char> bytes_;
  std::unordered_map<const void*, size_t> texts_;
  std::unordered_map<const void*, size_t> values_;
  SharedText text_before_;
  size_t number_before_ = 0;
};

class Unpacker {
 public:
  // The bytes must outlive it.
  explicit Unpacker(std::span<const unsigned char> bytes) : rest_(bytes) {}

  // Over what the values held before: they are empty.
  template <typename... Values>
  void Take(Values&... values) {
    (TakeOne(values), ...);
  }

  // Whether all was there, and nothing is left over.
  bool is_whole() const { return !failed_ && rest_.empty(); }

 private:
  void Fail() {
    failed_ = true;
    rest_ = {};
  }
  uint64_t TakeNumber() {
    uint64_t number = 0;
    for (unsigned shift = 0; !rest_.empty() && shift < 64; shift += 7) {
      const unsigned char byte = rest_.front();
      rest_ = rest_.subspan(1);
      number |= uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return number;
    }
    Fail();
    return 0;
  }
  // Of things that take `size` bytes at least: no list is longer than what is left.
  size_t TakeCount(size_t size = 1) {
    const uint64_t count = TakeNumber();
    if (count <= rest_.size() / size) return count;
    Fail();
    return 0;
  }
  void TakeBytes(void* begin, size_t size) {
    if (size > rest_.size()) return Fail();
    if (size > 0) std::memcpy(begin, rest_.data(), size);
    rest_ = rest_.subspan(size);
  }

  template <typename T>
  requires std::integral<T> || std::is_enum_v<T>
  void TakeOne(T& value) { value = static_cast<T>(TakeNumber()); }
  void TakeOne(double& value) { TakeBytes(&value, sizeof(value)); }
  void TakeOne(std::string& text) {
    text.resize(TakeCount());
    TakeBytes(text.data(), text.size());
  }
  void TakeOne(SharedText& text) {
    const uint64_t number = TakeNumber();
    if (number > texts_.size()) return Fail();
    if (number == 0) {
      std::string read;
      TakeOne(read);
      texts_.emplace_back(std::move(read));
    }
    text = number == 0 ? texts_.back() : texts_[number - 1];
  }
  template <typename T>
  void TakeOne(Shared<T>& value) {
    const uint64_t number = TakeNumber();
    if (number > values_.size()) return Fail();
    if (number == 0) {
      std::optional<T> read;
      bool has_value = false;
      TakeOne(has_value);
      if (has_value) TakeOne(read.emplace());
      values_.emplace_back(Shared<T>(std::move(read)));
    }
    const auto* taken = std::any_cast<Shared<T>>(number == 0 ? &values_.back() : &values_[number - 1]);
    if (taken == nullptr) return Fail();
    value = *taken;
  }
  template <typename T>
  void TakeOne(std::vector<T>& list) {
    if constexpr (Plain<T>) {
      list.resize(TakeCount(sizeof(T)));
      TakeBytes(list.data(), list.size() * sizeof(T));
    } else {
      constexpr size_t kMostAtOnce = 1 << 12;  // a wrong count must not take all memory
      const size_t count = TakeCount();
      list.reserve(std::min(count, kMostAtOnce));
      for (size_t i = 0; i < count && !failed_; ++i) TakeOne(list.emplace_back());
    }
  }
  template <typename T>
  void TakeOne(RareList<T>& list) {
    const size_t count = TakeCount();
    for (size_t i = 0; i < count && !failed_; ++i) {
      T value;
      TakeOne(value);
      list.push_back(std::move(value));
    }
  }
  template <typename T>
  void TakeOne(Few<T>& list) {
    list = {};
    const size_t count = TakeCount();
    for (size_t i = 0; i < count && !failed_; ++i) {
      list.push_back({});
      TakeOne(list.back());
    }
  }
  template <typename T>
  void TakeOne(Boxed<T>& value) {
    bool has_value = false;
    TakeOne(has_value);
    if (!has_value) return;
    value = T();
    TakeOne(*value);
  }
  template <typename Record>
  requires requires(Record& record) { MembersOf(record); }
  void TakeOne(Record& record) {
    std::apply([this](auto&... members) { (this->TakeOne(members), ...); }, MembersOf(record));
  }

  std::span<const unsigned char> rest_;
  std::vector<SharedText> texts_;
  std::vector<std::any> values_;
  bool failed_ = false;
};

}  // namespace docent
