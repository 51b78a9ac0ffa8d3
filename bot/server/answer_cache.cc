#include "bot/server/answer_cache.h"

#include <utility>

namespace docent {
namespace {

// Each text with its length before it, so that no two lists of texts look the same.
void Append(std::string& key, std::string_view text) {
  key.append(std::to_string(text.size())).append(":").append(text);
}

void Append(std::string& key, const std::vector<std::string>& texts) {
  Append(key, std::to_string(texts.size()));
  for (const std::string& text : texts) Append(key, text);
}

char SpellingMark(Spelling spelling) { return spelling == Spelling::kAsWritten ? 'w' : 'm'; }

// An answer holds each of its texts about twice, in itself and in its JSON, and what lies between them.
size_t BytesOf(const std::string& key, const KnownAnswer& known) {
  constexpr size_t kOverhead = 1024;
  return 3 * key.size() + 4 * known.json.size() + kOverhead;
}

}  // namespace

std::string AnswerCache::KeyOf(const Question& question, const Conversation& conversation) {
  std::string key(question.explain ? "e" : "a");
  key += SpellingMark(question.spelling);
  Append(key, question.text);
  Append(key, question.history);
  if (!question.history.empty()) return key;  // it replaces what was said before
  for (const Turn& turn : conversation.turns) {
    key += SpellingMark(turn.spelling);
    Append(key, turn.asked);
    Append(key, turn.focus);
    key += turn.is_description ? 'd' : 't';
    Append(key, turn.facts);
    Append(key, turn.choices);
  }
  return key;
}

const KnownAnswer* AnswerCache::Find(const std::string& key) {
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  return &found->second->known;
}

void AnswerCache::Keep(std::string key, KnownAnswer known) {
  const size_t bytes = BytesOf(key, known);
  if (bytes > most_bytes_ / 16 || by_key_.contains(key)) return;  // one answer must not push out all others
  entries_.push_front({std::move(key), std::move(known), bytes});
  by_key_.emplace(entries_.front().key, entries_.begin());
  for (bytes_ += bytes; bytes_ > most_bytes_;) {
    bytes_ -= entries_.back().bytes;
    by_key_.erase(entries_.back().key);
    entries_.pop_back();
  }
}

void AnswerCache::Clear() {
  by_key_.clear();
  entries_.clear();
  bytes_ = 0;
}

}  // namespace docent
