#include "bot/server/desk.h"

#include <spdlog/spdlog.h>

#include <exception>
#include <utility>
#include <variant>

#include "bot/server/thread_clock.h"

namespace docent {
namespace {

// Calls the one of several functions that takes what the variant holds.
template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};

Reply TooMuch(MessageId id, const TooMuchWork& fault) {
  return ErrorReply(
      {std::move(id), ErrorCode::kOverloaded, std::string(fault.what()) + ": ask for less at once", {}, Limit::kSteps});
}

// Charges an asker for what is worked out while it lives. An answer that is known costs them no more than the token:
// asking the system for the thread's time would take a tenth of the time that giving it does.
class Charge {
 public:
  explicit Charge(Allowance* allowance) : allowance_(allowance) {}
  Charge(const Charge&) = delete;
  Charge& operator=(const Charge&) = delete;
  ~Charge() {
    if (allowance_ != nullptr) allowance_->SpendWork(ThreadClock::now() - began_);
  }

 private:
  Allowance* allowance_;
  ThreadClock::time_point began_ = ThreadClock::now();
};

}  // namespace

Reply Desk::Handle(std::string_view message, Conversation& conversation, Allowance* allowance) {
  Message parsed = ParseMessage(message, limits_);
  Reply reply = Parsed(parsed, conversation, allowance);
  if (reply.error && observer_ != nullptr) observer_->Failed(*reply.error);
  return reply;
}

Reply Desk::Parsed(Message& message, Conversation& conversation, Allowance* allowance) {
  const auto charged = [&](MessageId& id, const auto& reply) -> Reply {
    if (allowance == nullptr) return reply();
    const Admission::Wait wait = allowance->Take(Admission::Clock::now());
    if (wait.time.count() > 0) {
      return ErrorReply(
          {std::move(id), ErrorCode::kTooMany, "too many questions in a short time", wait.time, wait.limit});
    }
    return reply();
  };
  return std::visit(
      Overloaded{
          [&](Ask& ask) { return charged(ask.id, [&] { return Answered(ask, conversation, allowance); }); },
          [&](More& more) { return charged(more.id, [&] { return Suggested(more, conversation, allowance); }); },
          [&](Feedback& feedback) { return charged(feedback.id, [&] { return Heard(feedback, allowance); }); },
          [&](Hello& hello) -> Reply {
            return {HelloJson(hello.id, slot_.Current()->brain->hash()), std::nullopt};
          },
          [&](Ping& ping) -> Reply {
            return {PongJson(ping.id), std::nullopt};
          },
          [&](ProtocolError& error) { return ErrorReply(std::move(error)); },
      },
      message);
}

Reply Desk::Answered(Ask& ask, Conversation& conversation, Allowance* allowance) {
  try {
    FollowSlot();
    const auto began = std::chrono::steady_clock::now();
    Conversation before = conversation;
    KnownAnswer worked_out;
    const KnownAnswer* known = answers_.Find(ask.question, before);
    if (known != nullptr) {
      conversation = known->after;
    } else {
      const Charge charge(allowance);
      ask.question.most_steps = limits_.question_steps;
      worked_out.answer = responder_->Respond(ask.question, conversation);
      worked_out.json = ToJson(worked_out.answer, "");
      worked_out.after = conversation;
      known = &worked_out;
    }
    if (observer_ != nullptr) {
      const auto took = std::chrono::steady_clock::now() - began;
      observer_->Answered(ask.question.text, known->answer, served_->brain->hash(), took);
      if (ask.history_cut) observer_->metrics().CountLimit(Limit::kHistory);
    }
    Reply reply{WithId(known->json, ask.id), std::nullopt};
    if (known == &worked_out) {
      answers_.Keep(std::move(ask.question), std::move(before), std::move(worked_out));
    }
    return reply;
  } catch (const TooMuchWork& fault) {
    return TooMuch(std::move(ask.id), fault);
  } catch (const std::exception& fault) {
    return Faulty(std::move(ask.id), fault);
  }
}

Reply Desk::Suggested(More& more, const Conversation& conversation, Allowance* allowance) {
  try {
    const Charge charge(allowance);
    FollowSlot();
    Conversation about;
    if (!more.about.empty()) {
      responder_->Respond({more.about, {}, false, limits_.question_steps}, about);
    } else {
      about = conversation;
    }
    SuggestionsWanted wanted{more.about, {}, {}, true, more.count, more.skip};
    if (!about.turns().empty()) {
      wanted.focus = about.turns().back().focus;
      wanted.told = about.turns().back().facts;
      wanted.ascii = IsAscii(about.turns().back().asked);
    }
    return {SuggestionsJson(more.id, served_->suggester.Suggest(wanted, *responder_)), std::nullopt};
  } catch (const TooMuchWork& fault) {
    return TooMuch(std::move(more.id), fault);
  } catch (const std::exception& fault) {
    return Faulty(std::move(more.id), fault);
  }
}

Reply Desk::Heard(Feedback& feedback, Allowance* allowance) {
  const Charge charge(allowance);
  if (observer_ != nullptr) observer_->Heard(feedback, slot_.Current()->brain->hash());
  return {ThanksJson(feedback.id), std::nullopt};
}

// One question must not end the service for others; the log has what happened.
Reply Desk::Faulty(MessageId id, const std::exception& fault) {
  spdlog::error("a question could not be answered: {}", fault.what());
  responder_.reset();
  version_ = 0;
  return ErrorReply({std::move(id), ErrorCode::kOverloaded, "this question could not be worked out now"});
}

void Desk::FollowSlot() {
  const std::uint64_t version = slot_.version();
  if (version == version_) return;
  std::shared_ptr<const ServedBrain> next = slot_.Current();
  answers_.Clear();
  responder_ = std::make_unique<Responder>(next->brain);
  served_ = std::move(next);
  version_ = version;
}

}  // namespace docent
