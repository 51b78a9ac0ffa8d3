// bot/server/reply_writer.h
// The fields of facts and values, as every reply that holds them writes them. The object is the caller's to open and
// to close.

#pragma once

#include "bot/answering/answer.h"
#include "bot/server/json_writer.h"

namespace docent {

void WriteFactFields(JsonWriter& json, const AnswerFact& fact);
void WriteValueFields(JsonWriter& json, const AnswerValue& value);

}  // namespace docent
