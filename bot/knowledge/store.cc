#include "bot/knowledge/store.h"

#include <sqlite3.h>

#include <cstdint>
#include <stdexcept>
#include <unordered_map>
#include <utility>

namespace docent {
namespace {

// Without sizes of columns FTS5 takes all facts for equally long.
constexpr const char* kTable =
    "CREATE VIRTUAL TABLE fact_words USING fts5(words, content='', tokenize='ascii', columnsize=0)";

// No journal, for what fails is thrown away whole.
constexpr const char* kPragmas = R"sql(
  PRAGMA journal_mode = OFF;
  PRAGMA synchronous = OFF;
)sql";

// Words are collected in memory, 16 MB of their facts, before they are written to the index, and what was written is
// merged once, when all is there: with the 1 MB and the merging that are usual, merging again and again is nearly half
// of the work.
constexpr const char* kOptions = R"sql(
  INSERT INTO fact_words(fact_words, rank) VALUES('hashsize', 16777216);
  INSERT INTO fact_words(fact_words, rank) VALUES('automerge', 0);
  INSERT INTO fact_words(fact_words, rank) VALUES('crisismerge', 1000);
  BEGIN;
)sql";

constexpr const char* kFinish = R"sql(
  COMMIT;
  INSERT INTO fact_words(fact_words) VALUES('optimize');
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

// An empty database whose pages lie one after another in one piece of memory, as they would in a file.
Database Open() {
  [[maybe_unused]] static const bool is_uncounted = StopCounting();
  sqlite3* raw = nullptr;
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  const int code = sqlite3_open_v2("facts", &raw, flags, "memdb");
  Database database(raw);
  if (code != SQLITE_OK) Fail(raw, "open a database in memory");
  return database;
}

void Run(sqlite3* database, const char* sql) {
  if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) Fail(database, "build the store");
}

// A prepared statement.
class Statement {
 public:
  Statement(sqlite3* database, const std::string& sql) {
    sqlite3_stmt* raw = nullptr;
    const int length = static_cast<int>(sql.size());
    if (sqlite3_prepare_v3(database, sql.c_str(), length, SQLITE_PREPARE_PERSISTENT, &raw, nullptr) != SQLITE_OK)
      Fail(database, "prepare \"" + sql + "\"");
    statement_.reset(raw);
  }

  // Before it is bound anew.
  Statement& Reset() {
    sqlite3_reset(statement_.get());
    return *this;
  }
  Statement& Bind(int index, int64_t value) {
    sqlite3_bind_int64(statement_.get(), index, value);
    return *this;
  }
  // Not copied: must live until the last Step.
  Statement& Bind(int index, std::string_view value) {
    sqlite3_bind_text(statement_.get(), index, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
    return *this;
  }
  // True while there is a row.
  bool Step(const char* purpose) {
    const int code = sqlite3_step(statement_.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE) Fail(sqlite3_db_handle(statement_.get()), purpose);
    return code == SQLITE_ROW;
  }
  int64_t Integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  double Number(int column) const { return sqlite3_column_double(statement_.get(), column); }

 private:
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
};

std::string AnyOf(const std::vector<std::string>& words) {
  std::string query;
  for (const std::string& word : words) {
    if (!query.empty()) query += " OR ";
    query += '"' + word + '"';
  }
  return query;
}

}  // namespace

struct StoreWriter::Impl {
  Database database = Open();
  std::unique_ptr<Statement> insert;  // after database: finalised before it closes
};

StoreWriter::StoreWriter() : impl_(std::make_unique<Impl>()) {
  for (const char* sql : {kPragmas, kTable, kOptions}) Run(impl_->database.get(), sql);
  impl_->insert =
      std::make_unique<Statement>(impl_->database.get(), "INSERT INTO fact_words(rowid, words) VALUES(?,?)");
}

StoreWriter::~StoreWriter() = default;

