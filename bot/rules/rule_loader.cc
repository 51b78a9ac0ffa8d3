#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <future>
#include <thread>
#include <utility>

#include "bot/knowledge/loader.h"
#include "bot/rules/alternatives.h"
#include "bot/rules/compiled.h"
#include "bot/rules/pattern.h"
#include "bot/rules/rule_keys.h"
#include "bot/rules/rule_set.h"
#include "bot/text/words.h"

namespace docent {
namespace {

// A template that stands for more sentences than this was not meant so.
constexpr size_t kMostVariants = 100'000'000;
constexpr int64_t kRegexMemory = 4 << 20;  // bytes; RE2 fails cleanly where a pattern needs more

// What a form of question may do with the facts.
constexpr std::array<std::string_view, 9> kActs = {"look up", "verify", "describe", "quote", "compare",
                                                   "sum",     "ratio",  "rest",     "factor"};

std::string Replaced(const std::string& word, std::string_view ending, std::string_view by) {
  return word.substr(0, word.size() - ending.size()) + std::string(by);
}

// "longest" -> "longer", "most populous" -> "more populous"; empty if it has no comparative.
std::string ComparativeOf(const std::string& superlative) {
  const auto ends = [&](std::string_view ending) {
    return superlative.size() > ending.size() && superlative.ends_with(ending);
  };
  if (superlative.starts_with("most ")) return "more " + superlative.substr(5);
  if (superlative.starts_with("least ")) return "less " + superlative.substr(6);
  if (superlative.starts_with("fewest ")) return "fewer " + superlative.substr(7);
  if (superlative.find(' ') == std::string::npos && ends("est")) return Replaced(superlative, "est", "er");
  return {};
}

}  // namespace

class RuleLoader {
 public:
  RuleLoader(const Knowledge& knowledge, Diagnostics& diagnostics) : knowledge_(knowledge), diagnostics_(diagnostics) {}

  RuleSet Load(const std::vector<Block>& blocks, Schema schema) {
    rules_.schema_ = std::move(schema);
    for (const Block& block : blocks) {
      if (!IsRuleBlock(block)) continue;
      CheckKeys(block);
      if (block.head().key == "expansion") Declare(block);
    }
    for (const Block& block : blocks) {
      const std::string& head = block.head().key;
      if (head == "mark") ReadMark(block);
      if (head == "measure") ReadMeasure(block);
      if (head == "pass") ReadPass(block);
      if (head == "phrase") ReadRule(block, Rule::Scope::kPhrase, "match");
      if (head == "rule") ReadRule(block, Rule::Scope::kQuestion, "ask");
    }
    for (auto& [name, expansion] : expansions_) Resolve(name);  // so that unused ones are checked too
    AddDefaultMeasures();
    AddComparatives();
    CompileRegexes();
    BuildIndex();
    return std::move(rules_);
  }

 private:
  enum class Progress { kUnread, kReading, kRead };
  struct Expansion {
    std::vector<const Entry*> means;
    Progress progress = Progress::kUnread;
    TemplateNode node;
  };

  static bool IsKnown(const Entry& entry, const BlockKeys& keys) {
    return entry.key == keys.head || keys.Find(entry.key) != nullptr;
  }

  static bool HasOnlyKnownKeys(const Block& block) {
    const BlockKeys& keys = *FindBlock(RuleBlocks(), block.head().key);
    return std::all_of(block.entries.begin(), block.entries.end(),
                       [&](const Entry& entry) { return IsKnown(entry, keys); });
  }

  void CheckKeys(const Block& block) {
    const BlockKeys& keys = *FindBlock(RuleBlocks(), block.head().key);
    for (const Entry& entry : block.entries) {
      if (!IsKnown(entry, keys))
        ReportUnknownKey(entry, keys, RuleBlocks(), diagnostics_, "see docs/rules.md for the keys");
    }
    ReportRepeatedKeys(block, keys, diagnostics_);
  }

