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
  return 4 * key.size() + 4 * known.json.size() + kOverhead;
}

}  // namespace

std::string AnswerCache::KeyOf(const Question& question, const Conversation& conversation) {
  std::string key(question.explain ? "e" : "a");
  key += SpellingMark(question.spelling);
  Append(key, question.text);
  Append(key, question.history);
  if (!question.history.empty()) return key;  // it replaces what was said before
  for (const Turn& turn : conversation.turns()) {
    key += SpellingMark(turn.spelling);
    Append(key, turn.asked);
    Append(key, turn.focus);
    key += turn.is_description ? 'd' : 't';
    Append(key, turn.facts);
    Append(key, turn.value);
    Append(key, turn.choices);
  }
  return key;
}

AnswerCache::Asked AnswerCache::AskedBy(const Question& question, const Conversation& conversation) {
  return {conversation.identity(), question.text, question.explain, question.spelling};
}

size_t AnswerCache::HashOfAsked::operator()(const Asked& asked) const {
  return std::hash<std::string_view>()(asked.text) ^ std::hash<const void*>()(asked.conversation);
}

const KnownAnswer* AnswerCache::Find(const Question& question, const Conversation& conversation) {
  if (question.history.empty()) {
    const auto found = by_asked_.find(AskedBy(question, conversation));
    if (found != by_asked_.end()) return Use(found->second);
  }
  const auto found = by_key_.find(KeyOf(question, conversation));
  if (found == by_key_.end()) return nullptr;
  Rebind(found->second, conversation);
  return Use(found->second);
}

void AnswerCache::Rebind(Entries::iterator entry, const Conversation& before) {
  if (!entry->question.history.empty()) return;
  by_asked_.erase(AskedBy(entry->question, entry->before));
  entry->before = before;
  by_asked_.emplace(AskedBy(entry->question, entry->before), entry);
}

const KnownAnswer* AnswerCache::Use(Entries::iterator entry) {
  entries_.splice(entries_.begin(), entries_, entry);
  return &entry->known;
}

void AnswerCache::Keep(Question question, Conversation before, KnownAnswer known) {
  std::string key = KeyOf(question, before);
  if (!question.history.empty()) before = {};  // which it replaces
  const size_t bytes = BytesOf(key, known);
  if (bytes > most_bytes_ / 16 || by_key_.contains(key)) return;  // one answer must not push out all others
  entries_.push_front({std::move(question), std::move(before), std::move(key), std::move(known), bytes});
  const Entry& entry = entries_.front();
  by_key_.emplace(entry.key, entries_.begin());
  if (entry.question.history.empty()) by_asked_.emplace(AskedBy(entry.question, entry.before), entries_.begin());
  for (bytes_ += bytes; bytes_ > most_bytes_;) ForgetOldest();
}

void AnswerCache::ForgetOldest() {
  const Entry& oldest = entries_.back();
  bytes_ -= oldest.bytes;
  by_key_.erase(oldest.key);
  if (oldest.question.history.empty()) by_asked_.erase(AskedBy(oldest.question, oldest.before));
  entries_.pop_back();
}

void AnswerCache::Clear() {
  by_key_.clear();
  by_asked_.clear();
  entries_.clear();
  bytes_ = 0;
}

}  // namespace docent
