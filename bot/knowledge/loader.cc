#include "bot/knowledge/loader.h"

#include <malloc.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <future>
#include <map>
#include <numeric>
#include <thread>
#include <unordered_map>
#include <utility>

#include "bot/knowledge/builder.h"
#include "bot/knowledge/fact_block.h"
#include "bot/knowledge/keys.h"
#include "bot/knowledge/run_on.h"
#include "bot/knowledge/table.h"
#include "bot/text/words.h"

namespace docent {
namespace {

void AddPhrases(const Entry& entry, std::string_view separators, std::vector<Phrase>& phrases) {
  for (std::string& text : SplitList(entry.value, separators)) phrases.push_back({entry.language, std::move(text)});
}

// The blocks of each file. A file says nothing of another yet, so that all cores parse.
std::vector<std::vector<Block>> ParseAll(const std::vector<TextFile>& files, Diagnostics& diagnostics) {
  std::vector<std::vector<Block>> parsed(files.size());
  std::vector<Diagnostics> told(files.size());
  std::atomic<size_t> next = 0;
  const auto parse = [&] {
    for (size_t i = next++; i < files.size(); i = next++)
      parsed[i] = ParseBlocks(ShownPath(files[i].path), files[i].content, told[i]);
  };
  constexpr size_t kWorthwhile = 1 << 20;  // bytes; fewer are parsed sooner than a thread begins
  // This thread only waits: what another one asks memory for does not lie between what stays, where it would leave
  // holes.
  const size_t bytes = std::accumulate(files.begin(), files.end(), size_t{0},
                                       [](size_t sum, const TextFile& file) { return sum + file.content.size(); });
  std::vector<std::future<void>> parsing;
  for (size_t i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
    parsing.push_back(std::async(bytes < kWorthwhile ? std::launch::deferred : std::launch::async, parse));
  for (std::future<void>& one : parsing) one.get();
  for (Diagnostics& of_file : told) diagnostics.Take(std::move(of_file));
  return parsed;
}

class Loader {
 public:
  Loader(Diagnostics& diagnostics, const Progress& progress) : diagnostics_(diagnostics), progress_(progress) {}

  Knowledge Load(const std::vector<TextFile>& files) {
    std::vector<std::vector<Block>> parsed = ParseAll(files, diagnostics_);
    SplitRunOns(parsed, diagnostics_);
    for (size_t i = 0; i < files.size(); ++i) DeclareTypes(parsed[i]);
    for (size_t i = 0; i < files.size(); ++i) Declare(files[i], parsed[i]);
    for (size_t i = 0; i < files.size(); ++i) {
      AddTables(files[i], parsed[i]);
      Tell(progress_, "reading tables", i + 1, files.size());
    }
    builder_.LinkValues();
    for (size_t i = 0; i < files.size(); ++i) {
      AddFacts(files[i], parsed[i]);
      parsed[i] = {};
      GiveBack(files[i].content.size());
      Tell(progress_, "reading facts", i + 1, files.size());
    }
    return std::move(builder_.knowledge());
  }

 private:
  // The blocks of so many bytes were freed: they take ten times their text, more than the facts in them.
  void GiveBack(size_t bytes) {
    constexpr size_t kMuch = 1 << 24;
    freed_ += bytes;
    if (freed_ < kMuch) return;
    malloc_trim(0);
    freed_ = 0;
  }

  // Types and attributes come first: entities and values need to know them.
  void DeclareTypes(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
      if (block.head().key == "type") AddType(block);
      if (block.head().key == "attribute") AddAttribute(block);
    }
  }

  void Declare(const TextFile& file, const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
      const Entry& head = block.head();
      const BlockKeys* keys = FindBlock(FactBlocks(), head.key);
      if (keys == nullptr) {
        ReportUnknownBlock(head);
        continue;
      }
      ReportRepeatedKeys(block, *keys, diagnostics_);
      if (head.key == "source") AddSource(file, block);
      if (head.key == "entity" || head.key == "event") DeclareEntity(block);
    }
  }