  void Declare(const Block& block) {
    Expansion& expansion = expansions_[block.head().value];
    for (const Entry& entry : block.entries) {
      if (entry.key == "means") expansion.means.push_back(&entry);
    }
    if (expansion.means.empty()) {
      diagnostics_.Error(block.head().place, "no-meaning", "this expansion stands for nothing",
                         "add a \"means:\" line");
    }
  }

  const TemplateNode* Resolve(std::string_view name) {
    const auto found = expansions_.find(name);
    if (found == expansions_.end()) return nullptr;
    Expansion& expansion = found->second;
    if (expansion.progress == Progress::kRead) return &expansion.node;
    if (expansion.progress == Progress::kReading || expansion.means.empty()) {
      if (!expansion.means.empty()) {
        diagnostics_.Error(expansion.means.front()->place, "circular",
                           "the expansion <" + std::string(name) + "> holds itself", "write out what it stands for");
      }
      return &expansion.node;
    }
    expansion.progress = Progress::kReading;
    TemplateChoice choice;
    for (const Entry* entry : expansion.means) {
      if (std::optional<TemplateNode> node = Parse(*entry)) choice.parts.push_back(*std::move(node));
    }
    expansion.node = choice.parts.size() == 1 ? std::move(choice.parts.front()) : TemplateNode{std::move(choice)};
    expansion.progress = Progress::kRead;
    return &expansion.node;
  }

  std::optional<TemplateNode> Parse(const Entry& entry) {
    auto parsed = ParseTemplate(entry.value, [this](std::string_view name) { return Resolve(name); });
    if (auto* node = std::get_if<TemplateNode>(&parsed)) return std::move(*node);
    const TemplateError& error = std::get<TemplateError>(parsed);
    diagnostics_.Error(PlaceIn(entry, error.offset, error.length), "bad-template", error.message, error.remedy);
    return std::nullopt;
  }

  void ReadMark(const Block& block) {
    Mark mark;
    mark.name = block.head().value;
    for (const Entry& entry : block.entries) {
      if (entry.key == "words") {
        for (std::string& word : ListedPhrases(entry.value)) mark.words.push_back(std::move(word));
      } else if (entry.key == "empty") {
        mark.is_empty = entry.value == "yes";
      } else if (entry.key == "means") {
        SetMeaning(entry, mark);
      }
    }
    if (mark.words.empty()) {
      diagnostics_.Error(block.head().place, "no-words", "this mark has no words", "add a \"words:\" line");
    }
    rules_.marks_.push_back(std::move(mark));
  }

  void SetMeaning(const Entry& entry, Mark& mark) {
    struct Meaning {
      std::string_view name;
      Direction direction;
      bool is_comparative;
      bool needs_attribute;
    };
    constexpr std::array<Meaning, 8> kMeanings = {{{"largest", Direction::kHigh, false, false},
                                                   {"smallest", Direction::kLow, false, false},
                                                   {"highest", Direction::kHigh, false, true},
                                                   {"lowest", Direction::kLow, false, true},
                                                   {"larger", Direction::kHigh, true, false},
                                                   {"smaller", Direction::kLow, true, false},
                                                   {"above", Direction::kHigh, true, true},
                                                   {"below", Direction::kLow, true, true}}};
    mark.is_measure = entry.value == "measure";
    for (const Meaning& meaning : kMeanings) {
      if (entry.value != meaning.name) continue;
      mark.direction = meaning.direction;
      mark.is_comparative = meaning.is_comparative;
      mark.needs_attribute = meaning.needs_attribute;
    }
    if (mark.direction || mark.is_measure) return;
    diagnostics_.Error(entry.place, "unknown-meaning", "a mark cannot mean \"" + entry.value + "\"",
                       "use largest, smallest, highest, lowest, larger, smaller, above, below or measure");
  }

  void ReadMeasure(const Block& block) {
    Measure measure;
    measure.attribute = FindAttribute(block.head());
    for (const Entry& entry : block.entries) {
      if (entry.key == "adds") measure.adds = FindType(entry, entry.value);
      if (entry.key != "of") continue;
      for (const std::string& name : SplitList(entry.value, ",;")) {
        const TypeId type = FindType(entry, name);
        if (type != kNone) measure.of.push_back(type);
      }
    }
    if (measure.attribute != kNone) rules_.measures_.push_back(std::move(measure));
  }

