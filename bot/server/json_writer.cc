#include "bot/server/json_writer.h"

#include <charconv>
#include <cmath>
#include <utility>

namespace docent {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

bool IsContinuation(std::string_view text, size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

// Length of the well-formed UTF-8 sequence of two or more bytes at `at` (Unicode 15, table 3-7), or 0.
size_t SequenceLength(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0xC2 || lead > 0xF4 || !IsContinuation(text, at + 1)) return 0;
  if (lead < 0xE0) return 2;
  const unsigned char second = byte(at + 1);
  if (!IsContinuation(text, at + 2)) return 0;
  if (lead < 0xF0) {
    const bool overlong = lead == 0xE0 && second < 0xA0;
    const bool surrogate = lead == 0xED && second > 0x9F;
    return overlong || surrogate ? 0 : 3;
  }
  const bool overlong = lead == 0xF0 && second < 0x90;
  const bool beyond = lead == 0xF4 && second > 0x8F;
  return overlong || beyond || !IsContinuation(text, at + 3) ? 0 : 4;
}

void AppendEscape(std::string& out, unsigned char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  constexpr char kDigits[] = "0123456789abcdef";
  out += "\\u00";
  out += kDigits[c >> 4];
  out += kDigits[c & 15];
}

void AppendString(std::string& out, std::string_view text) {
  out += '"';
  size_t plain = 0;  // start of what needs no change and is not yet written
  for (size_t at = 0; at < text.size();) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c >= 0x20 && c < 0x7F && c != '"' && c != '\\') {
      ++at;
      continue;
    }
    const size_t length = c >= 0x80 ? SequenceLength(text, at) : 0;
    if (length > 0) {
      at += length;
      continue;
    }
    out.append(text, plain, at - plain);
    if (c >= 0x80) {
      out += kReplacement;
    } else {
      AppendEscape(out, c);
    }
    plain = ++at;
  }
  out.append(text, plain, text.size() - plain);
  out += '"';
}

}  // namespace

JsonWriter& JsonWriter::Open(char bracket) {
  Part();
  out_ += bracket;
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::Close(char bracket) {
  out_ += bracket;
  comma_ = true;
  return *this;
}

void JsonWriter::Part() {
  if (comma_) out_ += ',';
  comma_ = true;
}

JsonWriter& JsonWriter::Key(std::string_view name) {
  Part();
  AppendString(out_, name);
  out_ += ':';
  comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::String(std::string_view value) {
  Part();
  AppendString(out_, value);
  return *this;
}

JsonWriter& JsonWriter::Raw(std::string_view json) {
  Part();
  out_ += json;
  return *this;
}

JsonWriter& JsonWriter::Number(size_t value) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  return Raw({digits, static_cast<size_t>(end - digits)});
}

JsonWriter& JsonWriter::Number(double value) {
  if (!std::isfinite(value)) return Raw("null");
  char digits[32];
  const bool whole = std::abs(value) < 1e15 && value == std::trunc(value);
  const auto end = whole ? std::to_chars(digits, digits + sizeof digits, static_cast<long long>(value)).ptr
                         : std::to_chars(digits, digits + sizeof digits, value).ptr;
  return Raw({digits, static_cast<size_t>(end - digits)});
}

std::string JsonWriter::Take() {
  comma_ = false;
  return std::exchange(out_, {});
}

}  // namespace docent
