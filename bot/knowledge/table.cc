#include "bot/knowledge/table.h"

#include <algorithm>
#include <charconv>
#include <future>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "bot/knowledge/csv.h"
#include "bot/knowledge/keys.h"
#include "bot/knowledge/loader.h"
#include "bot/knowledge/table_sentence.h"
#include "bot/knowledge/whole_file.h"
#include "bot/text/normalize.h"

namespace docent {
namespace {

std::string Trimmed(std::string_view text) {
  const std::vector<std::string> parts = SplitList(text, "");
  return parts.empty() ? std::string() : parts.front();
}

// One `column:` or `constant:` line.
struct Column {
  size_t index = 0;  // of the CSV file; not used for a constant
  std::optional<CsvField> constant;
  AttributeId attribute = kNone;
  TypeId to = kNone;
  bool is_text = false;
  std::optional<size_t> key;  // the column that tells values of one name apart
  std::optional<Value> when;  // the date that all its values are of
};

class TableReader {
 public:
  TableReader(const Block& block, SourceId source, KnowledgeBuilder& builder, Diagnostics& diagnostics)
      : block_(block),
        source_(source),
        builder_(builder),
        diagnostics_(diagnostics),
        sentences_(builder, diagnostics) {}

  void Read(const std::filesystem::path& path) {
    const std::optional<std::string> content = ReadWhole(path);
    if (!content) {
      diagnostics_.Error(block_.head().place, "no-such-file", "the table \"" + ShownPath(path) + "\" cannot be read",
                         "name a file relative to this one");
      return;
    }
    builder_.knowledge().attached.Add(path, *content);
    file_ = ShownPath(path);
    if (FirstInvalidUtf8(*content)) {
      diagnostics_.Error({file_, 1, 1, 1, ""}, "not-utf8", "the file is not UTF-8", "save it as UTF-8");
      return;
    }
    // Where much is read, by another thread: its memory does not lie between that of the facts, where it would leave
    // holes.
    constexpr size_t kMuch = 1 << 18;  // bytes
    const auto parse = [&] { return ParseCsv(file_, *content, diagnostics_); };
    std::vector<CsvRow> rows =
        std::async(content->size() < kMuch ? std::launch::deferred : std::launch::async, parse).get();
    if (rows.empty()) return;
    for (const CsvField& field : rows.front()) header_.push_back(Trimmed(field.text));
    if (!ReadBlock()) return;
    for (size_t i = 1; i < rows.size(); ++i) AddRow(rows[i]);
    for (ContentTest& test : tests_) AddTest(std::move(test));
    for (Fact& fact : facts_) Finish(fact);
  }

 private:
  bool ReadBlock() {
    const size_t errors = diagnostics_.errors();
    for (const Entry& entry : block_.entries) ReadKey(entry);
    for (const Entry& entry : block_.entries) {  // last of all: they name what columns give, wherever these stand
      if (TableSentences::IsSentence(entry)) sentences_.Read(entry);
    }
    if (block_.Find("entity") == nullptr) {
      diagnostics_.Error(block_.head().place, "no-entity", "this table does not say which column names its entities",
                         "add an \"entity:\" line");
    }
    return diagnostics_.errors() == errors;
  }

  void ReadKey(const Entry& entry) {
    if (entry.key == "entity") {
      entity_ = ColumnNamed(entry, entry.value);
    } else if (entry.key == "type") {
      type_ = builder_.TypeOf(entry.value);
    } else if (entry.key == "key" || entry.key == "also") {
      for (const std::string& name : SplitList(entry.value, ",;")) {
        if (const auto column = ColumnNamed(entry, name)) (entry.key == "key" ? keys_ : also_).push_back(*column);
      }
    } else if (entry.key == "alias") {
      CheckAlias(entry, diagnostics_);
      aliases_.push_back({entry.language, entry.value});
    } else if (entry.key == "column") {
      ReadColumn(entry);
    } else if (entry.key == "constant") {
      ReadConstant(entry);
    } else if (entry.key == "test" || entry.key == "never" || entry.key == "open") {
      tests_.push_back(ParseContentTest(entry, diagnostics_));
    } else if (entry.key != "table" && !TableSentences::IsSentence(entry)) {
      ReportUnknownKey(entry, *FindBlock(FactBlocks(), "table"), FactBlocks(), diagnostics_);
    }
  }

  std::optional<size_t> ColumnNamed(const Entry& entry, const std::string& name) {
    const auto found = std::find(header_.begin(), header_.end(), name);
    if (found != header_.end()) return static_cast<size_t>(found - header_.begin());
    const std::string nearest = NearestOf(name, header_);
    diagnostics_.Error(entry.place, "unknown-column", "no column \"" + name + "\" in " + file_,
                       nearest.empty() ? "its first line names the columns" : "did you mean \"" + nearest + "\"?");
    return std::nullopt;
  }

