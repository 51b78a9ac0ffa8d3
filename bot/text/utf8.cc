#include "bot/text/utf8.h"

namespace docent {
namespace {

struct LeadByte {
  size_t length = 0;                // 0 if no sequence begins with this byte
  char32_t bits = 0;                // what the lead byte adds to the value
  unsigned char second_low = 0x80;  // narrower for lead bytes that could be overlong, surrogates or above U+10FFFF
  unsigned char second_high = 0xBF;
};

LeadByte Classify(unsigned char byte) {
  if (byte < 0x80) return {1, byte};
  if (byte < 0xC2) return {};
  if (byte < 0xE0) return {2, byte & 0x1FU};
  if (byte == 0xE0) return {3, 0, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0xD, 0x80, 0x9F};
  if (byte < 0xF0) return {3, byte & 0x0FU};
  if (byte == 0xF0) return {4, 0, 0x90, 0xBF};
  if (byte < 0xF4) return {4, byte & 0x07U};
  if (byte == 0xF4) return {4, 4, 0x80, 0x8F};
  return {};
}

}  // namespace

CodePoint DecodeUtf8(std::string_view text, size_t at) {
  const LeadByte lead = Classify(static_cast<unsigned char>(text[at]));
  if (lead.length == 0) return {kReplacement, 1, false};
  char32_t value = lead.bits;
  for (size_t i = 1; i < lead.length; ++i) {
    if (at + i >= text.size()) return {kReplacement, i, false};
    const auto byte = static_cast<unsigned char>(text[at + i]);
    const unsigned char low = i == 1 ? lead.second_low : 0x80;
    const unsigned char high = i == 1 ? lead.second_high : 0xBF;
    if (byte < low || byte > high) return {kReplacement, i, false};
    value = (value << 6U) | (byte & 0x3FU);
  }
  return {value, lead.length, true};
}

void AppendUtf8(std::string& out, char32_t value) {
  const auto tail = [&](unsigned shift) { out.push_back(static_cast<char>(0x80U | ((value >> shift) & 0x3FU))); };
  if (value < 0x80) {
    out.push_back(static_cast<char>(value));
  } else if (value < 0x800) {
    out.push_back(static_cast<char>(0xC0U | (value >> 6U)));
    tail(0);
  } else if (value < 0x10000) {
    out.push_back(static_cast<char>(0xE0U | (value >> 12U)));
    tail(6);
    tail(0);
  } else {
    out.push_back(static_cast<char>(0xF0U | (value >> 18U)));
    tail(12);
    tail(6);
    tail(0);
  }
}

size_t CountCodePoints(std::string_view text) {
  size_t count = 0;
  for (size_t at = 0; at < text.size(); at += DecodeUtf8(text, at).size) ++count;
  return count;
}

}  // namespace docent
