// bot/knowledge/shared_text.h
// A text that many hold and nobody changes, kept once: the name of a file, a line of it. A million facts say where they
// stand, and most share their line or their file with others.
//
// Safe to copy between threads.

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace docent {

class SharedText {
 public:
  SharedText() = default;
  // Implicit, as for any string: what is given is copied or moved once, and shared from then on.
  SharedText(std::string text) : text_(std::make_shared<const std::string>(std::move(text))) {}  // NOLINT
  SharedText(const char* text) : SharedText(std::string(text)) {}                                // NOLINT
  explicit SharedText(std::string_view text) : SharedText(std::string(text)) {}

  // Whether a text was given, though it may be empty.
  bool is_set() const { return text_ != nullptr; }
  const std::string& str() const {
    static const std::string empty;
    return text_ ? *text_ : empty;
  }
  operator const std::string&() const { return str(); }  // NOLINT
  operator std::string_view() const { return str(); }    // NOLINT

  friend bool operator==(const SharedText& one, const SharedText& other) { return one.str() == other.str(); }

 private:
  std::shared_ptr<const std::string> text_;
};

}  // namespace docent
