// bot/knowledge/content_hash.h
// FNV-1a of 64 bits (Fowler, Noll, Vo 1991): tells one content from another, not for security.

#pragma once

#include <array>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

namespace docent {

class ContentHash {
 public:
  // Two texts one after the other are another content than both in one.
  void Mix(std::string_view text) {
    for (const char byte : text) MixByte(static_cast<unsigned char>(byte));
    MixByte(0xFF);  // no byte of UTF-8
    is_empty_ = false;
  }

  // Whether nothing was mixed in.
  bool is_empty() const { return is_empty_; }

  // Sixteen hexadecimal digits.
  std::string ToString() const {
    std::array<char, 17> digits{};
    std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(hash_));
    return digits.data();
  }

 private:
  void MixByte(unsigned char byte) { hash_ = (hash_ ^ byte) * 1099511628211ULL; }

  uint64_t hash_ = 14695981039346656037ULL;
  bool is_empty_ = true;
};

}  // namespace docent