  void ReadColumn(const Entry& entry) {
    const size_t arrow = entry.value.find("=>");
    if (arrow == std::string::npos) {
      diagnostics_.Error(entry.place, "bad-column", "this does not say which attribute the column gives",
                         "write \"column: name => attribute\"");
      return;
    }
    Column column;
    // A column that is not there still gives its attribute: sentences that name it are not wrong as well.
    column.index = ColumnNamed(entry, Trimmed(std::string_view(entry.value).substr(0, arrow))).value_or(0);
    ReadAttribute(entry, std::string_view(entry.value).substr(arrow + 2), column);
    columns_.push_back(std::move(column));
  }

  void ReadConstant(const Entry& entry) {
    const size_t equals = entry.value.find('=');
    if (equals == std::string::npos) {
      diagnostics_.Error(entry.place, "bad-constant", "this does not say what the value is",
                         "write \"constant: attribute = value\"");
      return;
    }
    Column column;
    column.constant = CsvField{Trimmed(std::string_view(entry.value).substr(equals + 1)), entry.place};
    ReadAttribute(entry, std::string_view(entry.value).substr(0, equals), column);
    columns_.push_back(std::move(column));
  }

  // `students at 2025`: all values of the column are of that date. An attribute may be called "seat at table".
  void ReadDate(std::string_view& text, Column& column) {
    constexpr std::string_view kAt = " at ";
    const size_t at = text.rfind(kAt);
    if (at == std::string_view::npos) return;
    Value value = builder_.MakeValue(Trimmed(text.substr(at + kAt.size())), kNone);
    if (!value.quantity || value.quantity->kind != QuantityKind::kDate) return;
    column.when = std::move(value);
    text = text.substr(0, at);
  }

  // `location (state) by key_column at 2025`: the attribute, the type of its values, the column that tells them apart,
  // the date of all.
  void ReadAttribute(const Entry& entry, std::string_view text, Column& column) {
    ReadDate(text, column);
    const size_t open = text.find('(');
    column.attribute = builder_.AttributeOf(Trimmed(text.substr(0, open)));
    sentences_.AddAttribute(column.attribute);
    if (open == std::string_view::npos) return;
    const size_t close = text.find(')', open);
    if (close == std::string_view::npos) {
      diagnostics_.Error(entry.place, "bad-column", "the type of the values is never closed", "close it with )");
      return;
    }
    const std::string type = Trimmed(text.substr(open + 1, close - open - 1));
    column.is_text = type == "text";
    if (!column.is_text) column.to = builder_.TypeOf(type);
    const std::string rest = Trimmed(text.substr(close + 1));
    if (rest.starts_with("by ")) column.key = ColumnNamed(entry, Trimmed(std::string_view(rest).substr(3)));
  }

  void AddRow(const CsvRow& row) {
    const CsvField& name = row[*entity_];
    if (Trimmed(name.text).empty()) {
      diagnostics_.Error(name.place, "no-name", "this row names no entity",
                         "fill in its column \"" + header_[*entity_] + "\"");
      return;
    }
    const EntityId subject = EntityOf(name, type_, KeyOf(row, keys_));
    for (const size_t column : also_) AddAlias(subject, Trimmed(row[column].text));
    for (const Phrase& alias : aliases_)
      builder_.NameEntity(subject, {alias.language, FilledAlias(alias.text, Trimmed(name.text))});
    for (const Column& column : columns_) {
      const CsvField& field = column.constant ? *column.constant : row[column.index];
      if (!Trimmed(field.text).empty()) AddValue(subject, column, field, row);
    }
  }

  std::string KeyOf(const CsvRow& row, const std::vector<size_t>& columns) const {
    std::string key;
    for (const size_t column : columns) key.append(1, '\n').append(KnowledgeBuilder::Key(row[column].text));
    return key;
  }

  // The entity that a cell names: known by name and key, or without a key by name and type; else made.
  EntityId EntityOf(const CsvField& field, TypeId type, const std::string& key) {
    const std::string name = Trimmed(field.text);
    EntityId id = kNone;
    if (key.empty()) {
      for (const EntityId known : builder_.FindEntities(name)) {
        if (id == kNone && (type == kNone || builder_.knowledge().IsA(known, type))) id = known;
      }
    } else {
      const auto known = builder_.keyed().find(KnowledgeBuilder::Key(name) + key);
      if (known != builder_.keyed().end()) id = known->second;
    }
    if (id == kNone) {
      Entity entity;
      entity.name = name;
      entity.place = field.place;
      id = builder_.AddEntity(std::move(entity));
      if (!key.empty()) builder_.keyed().emplace(KnowledgeBuilder::Key(name) + key, id);
    }
    std::vector<TypeId>& types = builder_.knowledge().entities[id].types;
    if (type != kNone && std::find(types.begin(), types.end(), type) == types.end()) types.push_back(type);
    return id;
  }

  void AddAlias(EntityId id, const std::string& text) {
    for (const std::string& alias : SplitList(text, ";")) builder_.NameEntity(id, {"en", alias});
  }