  TypeId FindType(const Entry& entry, const std::string& name) {
    const TypeId type = TypeNamed(name);
    if (type == kNone) {
      diagnostics_.Error(entry.place, "unknown-type", "no type \"" + name + "\"", "declare it with a \"type:\" block");
    }
    return type;
  }

  AttributeId FindAttribute(const Entry& entry) {
    const AttributeId attribute = AttributeNamed(entry.value);
    if (attribute != kNone) return attribute;
    std::vector<std::string> names;
    for (const Attribute& known : knowledge_.attributes) names.push_back(known.name);
    const std::string nearest = NearestOf(entry.value, names);
    diagnostics_.Error(
        entry.place, "unknown-attribute", "no attribute \"" + entry.value + "\"",
        nearest.empty() ? "declare it with an \"attribute:\" block" : "did you mean \"" + nearest + "\"?");
    return kNone;
  }

  AttributeId AttributeNamed(std::string_view name) const {
    const std::string key = KindToken(name);
    for (AttributeId id = 0; id < knowledge_.attributes.size(); ++id) {
      if (KindToken(knowledge_.attributes[id].name) == key) return id;
    }
    return kNone;
  }

  TypeId TypeNamed(std::string_view name) const {
    const std::string key = KindToken(name);
    for (TypeId id = 0; id < knowledge_.types.size(); ++id) {
      if (KindToken(knowledge_.types[id].name) == key) return id;
    }
    return kNone;
  }

  void ReadPass(const Block& block) {
    for (const Entry& entry : block.entries) {
      if (entry.key != "words") continue;
      for (const std::string& word : SplitList(entry.value, ",;"))
        rules_.passed_over_.insert(JoinWords(SplitWords(word)));
    }
  }

  void ReadRule(const Block& block, Rule::Scope scope, std::string_view template_key) {
    auto rule = std::make_unique<Rule>();
    rule->scope = scope;
    rule->name = block.head().value;
    rule->place = block.head().place;
    const Entry* find = nullptr;
    for (const Entry& entry : block.entries) {
      if (entry.key == "find") find = &entry;
      ReadRuleKey(entry, *rule);
    }
    const size_t first = rules_.compiled_.size();
    const size_t errors = diagnostics_.errors();
    for (const Entry& entry : block.entries) {
      if (entry.key == template_key) Compile(entry, *rule);
    }
    const bool all_compiled = diagnostics_.errors() == errors;
    // A key that was misspelled has been told already.
    if (all_compiled && HasOnlyKnownKeys(block) && rules_.compiled_.size() == first) {
      diagnostics_.Error(block.head().place, "no-template", "this " + block.head().key + " has no template",
                         "add its sentences: \"" + std::string(template_key) + ":\"");
    } else if (find != nullptr) {
      if (all_compiled) ReadFind(*find, first, *rule);  // else what it may catch is not known
    } else if (rule->say.empty()) {
      diagnostics_.Error(
          block.head().place, "no-find", "this " + block.head().key + " does not say what to look up",
          scope == Rule::Scope::kQuestion ? "add a \"find:\" line, or \"find: facts\"" : "add a \"find:\" line");
    }
    rules_.rules_.push_back(std::move(rule));
  }

