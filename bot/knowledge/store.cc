#include "bot/knowledge/store.h"

#include <sqlite3.h>

#include <limits>
#include <map>
#include <stdexcept>
#include <unordered_map>
#include <utility>

namespace docent {
namespace {

constexpr const char* kSchema = R"sql(
  CREATE VIRTUAL TABLE fact_words USING fts5(words, content='', tokenize="unicode61 remove_diacritics 0 tokenchars '&'");
  -- Words are collected in memory, 64 MB of them, before they are merged into the index: with the 1 MB that is usual,
  -- merging again and again is nearly half of the work.
  INSERT INTO fact_words(fact_words, rank) VALUES('hashsize', 67108864);
)sql";

// Made after the rows are in: building an index once is cheaper than keeping it up to date.
constexpr const char* kIndexes = R"sql(
  INSERT INTO fact_words(fact_words) VALUES('optimize');
  ANALYZE;
)sql";

[[noreturn]] void Fail(sqlite3* database, const std::string& what) {
  throw std::runtime_error("SQLite cannot " + what + ": " + (database ? sqlite3_errmsg(database) : "out of memory"));
}

struct Closer {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Database = std::unique_ptr<sqlite3, Closer>;

// SQLite counts its memory under a lock that all connections share; nothing here asks for the count. Refused, and not
// needed, where another part of the program has opened a database before.
bool StopCounting() { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK; }

Database Open(int flags) {
  [[maybe_unused]] static const bool is_uncounted = StopCounting();
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(":memory:", &raw, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(raw);
  if (code != SQLITE_OK) Fail(raw, "open a database in memory");
  return database;
}

void Run(sqlite3* database, const char* sql) {
  if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) Fail(database, "build the store");
}

struct Finalizer {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using OwnedStatement = std::unique_ptr<sqlite3_stmt, Finalizer>;

OwnedStatement PrepareOwned(sqlite3* database, std::string_view sql) {
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw,
                         nullptr) != SQLITE_OK) {
    Fail(database, "prepare \"" + std::string(sql) + "\"");
  }
  return OwnedStatement(raw);
}

}  // namespace

struct StoreWriter::Impl {
  Database database;
  OwnedStatement insert;  // after database: finalised before it closes
};

