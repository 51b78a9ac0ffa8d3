// bot/server/answer_cache.h
// Answers that were worked out already: the same question in the same conversation to the same Brain has the same
// answer. Bounded in bytes; what was not asked for longest goes first. Not thread-safe: each thread has its own.

#pragma once

#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "bot/answering/answer.h"
#include "bot/dialogue/conversation.h"
#include "bot/dialogue/responder.h"

namespace docent {

struct KnownAnswer {
  Answer answer;
  std::string json;    // without an id
  Conversation after;  // what the conversation is after it
};

class AnswerCache {
 public:
  explicit AnswerCache(size_t most_bytes) : most_bytes_(most_bytes) {}

  // All that an answer hangs on beside the Brain.
  static std::string KeyOf(const Question& question, const Conversation& conversation);

  // nullptr if it is not known. What is returned is good until the next Keep() or Clear().
  const KnownAnswer* Find(const Question& question, const Conversation& conversation);
  // `before`: the conversation in which it was asked.
  void Keep(Question question, Conversation before, KnownAnswer known);
  void Clear();

  size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    Question question;
    Conversation before;
    std::string key;
    KnownAnswer known;
    size_t bytes = 0;
  };
  using Entries = std::list<Entry>;

  // The same question in a copy of the same conversation: found without looking at what was said in it. Somebody whose
  // last answer was known goes on with the conversation that is kept beside it.
  struct Asked {
    const void* conversation;  // which an entry keeps alive
    std::string_view text;
    bool explain;
    Spelling spelling;

    bool operator==(const Asked&) const = default;
  };
  struct HashOfAsked {
    size_t operator()(const Asked& asked) const;
  };
  static Asked AskedBy(const Question& question, const Conversation& conversation);

  // Two conversations may hold the same. The one that was heard of last is the likelier to come again.
  void Rebind(Entries::iterator entry, const Conversation& before);
  const KnownAnswer* Use(Entries::iterator entry);
  void ForgetOldest();

  size_t most_bytes_;
  size_t bytes_ = 0;
  Entries entries_;  // asked for last first
  std::unordered_map<std::string_view, Entries::iterator> by_key_;
  std::unordered_map<Asked, Entries::iterator, HashOfAsked> by_asked_;  // those without a history
};

}  // namespace docent