  void ReadRuleKey(const Entry& entry, Rule& rule) {
    if (entry.key == "makes") {
      rule.makes = KindToken(entry.value);
    } else if (entry.key == "priority") {
      const auto [end, error] =
          std::from_chars(entry.value.data(), entry.value.data() + entry.value.size(), rule.priority);
      if (error != std::errc() || end != entry.value.data() + entry.value.size()) {
        diagnostics_.Error(entry.place, "bad-number", "a priority is a whole number",
                           "write, for example, \"priority: 10\"");
      }
    } else if (entry.key == "kind") {
      const std::optional<Kind> kind = entry.value == "yesno" ? Kind::kFlag : KindOfName(entry.value);
      rule.kind = kind.value_or(Kind::kOpen);
      if (!kind) {
        diagnostics_.Error(entry.place, "unknown-kind", "no kind \"" + entry.value + "\"",
                           "use one of the kinds of attributes, see docs/files.md");
      }
    } else if (entry.key == "role") {
      rule.role = RoleOfName(entry.value);
      if (!rule.role)
        diagnostics_.Error(entry.place, "unknown-role", "no role \"" + entry.value + "\"",
                           "see docs/files.md for the roles");
    } else if (entry.key == "act") {
      rule.act = entry.value;
      if (std::find(kActs.begin(), kActs.end(), entry.value) == kActs.end()) {
        diagnostics_.Error(entry.place, "unknown-act", "no act \"" + entry.value + "\"",
                           "use look up, verify, describe, quote, compare, sum, ratio, rest or factor");
      }
    } else if (entry.key == "say") {
      rule.say = entry.value;
    } else if (entry.key == "test" || entry.key == "never") {
      rule.tests.push_back(ParseContentTest(entry, diagnostics_));
    }
  }

  void Compile(const Entry& entry, Rule& rule) {
    const std::optional<TemplateNode> node = Parse(entry);
    if (!node) return;
    if (CountVariants(*node) > kMostVariants) {
      diagnostics_.Error(entry.place, "too-wide",
                         "the template of \"" + rule.name + "\" stands for more than a hundred million sentences",
                         "split the rule, or take alternatives out");
      return;
    }
    TemplatePattern pattern = CompileTemplate(*node);
    if (pattern.may_be_empty) {
      diagnostics_.Error(entry.place, "matches-nothing", "this template matches a question without words",
                         "make one of its words necessary");
      return;
    }
    if (rule.scope == Rule::Scope::kQuestion) pattern.regex += kPassedOver;
    auto compiled = std::make_unique<RuleSet::Compiled>();
    regexes_.push_back({compiled.get(), std::move(pattern.regex), &entry});
    compiled->number = rules_.compiled_.size();
    compiled->rule = &rule;
    compiled->captures = std::move(pattern.captures);
    compiled->node = *node;
    compiled->place = entry.place;
    compiled->first = Ids(pattern.first);
    for (const AnyFeature& any : pattern.required) compiled->required.push_back(Ids(any));
    rules_.compiled_.push_back(std::move(compiled));
  }

  // A third of all loading, and each is its own affair: by as many threads as there are cores.
  void CompileRegexes() {
    constexpr size_t kMostThreads = 8;
    const size_t threads = std::clamp<size_t>(std::thread::hardware_concurrency(), 1, kMostThreads);
    std::vector<std::future<void>> parts;
    for (size_t part = 0; part < threads; ++part) {
      parts.push_back(std::async(std::launch::async, [this, part, threads] {
        RE2::Options options;
        options.set_log_errors(false);
        options.set_max_mem(kRegexMemory);
        for (size_t i = part; i < regexes_.size(); i += threads) {
          regexes_[i].compiled->regex = std::make_unique<RE2>(regexes_[i].text, options);
        }
      }));
    }
    for (std::future<void>& part : parts) part.get();
    for (const Regex& regex : regexes_) {
      if (regex.compiled->regex->ok()) continue;
      diagnostics_.Error(
          regex.entry->place, "too-wide",
          "the template of \"" + regex.compiled->rule->name + "\" is too large: " + regex.compiled->regex->error(),
          "split the rule, or take alternatives out");
    }
  }