StoreWriter::StoreWriter() : impl_(std::make_unique<Impl>()) {
  impl_->database = Open(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  Run(impl_->database.get(), kSchema);
  Run(impl_->database.get(), "BEGIN");
  impl_->insert = PrepareOwned(impl_->database.get(), "INSERT INTO fact_words(rowid, words) VALUES(?,?)");
}

StoreWriter::~StoreWriter() = default;

void StoreWriter::Add(FactId fact, std::string_view words) {
  sqlite3_stmt* insert = impl_->insert.get();
  sqlite3_reset(insert);
  sqlite3_bind_int64(insert, 1, static_cast<sqlite3_int64>(fact));
  sqlite3_bind_text(insert, 2, words.data(), static_cast<int>(words.size()), SQLITE_STATIC);
  if (sqlite3_step(insert) != SQLITE_DONE) Fail(impl_->database.get(), "index a fact");
}

std::shared_ptr<const StoreImage> StoreWriter::Finish() {
  sqlite3* database = impl_->database.get();
  impl_->insert.reset();
  Run(database, "COMMIT");
  Run(database, kIndexes);
  sqlite3_int64 size = 0;
  const std::shared_ptr<const unsigned char> bytes(sqlite3_serialize(database, "main", &size, 0), sqlite3_free);
  if (bytes == nullptr) Fail(database, "serialise the store");
  impl_.reset();
  return std::make_shared<StoreImage>(bytes, std::span(bytes.get(), static_cast<size_t>(size)));
}

Statement::~Statement() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

Statement& Statement::Bind(int index, int64_t value) {
  sqlite3_bind_int64(statement_, index, value);
  return *this;
}

Statement& Statement::Bind(int index, double value) {
  sqlite3_bind_double(statement_, index, value);
  return *this;
}

Statement& Statement::Bind(int index, std::string_view value) {
  sqlite3_bind_text(statement_, index, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
  return *this;
}

bool Statement::Step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  Fail(sqlite3_db_handle(statement_), "look up facts");
}

int64_t Statement::Integer(int column) const { return sqlite3_column_int64(statement_, column); }
double Statement::Number(int column) const { return sqlite3_column_double(statement_, column); }
bool Statement::IsNull(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
std::string_view Statement::Text(int column) const {
  const unsigned char* text = sqlite3_column_text(statement_, column);
  if (text == nullptr) return {};
  return {reinterpret_cast<const char*>(text), static_cast<size_t>(sqlite3_column_bytes(statement_, column))};
}

struct StoreConnection::Impl {
  std::shared_ptr<const StoreImage> image;
  Database database;
  std::unordered_map<std::string, std::vector<FactId>> found;     // by what was asked for
  std::map<std::string, OwnedStatement, std::less<>> statements;  // after database: finalised before it closes
};

StoreConnection::StoreConnection(std::shared_ptr<const StoreImage> image) : impl_(std::make_unique<Impl>()) {
  impl_->image = std::move(image);
  impl_->database = Open(SQLITE_OPEN_READWRITE);
  const std::span<const unsigned char> bytes = impl_->image->bytes();
  // SQLite does not write to a read-only deserialised image; the cast only satisfies its signature.
  auto* data = const_cast<unsigned char*>(bytes.data());
  const auto size = static_cast<sqlite3_int64>(bytes.size());
  if (sqlite3_deserialize(impl_->database.get(), "main", data, size, size, SQLITE_DESERIALIZE_READONLY) != SQLITE_OK) {
    Fail(impl_->database.get(), "open the store");
  }
  // Pages are read where they stand in the image, not copied into a cache of the connection.
  Run(impl_->database.get(), "PRAGMA mmap_size = 2147418112");
}

StoreConnection::~StoreConnection() = default;

Statement StoreConnection::Prepare(std::string_view sql) {
  auto found = impl_->statements.find(sql);
  if (found == impl_->statements.end()) {
    found = impl_->statements.emplace(std::string(sql), PrepareOwned(impl_->database.get(), sql)).first;
  }
  return Statement(found->second.get());
}

namespace {

std::string AnyOf(const std::vector<std::string>& stems) {
  std::string query;
  for (const std::string& stem : stems) {
    if (!query.empty()) query += " OR ";
    query += '"';
    for (const char c : stem) {
      if (c == '"') query += '"';
      query += c;
    }
    query += '"';
  }
  return query;
}

}  // namespace

std::vector<FactId> StoreConnection::Propose(const std::vector<std::string>& stems, size_t limit) {
  return Select("SELECT rowid FROM fact_words WHERE fact_words MATCH ? ORDER BY rank LIMIT ?", stems, limit);
}

std::vector<FactId> StoreConnection::Holding(const std::vector<std::string>& stems) {
  constexpr size_t kAll = std::numeric_limits<uint32_t>::max();
  return Select("SELECT rowid FROM fact_words WHERE fact_words MATCH ? LIMIT ?", stems, kAll);
}

void StoreConnection::Forget() { impl_->found.clear(); }

std::vector<FactId> StoreConnection::First(const std::string& stem, size_t limit) {
  return Select("SELECT rowid FROM fact_words WHERE fact_words MATCH ? ORDER BY rowid LIMIT ?", {stem}, limit);
}

std::vector<FactId> StoreConnection::Select(std::string_view sql, const std::vector<std::string>& stems, size_t limit) {
  constexpr size_t kMostRemembered = 256;
  if (stems.empty()) return {};
  const std::string query = AnyOf(stems);
  const std::string asked = query + std::to_string(limit) + std::string(sql);
  const auto found = impl_->found.find(asked);
  if (found != impl_->found.end()) return found->second;
  std::vector<FactId> facts;
  Statement statement = Prepare(sql);
  statement.Bind(1, std::string_view(query)).Bind(2, static_cast<int64_t>(limit));
  while (statement.Step()) facts.push_back(static_cast<FactId>(statement.Integer(0)));
  if (impl_->found.size() < kMostRemembered) impl_->found.emplace(asked, facts);
  return facts;
}

}  // namespace docent