  void ReportUnknownBlock(const Entry& head) {
    std::vector<std::string> heads;
    for (const BlockKeys& block : FactBlocks()) heads.emplace_back(block.head);
    const std::string nearest = NearestOf(head.key, heads);
    diagnostics_.Error(head.key_place, "unknown-block", "no block starts with \"" + head.key + "\"",
                       nearest.empty() ? "start it with source, type, attribute, entity, fact, event or table"
                                       : "did you mean \"" + nearest + "\"?");
  }

  // What the entry's block does not take.
  void CheckKey(const Entry& entry, std::string_view head) {
    const BlockKeys& keys = *FindBlock(FactBlocks(), head);
    if (entry.key != head && keys.Find(entry.key) == nullptr) ReportUnknownKey(entry, keys, FactBlocks(), diagnostics_);
  }

  void AddSource(const TextFile& file, const Block& block) {
    Source source;
    source.id = block.head().value;
    for (const Entry& entry : block.entries) {
      if (entry.key == "title") {
        source.titles.push_back({entry.language, entry.value});
      } else if (entry.key == "publisher") {
        source.publisher = entry.value;
      } else if (entry.key == "note") {
        source.note = entry.value;
      } else if (entry.key == "also") {
        AddPhrases(entry, ",;", source.also);
      } else if (entry.key == "text") {
        const std::filesystem::path path = file.path.parent_path() / entry.value;
        source.text = ReadSourceText(path, entry, builder_.knowledge().attached, diagnostics_);
      } else {
        CheckKey(entry, "source");
      }
    }
    // For its own file, and for those of the folder that have none.
    const auto id = static_cast<SourceId>(builder_.knowledge().sources.size());
    sources_[file.path.string()] = id;
    sources_.try_emplace(file.path.parent_path().string(), id);
    builder_.knowledge().sources.push_back(std::move(source));
  }

  void AddType(const Block& block) {
    const TypeId type = builder_.TypeOf(block.head().value);
    for (const Entry& entry : block.entries) {
      if (entry.key == "also") {
        AddPhrases(entry, ",;", builder_.knowledge().types[type].also);
        for (const std::string& alias : SplitList(entry.value, ",;")) builder_.NameType(type, alias);
      } else if (entry.key == "isa") {
        const TypeId parent = builder_.TypeOf(entry.value);
        builder_.knowledge().types[type].parent = parent;
      } else if (entry.key == "kind") {
        builder_.knowledge().types[type].kind = ReadKind(entry, diagnostics_);
      } else {
        CheckKey(entry, "type");
      }
    }
  }

  void AddAttribute(const Block& block) {
    const AttributeId id = builder_.AttributeNamed(block.head().value);
    builder_.knowledge().attributes[id].declared = true;
    for (const Entry& entry : block.entries) SetAttribute(id, entry);
  }

  void SetAttribute(AttributeId id, const Entry& entry) {
    Attribute& attribute = builder_.knowledge().attributes[id];
    if (entry.key == "kind") {
      attribute.kind = ReadKind(entry, diagnostics_);
    } else if (entry.key == "also") {
      AddPhrases(entry, ",;", attribute.also);
      for (const std::string& alias : SplitList(entry.value, ",;")) builder_.NameAttribute(id, alias);
    } else if (entry.key == "reverse") {
      AddPhrases(entry, ",;", attribute.reverse);
    } else if (entry.key == "high") {
      AddPhrases(entry, ",;", attribute.high);
    } else if (entry.key == "low") {
      AddPhrases(entry, ",;", attribute.low);
    } else if (entry.key == "unit") {
      attribute.unit = entry.value;
    } else if (entry.key == "of") {
      attribute.of = builder_.TypeOf(entry.value);
    } else if (entry.key == "to") {
      attribute.to = builder_.TypeOf(entry.value);
    } else if (entry.key == "default") {
      attribute.is_default = entry.value == "yes";
    } else {
      CheckKey(entry, "attribute");
    }
  }