  std::vector<uint32_t> Ids(const AnyFeature& any) {
    std::vector<uint32_t> ids;
    for (const Feature& feature : any) {
      ids.push_back(
          rules_.features_.try_emplace(feature, static_cast<uint32_t>(rules_.features_.size())).first->second);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
  }

  void ReadFind(const Entry& entry, size_t first_compiled, Rule& rule) {
    if (entry.value == "facts" && rule.scope == Rule::Scope::kQuestion) return;
    auto parsed = ParseFormula(entry.value);
    if (const auto* error = std::get_if<TemplateError>(&parsed)) {
      diagnostics_.Error(PlaceIn(entry, error->offset, error->length), "bad-find", error->message, error->remedy);
      return;
    }
    rule.find = std::get<Formula>(std::move(parsed));
    std::vector<std::string> caught;
    for (size_t i = first_compiled; i < rules_.compiled_.size(); ++i) {
      for (const TemplatePattern::Group& group : rules_.compiled_[i]->captures) caught.push_back(group.name);
    }
    for (const std::string& slot : SlotsOf(*rule.find)) {
      if (std::find(caught.begin(), caught.end(), slot) == caught.end()) Name(entry, slot, caught, rule);
    }
  }

  // A slot that no template catches names an attribute or a type.
  void Name(const Entry& entry, const std::string& slot, const std::vector<std::string>& caught, Rule& rule) {
    if (const AttributeId attribute = AttributeNamed(slot); attribute != kNone) {
      rule.named[slot] = {MeaningKind::kAttribute, attribute};
    } else if (const TypeId type = TypeNamed(slot); type != kNone) {
      rule.named[slot] = {MeaningKind::kType, type};
    } else {
      const std::string nearest = NearestOf(slot, caught);
      diagnostics_.Error(
          entry.place, "unknown-slot", "nothing catches {" + slot + "}",
          nearest.empty() ? "name a slot of the rule, an attribute or a type" : "did you mean {" + nearest + "}?");
    }
  }

  // What fact files say with `default: yes`.
  void AddDefaultMeasures() {
    for (AttributeId id = 0; id < knowledge_.attributes.size(); ++id) {
      const Attribute& attribute = knowledge_.attributes[id];
      if (attribute.is_default && attribute.of != kNone) rules_.measures_.push_back({id, {attribute.of}, kNone});
    }
  }

  void AddComparatives() {
    for (AttributeId id = 0; id < knowledge_.attributes.size(); ++id) {
      AddComparatives(id, knowledge_.attributes[id].high, Direction::kHigh);
      AddComparatives(id, knowledge_.attributes[id].low, Direction::kLow);
    }
  }

  void AddComparatives(AttributeId attribute, const std::vector<Phrase>& superlatives, Direction direction) {
    Mark mark;
    mark.name = direction == Direction::kHigh ? "above" : "below";
    mark.direction = direction;
    mark.is_comparative = true;
    mark.attribute = attribute;
    for (const Phrase& phrase : superlatives) {
      std::string comparative = phrase.language == "en" ? ComparativeOf(phrase.text) : std::string();
      if (!comparative.empty()) mark.words.push_back(std::move(comparative));
    }
    if (!mark.words.empty()) rules_.marks_.push_back(std::move(mark));
  }

  void BuildIndex() {
    rules_.phrases_by_feature_.resize(rules_.features_.size());
    rules_.questions_by_feature_.resize(rules_.features_.size());
    for (const auto& compiled : rules_.compiled_) rules_.Index(*compiled, compiled->rule->scope);
  }

  const Knowledge& knowledge_;
  Diagnostics& diagnostics_;
  RuleSet rules_;
  std::map<std::string, Expansion, std::less<>> expansions_;

  struct Regex {
    RuleSet::Compiled* compiled = nullptr;
    std::string text;
    const Entry* entry = nullptr;  // of the template, for what is to be said of it
  };
  std::vector<Regex> regexes_;  // in the order of the templates; compiled all together
};

bool IsRuleBlock(const Block& block) { return FindBlock(RuleBlocks(), block.head().key) != nullptr; }

RuleSet LoadRules(const std::vector<Block>& blocks, const Knowledge& knowledge, Diagnostics& diagnostics) {
  return LoadRules(blocks, knowledge, Schema(knowledge), diagnostics);
}

RuleSet LoadRules(const std::vector<Block>& blocks, const Knowledge& knowledge, Schema schema,
                  Diagnostics& diagnostics) {
  return RuleLoader(knowledge, diagnostics).Load(blocks, std::move(schema));
}

}  // namespace docent
