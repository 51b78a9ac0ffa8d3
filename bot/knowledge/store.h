// bot/knowledge/store.h
// An FTS5 index over names, aliases, attributes and sentences, for proposing facts by their words. The database is
// built once in memory and serialised to an image, or taken from a file that holds such an image; each thread opens its
// own connection to the one read-only image (sqlite3_deserialize), so nothing is locked on the way.
//
// Its one table is fact_words(words); rowid is the fact.

#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bot/knowledge/fact.h"

struct sqlite3;
struct sqlite3_stmt;

namespace docent {

// The serialised database; immutable and shared by all connections.
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

  // The words to find the fact by, with spaces between them. Facts come in ascending order.
  void Add(FactId fact, std::string_view words);
  // Once, after the last Add.
  std::shared_ptr<const StoreImage> Finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// A prepared statement, reset and its bindings cleared when it goes out of scope.
class Statement {
 public:
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& Bind(int index, int64_t value);
  Statement& Bind(int index, double value);
  Statement& Bind(int index, std::string_view value);  // not copied: must live until the last Step
  bool Step();  // true while there is a row; throws std::runtime_error on failure
  int64_t Integer(int column) const;
  double Number(int column) const;
  bool IsNull(int column) const;
  std::string_view Text(int column) const;

 private:
  sqlite3_stmt* statement_;
};

// One thread's connection. Not thread-safe.
class StoreConnection {
 public:
  explicit StoreConnection(std::shared_ptr<const StoreImage> image);
  ~StoreConnection();
  StoreConnection(const StoreConnection&) = delete;
  StoreConnection& operator=(const StoreConnection&) = delete;

  // The statement for `sql`, prepared the first time it is asked for. `sql` is a literal of the program, never a
  // visitor's text.
  Statement Prepare(std::string_view sql);

  // Up to `limit` facts that hold any of `stems`, best BM25 score first. Scores every fact that holds one: ask for
  // words that few facts hold.
  std::vector<FactId> Propose(const std::vector<std::string>& stems, size_t limit);

  // All facts that hold any of `stems`: for words that few facts hold, and cheaper than to have them scored.
  std::vector<FactId> Holding(const std::vector<std::string>& stems);

  // The first `limit` facts that hold `stem`, however many there are.
  std::vector<FactId> First(const std::string& stem, size_t limit);

  // Forgets what facts were found. Until then what is asked for again is told from memory: one question tries many
  // readings, of much the same words.
  void Forget();

 private:
  std::vector<FactId> Select(std::string_view sql, const std::vector<std::string>& stems, size_t limit);

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace docent