  void DeclareEntity(const Block& block) {
    Entity entity;
    entity.name = block.head().value;
    entity.place = block.head().place;
    entity.is_event = block.head().key == "event";
    if (entity.name.empty()) {
      diagnostics_.Error(block.head().place, "no-name", "this " + block.head().key + " has no name",
                         "write one after the colon");
      return;
    }
    for (const Entry& entry : block.entries) {
      // The further words of an event are words to ask by, kept with its fact; they are no names of it.
      if (entry.key == "also" && !entity.is_event) AddPhrases(entry, ",;", entity.also);
      if (entry.key == "entity" && entry.language != "en") entity.also.push_back({entry.language, entry.value});
      if (entry.key == "event" && entry.language != "en") entity.also.push_back({entry.language, entry.value});
      if (entry.key == "type") {
        for (const std::string& type : SplitList(entry.value, ";,")) entity.types.push_back(builder_.TypeOf(type));
      }
    }
    const EntityId twin = FindTwin(entity);
    if (twin != kNone && block.Find("id") == nullptr) {
      diagnostics_.Error(block.head().place, "same-name",
                         "an entity \"" + entity.name + "\" of this type stands at " +
                             builder_.knowledge().entities[twin].place.ToString() + " already",
                         "to say more of it, put the facts below the first or give each an \"of: " + entity.name +
                             "\"; another thing needs another name, another type or an \"id:\"");
      ids_[&block] = twin;  // so that its facts are not reported as well
      return;
    }
    if (entity.is_event && entity.types.empty()) entity.types.push_back(builder_.TypeOf("event"));
    const EntityId added = builder_.AddEntity(std::move(entity));
    ids_[&block] = added;
    const Entry* id = block.Find("id");
    if (id != nullptr && !builder_.GiveId(added, id->value)) {
      diagnostics_.Error(id->place, "same-id", "another entity has the id \"" + id->value + "\" already",
                         "give each an id of its own");
    }
  }

  // An entity of the same name and first type, or kNone.
  EntityId FindTwin(const Entity& entity) const {
    const std::string key = KnowledgeBuilder::Key(entity.name);
    for (EntityId id : builder_.FindEntities(entity.name)) {
      const Entity& other = builder_.knowledge().entities[id];
      if (KnowledgeBuilder::Key(other.name) == key && other.types == entity.types) return id;
    }
    return kNone;
  }

  void AddTables(const TextFile& file, const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
      if (block.head().key == "table") AddTable(block, file.path.parent_path(), SourceOf(file), builder_, diagnostics_);
    }
  }

  void AddFacts(const TextFile& file, const std::vector<Block>& blocks) {
    EntityId subject = kNone;
    for (const Block& block : blocks) {
      const std::string& key = block.head().key;
      if (key != "entity" && key != "event" && key != "fact") continue;
      if (key != "fact") {
        const auto found = ids_.find(&block);
        subject = found == ids_.end() ? kNone : found->second;
      }
      AddFactBlock(block, subject, SourceOf(file), builder_, diagnostics_);
    }
  }

  // The source declared in the file, in its folder or in the nearest folder above.
  SourceId SourceOf(const TextFile& file) const {
    for (std::filesystem::path folder = file.path; !folder.empty(); folder = folder.parent_path()) {
      const auto found = sources_.find(folder.string());
      if (found != sources_.end()) return found->second;
      if (folder == folder.parent_path()) break;
    }
    return kNone;
  }

  Diagnostics& diagnostics_;
  const Progress& progress_;
  KnowledgeBuilder builder_;
  size_t freed_ = 0;
  std::map<std::string, SourceId> sources_;  // by file and by folder
  std::unordered_map<const Block*, EntityId> ids_;
};

}  // namespace

Knowledge LoadKnowledge(const std::vector<TextFile>& files, Diagnostics& diagnostics, const Progress& progress) {
  return Loader(diagnostics, progress).Load(files);
}

}  // namespace docent