void StoreWriter::Add(FactId fact, std::string_view words) {
  impl_->insert->Reset().Bind(1, static_cast<int64_t>(fact)).Bind(2, words).Step("index a fact");
}

std::shared_ptr<const StoreImage> StoreWriter::Finish() {
  impl_->insert.reset();
  Run(impl_->database.get(), kFinish);
  // The pages where they lie, which is in the database's own memory.
  const std::shared_ptr<sqlite3> database = std::move(impl_->database);
  impl_.reset();
  sqlite3_int64 size = 0;
  const unsigned char* bytes = sqlite3_serialize(database.get(), "main", &size, SQLITE_SERIALIZE_NOCOPY);
  if (bytes == nullptr) Fail(database.get(), "serialise the store");
  sqlite3_db_release_memory(database.get());
  return std::make_shared<StoreImage>(database, std::span(bytes, static_cast<size_t>(size)));
}

struct StoreConnection::Impl {
  explicit Impl(std::shared_ptr<const StoreImage> to_read) : image(std::move(to_read)) {
    const std::span<const unsigned char> bytes = image->bytes();
    // SQLite does not write to a read-only deserialised image; the cast only satisfies its signature.
    auto* data = const_cast<unsigned char*>(bytes.data());
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    if (sqlite3_deserialize(database.get(), "main", data, size, size, SQLITE_DESERIALIZE_READONLY) != SQLITE_OK)
      Fail(database.get(), "open the store");
    // Pages are read where they stand in the image, not copied into a cache of the connection.
    Run(database.get(), "PRAGMA mmap_size = 2147418112");
    scored =
        std::make_unique<Statement>(database.get(), "SELECT rowid, -rank FROM fact_words WHERE fact_words MATCH ?");
    holding = std::make_unique<Statement>(database.get(), "SELECT rowid FROM fact_words WHERE fact_words MATCH ?");
  }

  // What `read` makes of each row, remembered in `found`.
  template <typename T, typename Read>
  static std::vector<T> Select(const std::vector<std::string>& words, Statement& statement,
                               std::unordered_map<std::string, std::vector<T>>& found, const Read& read) {
    constexpr size_t kMostRemembered = 256;
    if (words.empty()) return {};
    const std::string query = AnyOf(words);
    const auto known = found.find(query);
    if (known != found.end()) return known->second;
    std::vector<T> rows;
    statement.Reset().Bind(1, query);
    while (statement.Step("look up facts")) rows.push_back(read(statement));
    if (found.size() < kMostRemembered) found.emplace(query, rows);
    return rows;
  }

  std::shared_ptr<const StoreImage> image;
  Database database = Open();
  std::unique_ptr<Statement> scored;  // after database: finalised before it closes
  std::unique_ptr<Statement> holding;
  std::unordered_map<std::string, std::vector<ScoredFact>> found_scored;  // by what was asked for
  std::unordered_map<std::string, std::vector<FactId>> found_holding;
};

StoreConnection::StoreConnection(std::shared_ptr<const StoreImage> image)
    : impl_(std::make_unique<Impl>(std::move(image))) {}

StoreConnection::~StoreConnection() = default;

std::vector<ScoredFact> StoreConnection::Score(const std::vector<std::string>& words) {
  return Impl::Select(words, *impl_->scored, impl_->found_scored, [](const Statement& row) {
    return ScoredFact{static_cast<FactId>(row.Integer(0)), row.Number(1)};
  });
}

std::vector<FactId> StoreConnection::Holding(const std::vector<std::string>& words) {
  return Impl::Select(words, *impl_->holding, impl_->found_holding,
                      [](const Statement& row) { return static_cast<FactId>(row.Integer(0)); });
}

void StoreConnection::Begin(size_t most_work) {
  most_work_ = most_work;
  spent_ = 0;
  impl_->found_scored.clear();
  impl_->found_holding.clear();
}

void StoreConnection::Spend(size_t work) {
  spent_ += work;
  if (spent_ > most_work_) throw TooMuchWork();
}

}  // namespace docent
