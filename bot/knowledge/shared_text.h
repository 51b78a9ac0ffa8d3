// bot/knowledge/shared_text.h
// A text that many hold and nobody changes, kept once: the name of a file or of a thing, a date. Used like a const
// std::string.
//
// Safe to copy between threads.

#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <utility>

#include "bot/knowledge/shared.h"

namespace docent {

class SharedText;

// What is compared with a text and put beside one without making a SharedText of it.
template <typename T>
concept PlainText = std::convertible_to<const T&, std::string_view> && !std::same_as<T, SharedText>;

class SharedText {
 public:
  SharedText() = default;
  // Implicit, as for any string: what is given is copied or moved once, and shared from then on.
  SharedText(std::string text) : text_(std::move(text)) {}         // NOLINT
  SharedText(const char* text) : SharedText(std::string(text)) {}  // NOLINT
  explicit SharedText(std::string_view text) : SharedText(std::string(text)) {}

  // Whether a text was given, though it may be empty.
  bool is_set() const { return text_.has_value(); }
  const std::string& str() const {
    static const std::string empty;
    return text_ ? *text_ : empty;
  }
  operator const std::string&() const { return str(); }  // NOLINT
  operator std::string_view() const { return str(); }    // NOLINT
  bool empty() const { return str().empty(); }
  size_t size() const { return str().size(); }
  const void* identity() const { return text_.identity(); }

  friend bool operator==(const SharedText& one, const SharedText& other) { return one.str() == other.str(); }
  template <PlainText T>
  friend bool operator==(const SharedText& one, const T& other) {
    return std::string_view(one) == std::string_view(other);
  }
  template <PlainText T>
  friend std::string operator+(const SharedText& one, const T& other) {
    return std::string(one.str()).append(std::string_view(other));
  }
  template <PlainText T>
  friend std::string operator+(const T& one, const SharedText& other) {
    return std::string(std::string_view(one)).append(other.str());
  }

 private:
  Shared<std::string> text_;
};

}  // namespace docent
