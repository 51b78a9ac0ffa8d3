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
  const KnownAnswer* Find(const std::string& key);
  void Keep(std::string key, KnownAnswer known);
  void Clear();

  size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::string key;
    KnownAnswer known;
    size_t bytes = 0;
  };

  size_t most_bytes_;
  size_t bytes_ = 0;
  std::list<Entry> entries_;  // asked for last first
  std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;
};

}  // namespace docent
