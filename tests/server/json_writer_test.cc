#include "bot/server/json_writer.h"

#include <gtest/gtest.h>

#include <limits>

namespace docent {
namespace {

std::string Worded(std::string_view text) { return JsonWriter().String(text).Take(); }
std::string Worded(double number) { return JsonWriter().Number(number).Take(); }

TEST(JsonWriter, PutsCommasBetweenValuesOnly) {
  JsonWriter json;
  json.BeginObject().Field("a", "x").Key("b").BeginList().Number(size_t{1}).Bool(true).BeginObject().EndObject();
  EXPECT_EQ(json.EndList().Key("c").Raw("null").EndObject().Take(), R"({"a":"x","b":[1,true,{}],"c":null})");
}

TEST(JsonWriter, EscapesControlCharactersQuotesAndBackslashesOnly) {
  EXPECT_EQ(Worded("a\"b\\c\n\t\x01\x1f/<é中🙂\x7f"), R"("a\"b\\c\n\t\u0001\u001f/<é中🙂\u007f")");
}

TEST(JsonWriter, KeepsNulInsideAString) { EXPECT_EQ(Worded(std::string_view("a\0b", 3)), R"("a\u0000b")"); }

TEST(JsonWriter, ReplacesBytesThatAreNoUtf8) {
  EXPECT_EQ(Worded("a\xff"), "\"a\xEF\xBF\xBD\"");
  EXPECT_EQ(Worded("\xc0\xaf"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\"") << "overlong";
  EXPECT_EQ(Worded("\xed\xa0\x80"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"") << "surrogate";
  EXPECT_EQ(Worded("\xe4\xb8"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\"") << "cut off";
  EXPECT_EQ(Worded("\xf4\x90\x80\x80").size(), 2 + 4 * 3) << "beyond U+10FFFF";
}

TEST(JsonWriter, WritesWholeNumbersWithoutPointOrExponent) {
  EXPECT_EQ(Worded(60e9), "60000000000");
  EXPECT_EQ(Worded(-3.0), "-3");
  EXPECT_EQ(Worded(0.333), "0.333");
  EXPECT_EQ(Worded(1e300), "1e+300");
}

TEST(JsonWriter, WritesNullForWhatIsNoNumber) {
  EXPECT_EQ(Worded(std::numeric_limits<double>::infinity()), "null");
  EXPECT_EQ(Worded(std::numeric_limits<double>::quiet_NaN()), "null");
}

}  // namespace
}  // namespace docent
