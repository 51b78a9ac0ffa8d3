// bot/server/desk.h
// The desk takes a message as it came and gives the reply to it, both as bytes: read, answer, word. WebSocket, HTTP and
// `docent ask --jsonl` all stand at it. Not thread-safe: each thread has its own, with its own Responder.

#pragma once

#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "bot/dialogue/conversation.h"
#include "bot/dialogue/responder.h"
#include "bot/server/admission.h"
#include "bot/server/answer_cache.h"
#include "bot/server/brain_slot.h"
#include "bot/server/limits.h"
#include "bot/server/observer.h"
#include "bot/server/protocol.h"

namespace docent {

class Desk {
 public:
  // All must outlive the desk. The Responder is made at the first question, and again after the slot's Brain changed.
  // Without an observer (nullptr) nothing is told.
  Desk(const BrainSlot& slot, const Limits& limits, Observer* observer = nullptr)
      : slot_(slot), limits_(limits), observer_(observer), answers_(limits.answer_bytes) {}

  // Never throws for what `message` holds; a fault of ours is logged and told as `overloaded`. Without an allowance
  // (nullptr) any number of questions is answered.
  Reply Handle(std::string_view message, Conversation& conversation, Allowance* allowance);

 private:
  Reply Parsed(Message& message, Conversation& conversation, Allowance* allowance);
  Reply Answered(Ask& ask, Conversation& conversation, Allowance* allowance);
  Reply Suggested(More& more, const Conversation& conversation, Allowance* allowance);
  Reply Heard(Feedback& feedback, Allowance* allowance);
  Reply Faulty(MessageId id, const std::exception& fault);
  void FollowSlot();

  const BrainSlot& slot_;
  const Limits& limits_;
  Observer* observer_;
  AnswerCache answers_;  // of served_
  std::uint64_t version_ = 0;
  std::shared_ptr<const ServedBrain> served_;
  std::unique_ptr<Responder> responder_;
};

}  // namespace docent
