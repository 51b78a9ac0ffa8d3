// bot/knowledge/store.h
// SQLite's FTS5 index of which facts hold a word, for proposing facts by their words. It is built once, into the bytes
// of a database, the image; or taken from a file that holds such an image. Each thread opens its own connection to the
// one read-only image (sqlite3_deserialize), so nothing is locked on the way.
//
// Its one table is fact_words(words); rowid is the fact. It keeps no lengths of facts, because not all words of a fact
// need be in it: whoever knows the lengths weighs them.

#pragma once

#include <cstddef>
#include <limits>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bot/knowledge/fact.h"

namespace docent {

// The bytes of the database; immutable and shared by all connections.
class StoreImage {
 public:
  // `memory` keeps the bytes, and frees them when nobody needs them any more.
  StoreImage(std::shared_ptr<const void> memory, std::span<const unsigned char> bytes)
      : memory_(std::move(memory)), bytes_(bytes) {}
  std::span<const unsigned char> bytes() const { return bytes_; }

 private:
  std::shared_ptr<const void> memory_;
  std::span<const unsigned char> bytes_;
};

// Writes an image, fact after fact. Not thread-safe. Throws std::runtime_error if SQLite fails.
class StoreWriter {
 public:
  StoreWriter();
  ~StoreWriter();
  StoreWriter(const StoreWriter&) = delete;
  StoreWriter& operator=(const StoreWriter&) = delete;

  // The words to find the fact by, at least one, of ASCII letters and digits, with spaces between them. Facts come in
  // ascending order.
  void Add(FactId fact, std::string_view words);
  // Once, after the last Add.
  std::shared_ptr<const StoreImage> Finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

struct ScoredFact {
  FactId fact = 0;
  double score = 0;
};

// More was to be worked out for one question than may be.
struct TooMuchWork : std::runtime_error {
  TooMuchWork() : std::runtime_error("this holds too many questions, too long ones, or one that takes too long") {}
};

// One thread's connection. Not thread-safe. Throws std::runtime_error if SQLite fails.
class StoreConnection {
 public:
  explicit StoreConnection(std::shared_ptr<const StoreImage> image);
  ~StoreConnection();
  StoreConnection(const StoreConnection&) = delete;
  StoreConnection& operator=(const StoreConnection&) = delete;

  // All facts that hold any of `words`, in their order, with the score that BM25 gives each were all equally long. Ask
  // for words that few facts hold.
  std::vector<ScoredFact> Score(const std::vector<std::string>& words);

  // All facts that hold any of `words`, in their order: cheaper than to have them scored.
  std::vector<FactId> Holding(const std::vector<std::string>& words);

  // Begins with another question, for which at most `most_work` may be spent. Forgets what facts were found: until then
  // what is asked for again is told from memory, because one question tries many readings, of much the same words.
  void Begin(size_t most_work);

  // Counts what is worked out for the question, in facts held against one piece of it each. Throws TooMuchWork if more
  // has been spent than may be.
  void Spend(size_t work);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
  size_t most_work_ = std::numeric_limits<size_t>::max();
  size_t spent_ = 0;
};

}  // namespace docent
