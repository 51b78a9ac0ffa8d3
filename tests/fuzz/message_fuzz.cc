// What holds for any bytes that come as a message: they are a message or an error; a message is within its limits, and
// what is sent back with its id is JSON whose id is the one that came.

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>
#include <variant>

#include "bot/server/protocol.h"
#include "tests/fuzz/require.h"

namespace {

using docent::Require;

void CheckId(std::string_view bytes, const docent::MessageId& id) {
  const nlohmann::json reply = nlohmann::json::parse(docent::PongJson(id), nullptr, false);
  Require(reply.is_object(), "a reply is JSON whatever the id");
  if (id.empty()) return;
  const nlohmann::json message = nlohmann::json::parse(bytes, nullptr, false);
  Require(message.is_object() && message.contains("id"), "an id comes from the message");
  Require(reply["id"] == message["id"], "an id comes back as it was");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  docent::Limits limits;
  limits.message_bytes = 1000;  // so that limits are met
  limits.question_characters = 50;
  limits.history_turns = 3;
  limits.json_depth = 4;
  const docent::Message message = docent::ParseMessage(bytes, limits);
  std::visit([&](const auto& one) { CheckId(bytes, one.id); }, message);
  if (const auto* error = std::get_if<docent::ProtocolError>(&message)) {
    Require(!error->message.empty(), "an error says what is wrong");
    Require(nlohmann::json::accept(docent::ToJson(*error)), "an error is JSON");
  }
  if (const auto* ask = std::get_if<docent::Ask>(&message)) {
    Require(!ask->question.text.empty() && ask->question.text.size() <= 4 * limits.question_characters,
            "a question's length");
    Require(ask->question.history.size() <= limits.history_turns, "a history's length");
  }
  if (const auto* more = std::get_if<docent::More>(&message)) {
    Require(more->count >= 1 && more->count <= docent::More::kMostCount, "a count in its bounds");
    Require(more->skip <= docent::More::kMostSkip, "a skip in its bounds");
  }
  return 0;
}
