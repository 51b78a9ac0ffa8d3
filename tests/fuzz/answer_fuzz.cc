// What holds for any questions, asked one after another in a conversation, a line each: every one gets an answer in
// words that names facts which exist, is JSON, and is the same when it is asked again in the same state of talk.

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>

#include "bot/dialogue/responder.h"
#include "bot/server/protocol.h"
#include "bot/text/normalize.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/shipped_brain.h"

namespace {

using docent::Answer;
using docent::Conversation;
using docent::Require;

constexpr size_t kMostTurns = 4;
constexpr size_t kMostBytes = 400;  // of a question: what is wrong with long ones is wrong with shorter ones

class Asker {
 public:
  Asker() : responder_(docent::LoadShippedBrain()) {
    for (const docent::Fact& fact : responder_.brain().knowledge().facts)
      facts_.insert(responder_.brain().knowledge().NameOf(fact));
  }

  void Ask(std::string_view text, Conversation& conversation) {
    if (docent::FirstInvalidUtf8(text)) return;  // the protocol refuses it
    const docent::Question question{std::string(text), {}, true};
    Conversation again = conversation;
    const std::string json = Checked(responder_.Respond(question, conversation));
    Require(json == Checked(responder_.Respond(question, again)), "the same question has the same answer");
    Require(conversation.turns().size() <= Conversation::kMostTurns, "a conversation is bounded");
  }

 private:
  std::string Checked(const Answer& answer) const {
    Require(!answer.text.empty(), "an answer has words");
    Require(!docent::FirstInvalidUtf8(answer.text), "an answer is UTF-8");
    for (const docent::AnswerFact& fact : answer.facts) Require(facts_.contains(fact.id), "a fact of an answer exists");
    std::string json = docent::ToJson(answer, R"("7")");
    Require(nlohmann::json::accept(json), "an answer is JSON");
    return json;
  }

  docent::Responder responder_;
  std::set<std::string> facts_;
};

Asker& TheAsker() {
  static Asker asker;
  return asker;
}

}  // namespace

// Loads the Brain, which takes so long on a busy machine that an input would be blamed for it.
extern "C" int LLVMFuzzerInitialize(int* /*count*/, char*** /*arguments*/) {
  TheAsker();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Asker& asker = TheAsker();
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  Conversation conversation;
  for (size_t turn = 0; turn < kMostTurns && !rest.empty(); ++turn) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (!line.empty()) asker.Ask(line.substr(0, kMostBytes), conversation);
  }
  return 0;
}
