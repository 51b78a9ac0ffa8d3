#include "bot/server/desk.h"

#include <spdlog/spdlog.h>

#include <exception>
#include <utility>
#include <variant>

namespace docent {
namespace {

// Calls the one of several functions that takes what the variant holds.
template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};

}  // namespace

Reply ErrorReply(ProtocolError error) {
  std::string json = ToJson(error);
  return {std::move(json), std::move(error)};
}

Reply Desk::Handle(std::string_view message, Conversation& conversation, Allowance* allowance) {
  Message parsed = ParseMessage(message, limits_);
  return std::visit(Overloaded{
                        [&](Ask& ask) { return Answered(ask, conversation, allowance); },
                        [&](Hello& hello) -> Reply {
                          return {HelloJson(hello.id, slot_.Current()->brain->hash()), std::nullopt};
                        },
                        [&](Ping& ping) -> Reply {
                          return {PongJson(ping.id), std::nullopt};
                        },
                        [&](ProtocolError& error) { return ErrorReply(std::move(error)); },
                    },
                    parsed);
}

Reply Desk::Answered(Ask& ask, Conversation& conversation, Allowance* allowance) {
  if (allowance != nullptr) {
    const std::chrono::milliseconds wait = allowance->Take(Admission::Clock::now());
    if (wait.count() > 0) {
      return ErrorReply({std::move(ask.id), ErrorCode::kTooMany, "too many questions in a short time", wait});
    }
  }
  try {
    FollowSlot();
    return {ToJson(responder_->Respond(ask.question, conversation), ask.id), std::nullopt};
  } catch (const std::exception& fault) {
    // One question must not end the service for others; the log has what happened.
    spdlog::error("a question could not be answered: {}", fault.what());
    responder_.reset();
    version_ = 0;
    return ErrorReply({std::move(ask.id), ErrorCode::kOverloaded, "this question could not be worked out now", {}});
  }
}

void Desk::FollowSlot() {
  const std::uint64_t version = slot_.version();
  if (version == version_) return;
  std::shared_ptr<const ServedBrain> next = slot_.Current();
  responder_ = std::make_unique<Responder>(next->brain);
  served_ = std::move(next);
  version_ = version;
}

}  // namespace docent