  void AddValue(EntityId subject, const Column& column, const CsvField& field, const CsvRow& row) {
    const Value value = MakeValue(column, field, row);
    const std::string when = column.when ? column.when->text.str() : std::string();
    const auto [place, is_new] = fact_of_.try_emplace({subject, column.attribute, when}, facts_.size());
    if (is_new) facts_.push_back(NewFact(subject, column, field));
    Few<Value>& values = facts_[place->second].slots.back().values;
    const bool known = std::any_of(values.begin(), values.end(), [&](const Value& other) {
      return other.entity == value.entity && other.text == value.text;
    });
    if (!known) values.push_back(value);
  }

  Value MakeValue(const Column& column, const CsvField& field, const CsvRow& row) {
    const std::string text = Trimmed(field.text);
    Value value;
    if (column.to != kNone) {
      value.entity = EntityOf(field, column.to, column.key ? KeyOf(row, {*column.key}) : std::string());
      value.text = builder_.TextOf(text, value.entity);
      return value;
    }
    value.text = builder_.TextOf(text);
    if (column.is_text) return value;
    const Attribute& attribute = builder_.knowledge().attributes[column.attribute];
    if (attribute.kind == Kind::kDate) return builder_.MakeValue(text, column.attribute);  // a year is no number
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return builder_.MakeValue(text, column.attribute);
    Quantity quantity;
    quantity.number = number;
    quantity.unit = attribute.unit;
    quantity.text = text;
    value.quantity = std::move(quantity);
    return value;
  }

  Fact NewFact(EntityId subject, const Column& column, const CsvField& field) {
    Fact fact;
    fact.place = field.place;
    fact.is_from_table = true;
    fact.subject = subject;
    fact.attribute = column.attribute;
    fact.source = source_;
    fact.only = true;
    fact.slots.push_back(builder_.SubjectSlot(subject));
    if (column.when) fact.slots.push_back(builder_.MakeSlot(Role::kWhen, kNone, {*column.when}));
    fact.slots.emplace_back();
    return fact;
  }

  // To the fact that the question is about: of a thing that it names, and with a value that it expects.
  void AddTest(ContentTest test) {
    if (facts_.empty()) return;
    const std::string question = KnowledgeBuilder::Key(test.question);
    const auto names_subject = [&](const Fact& fact) {
      return question.find(KnowledgeBuilder::Key(builder_.knowledge().entities[fact.subject].name)) !=
             std::string::npos;
    };
    const auto holds_expected = [&](const Fact& fact) {
      return std::any_of(test.expected.begin(), test.expected.end(), [&](const std::string& expected) {
        const Few<Value>& values = fact.slots.back().values;
        return std::any_of(values.begin(), values.end(),
                           [&](const Value& value) { return value.text.str().find(expected) != std::string::npos; });
      });
    };
    constexpr int kBoth = 3;
    Fact* best = &facts_.front();
    int most = 0;
    for (Fact& fact : facts_) {
      const int worth = (holds_expected(fact) ? 2 : 0) + (names_subject(fact) ? 1 : 0);
      if (worth > most) best = &fact;
      most = std::max(most, worth);
      if (most == kBoth) break;
    }
    best->tests.push_back(std::move(test));
  }

  // Whether a value is a text that a later table may make the name of something.
  bool MayNameMore(const Fact& fact) const {
    const bool is_text = std::any_of(columns_.begin(), columns_.end(), [&](const Column& column) {
      return column.attribute == fact.attribute && column.is_text;
    });
    const Few<Value>& values = fact.slots.back().values;
    return !is_text && std::any_of(values.begin(), values.end(),
                                   [](const Value& value) { return value.entity == kNone && !value.quantity; });
  }

  // Types the slot now that all values are there, and puts the sentence together.
  void Finish(Fact& fact) {
    fact.slots.back() = builder_.MakeSlot(Role::kValue, fact.attribute, std::move(fact.slots.back().values));
    fact.says = sentences_.Of(fact);
    if (MayNameMore(fact)) builder_.LinkLater(static_cast<FactId>(builder_.knowledge().facts.size()));
    builder_.knowledge().facts.push_back(std::move(fact));
  }

  const Block& block_;
  SourceId source_;
  KnowledgeBuilder& builder_;
  Diagnostics& diagnostics_;
  std::string file_;
  std::vector<std::string> header_;
  std::optional<size_t> entity_;
  TypeId type_ = kNone;
  std::vector<size_t> keys_;
  std::vector<size_t> also_;
  std::vector<Phrase> aliases_;
  std::vector<Column> columns_;
  TableSentences sentences_;
  std::vector<Fact> facts_;
  std::map<std::tuple<EntityId, AttributeId, std::string>, size_t> fact_of_;  // by the date that it holds at as well
  std::vector<ContentTest> tests_;
};

}  // namespace

void AddTable(const Block& block, const std::filesystem::path& folder, SourceId source, KnowledgeBuilder& builder,
              Diagnostics& diagnostics) {
  TableReader(block, source, builder, diagnostics).Read(folder / block.head().value);
}

}  // namespace docent
