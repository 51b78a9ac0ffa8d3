// bot/server/json_writer.h
// Writes JSON text straight into a string, in the order of the calls. What it writes is always valid JSON in valid
// UTF-8: bytes that are no UTF-8 become U+FFFD, numbers that JSON has no form for become null.

#pragma once

#include <string>
#include <string_view>

namespace docent {

class JsonWriter {
 public:
  JsonWriter& BeginObject() { return Open('{'); }
  JsonWriter& EndObject() { return Close('}'); }
  JsonWriter& BeginList() { return Open('['); }
  JsonWriter& EndList() { return Close(']'); }

  // The name of the next value; only inside an object.
  JsonWriter& Key(std::string_view name);

  JsonWriter& String(std::string_view value);
  JsonWriter& Number(double value);  // whole numbers below 10^15 without a point or exponent
  JsonWriter& Number(size_t value);
  JsonWriter& Bool(bool value) { return Raw(value ? "true" : "false"); }
  JsonWriter& Raw(std::string_view json);  // a value that is JSON already

  JsonWriter& Field(std::string_view name, std::string_view value) { return Key(name).String(value); }

  // The text so far; the writer is empty afterwards.
  std::string Take();

 private:
  JsonWriter& Open(char bracket);
  JsonWriter& Close(char bracket);
  void Part();  // the comma between two values

  std::string out_;
  bool comma_ = false;
};

}  // namespace docent
