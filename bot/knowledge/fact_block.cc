#include "bot/knowledge/fact_block.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "bot/knowledge/attribute_choice.h"
#include "bot/knowledge/keys.h"
#include "bot/knowledge/loader.h"
#include "bot/knowledge/status.h"
#include "bot/knowledge/whole_file.h"
#include "bot/text/words.h"

namespace docent {
namespace {

bool ReadYes(const Entry& entry, Diagnostics& diagnostics) {
  if (entry.value == "yes" || entry.value == "no") return entry.value == "yes";
  diagnostics.Error(entry.place, "yes-or-no", "\"" + entry.key + "\" is yes or no, not \"" + entry.value + "\"",
                    "write \"" + entry.key + ": yes\", or take the line out");
  return false;
}

int ReadParagraph(const Entry& entry, Diagnostics& diagnostics) {
  int number = 0;
  const char* end = entry.value.data() + entry.value.size();
  const auto [stop, error] = std::from_chars(entry.value.data(), end, number);
  if (error == std::errc() && stop == end && number > 0) return number;
  diagnostics.Error(entry.place, "not-a-number", "\"paragraph\" is a number from 1, not \"" + entry.value + "\"",
                    "count the paragraphs of the source: \"paragraph: 3\"");
  return 0;
}

std::string FoldSpace(std::string_view text) {
  std::string folded;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space) {
      folded += c;
    } else if (!folded.empty() && folded.back() != ' ') {
      folded += ' ';
    }
  }
  return folded;
}

// Reads the keys of one block into one Fact.
class FactReader {
 public:
  FactReader(KnowledgeBuilder& builder, Diagnostics& diagnostics) : builder_(builder), diagnostics_(diagnostics) {}

  void Read(const Block& block, Fact& fact) {
    for (const Entry& entry : block.entries) ReadEntry(entry, fact);
  }

  // "700 people" may come, be met, be what there is, and be those of whom some do something.
  static bool MayCount(Role role) {
    return role == Role::kAmount || role == Role::kFrom || role == Role::kWho || role == Role::kWhom ||
           role == Role::kValue || role == Role::kAmong;
  }

  // Values of one role given in several lines are one slot.
  void AddValues(Fact& fact, Role role, AttributeId attribute, const Entry& entry) {
    if (entry.language != "en") {  // the value in another language: words to be found by
      fact.also.push_back({entry.language, entry.value});
      return;
    }
    Few<Value> values;
    for (const std::string& text : SplitList(entry.value, ";")) {
      values.push_back(builder_.MakeValue(text, attribute, MayCount(role)));
      // What a thing is called for short is a word for it, and not the thing itself.
      const bool is_own = role == Role::kValue && fact.subject != kNone && values.back().entity == fact.subject;
      if (is_own && builder_.knowledge().entities[fact.subject].name != text) values.back().entity = kNone;
      FindDate(role, values.back());
    }
    if (values.empty()) {
      diagnostics_.Error(entry.place, "no-value", "\"" + entry.key + "\" has no value", "write it after the colon");
      return;
    }
    for (Slot& slot : fact.slots) {
      if (slot.role != role || slot.attribute != attribute) continue;
      Few<Value> all = std::move(slot.values);
      for (Value& value : values) all.push_back(std::move(value));
      slot = builder_.MakeSlot(role, attribute, std::move(all));
      return;
    }
    fact.slots.push_back(builder_.MakeSlot(role, attribute, std::move(values)));
  }

 private:
  void ReadEntry(const Entry& entry, Fact& fact) {
    if (entry.key == "says") {
      fact.says.push_back({entry.language, entry.value});
    } else if (entry.key == "also") {
      AddPhrases(entry, ",;", fact.also);
    } else if (entry.key == "denies") {
      AddPhrases(entry, ";,", fact.denies);
    } else if (entry.key == "verb") {
      for (std::string& verb : SplitList(entry.value, ",;")) fact.verbs.push_back(std::move(verb));
    } else if (entry.key == "status") {
      fact.status = ReadStatus(entry, diagnostics_);
    } else if (entry.key == "only") {
      fact.only = ReadYes(entry, diagnostics_);
    } else if (entry.key == "paragraph") {
      fact.paragraph = ReadParagraph(entry, diagnostics_);
    } else if (entry.key == "quote") {
      CheckQuote(entry, fact);
    } else if (entry.key == "test" || entry.key == "never" || entry.key == "open") {
      fact.tests.push_back(ParseContentTest(entry, diagnostics_));
    } else {
      ReadSlot(entry, fact);
    }
  }

  // "January of the article's year" says a month, though not all of it is a date.
  static void FindDate(Role role, Value& value) {
    if ((role != Role::kWhen && role != Role::kWithin) || value.quantity || value.entity != kNone) return;
    const std::vector<Word> words = SplitWords(value.text);
    const std::vector<Quantity> found = FindQuantities(value.text, words);
    if (found.size() != 1 || (found[0].kind != QuantityKind::kDate && found[0].kind != QuantityKind::kSpan)) return;
    // "November to March" is neither month.
    const size_t behind = found[0].span.end + 1;
    const auto other = behind < words.size() ? ParseQuantity(words[behind].text) : std::optional<Quantity>();
    if (other && other->kind == QuantityKind::kDate) return;
    value.quantity = found[0];
  }

  void ReadSlot(const Entry& entry, Fact& fact) {
    const std::optional<Role> role = RoleOfName(entry.key);
    if (role) {
      AddValues(fact, *role, *role == Role::kValue ? fact.attribute : kNone, entry);
      return;
    }
    const BlockKeys& keys = *FindBlock(FactBlocks(), fact.is_event ? "event" : "fact");
    if (entry.key == keys.head || keys.Find(entry.key) != nullptr) return;  // read elsewhere
    const AttributeId attribute = builder_.FindAttribute(entry.key);
    if (attribute != kNone) {
      AddValues(fact, Role::kAttribute, attribute, entry);
      return;
    }
    if (fact.is_event && entry.key == "of") {
      diagnostics_.Error(entry.key_place, "unknown-key", "no key \"of\" in an event",
                         "an event is a thing of its own: say who did it and what was done to what, in \"who:\" and "
                         "\"what:\"; what else is said of it is a fact with \"of: " +
                             builder_.knowledge().entities[fact.subject].name + "\"");
      return;
    }
    if (!fact.is_event && FindBlock(FactBlocks(), "attribute")->Find(entry.key) != nullptr) {
      const std::string& name = builder_.knowledge().attributes[fact.attribute].name;
      diagnostics_.Error(entry.key_place, "unknown-key", "no key \"" + entry.key + "\" in a fact",
                         "it is said once for all facts of that name: write it in a block \"attribute: " + name + "\"");
      return;
    }
    ReportUnknownKey(entry, keys, FactBlocks(), diagnostics_,
                     "see docs/files.md for the keys, or declare it with an \"attribute:\" block");
  }

  static void AddPhrases(const Entry& entry, std::string_view separators, RareList<Phrase>& phrases) {
    for (std::string& text : SplitList(entry.value, separators)) phrases.push_back({entry.language, std::move(text)});
  }

  void CheckQuote(const Entry& entry, const Fact& fact) {
    if (fact.source == kNone) return;
    const std::string& text = builder_.knowledge().sources[fact.source].text;
    if (text.empty() || text.find(FoldSpace(entry.value)) != std::string::npos) return;
    diagnostics_.Error(entry.place, "no-such-quote", "the source's text does not hold this quote",
                       "copy it from the text letter by letter");
  }

  KnowledgeBuilder& builder_;
  Diagnostics& diagnostics_;
};

EntityId SubjectOf(const Block& block, EntityId above, const KnowledgeBuilder& builder, Diagnostics& diagnostics) {
  const Entry* of = block.Find("of");
  if (of == nullptr || block.head().key != "fact") {
    if (above == kNone && block.head().key == "fact") {
      diagnostics.Error(block.head().place, "no-subject", "this fact belongs to no entity",
                        "put it below an \"entity:\" block or name one with \"of:\"");
    }
    return above;
  }
  const EntityId subject = builder.FindEntity(of->value);
  if (subject == kNone) {
    const std::string nearest = NearestOf(of->value, builder.EntityNames());
    diagnostics.Error(of->place, "unknown-entity", "no entity \"" + of->value + "\"",
                      nearest.empty() ? "declare it with an \"entity:\" block" : "did you mean \"" + nearest + "\"?");
  }
  return subject;
}

// `capital: Juneau` in an entity block is a fact of its own.
void AddShortFacts(const Block& block, EntityId subject, SourceId source, KnowledgeBuilder& builder,
                   Diagnostics& diagnostics) {
  FactReader reader(builder, diagnostics);
  const BlockKeys& keys = *FindBlock(FactBlocks(), "entity");
  for (const Entry& entry : block.entries) {
    if (entry.key == keys.head || keys.Find(entry.key) != nullptr) continue;
    const AttributeId attribute = ChooseAttribute(entry.key, subject, entry.value, builder);
    if (attribute == kNone) {
      ReportUnknownKey(entry, keys, FactBlocks(), diagnostics, "declare it with an \"attribute:\" block");
      continue;
    }
    Fact fact;
    fact.place = entry.place;
    fact.subject = subject;
    fact.attribute = attribute;
    fact.source = source;
    fact.slots.push_back(builder.SubjectSlot(subject));
    reader.AddValues(fact, Role::kValue, attribute, entry);
    builder.knowledge().facts.push_back(std::move(fact));
  }
}

}  // namespace

Kind ReadKind(const Entry& entry, Diagnostics& diagnostics) {
  const std::optional<Kind> kind = KindOfName(entry.value);
  if (kind) return *kind;
  diagnostics.Error(
      entry.place, "unknown-kind", "no kind \"" + entry.value + "\"",
      "use money, count, number, share, date, span, person, body, place, name, text, list, reason, manner or flag");
  return Kind::kOpen;
}

std::string ReadSourceText(const std::filesystem::path& path, const Entry& entry, AttachedFiles& attached,
                           Diagnostics& diagnostics) {
  const std::optional<std::string> content = ReadWhole(path);
  if (!content) {
    diagnostics.Error(entry.place, "no-such-file", "the source's text \"" + ShownPath(path) + "\" cannot be read",
                      "name a file relative to this one");
    return {};
  }
  attached.Add(path, *content);
  return FoldSpace(*content);
}

ContentTest ParseContentTest(const Entry& entry, Diagnostics& diagnostics) {
  ContentTest test;
  test.open = entry.key == "open";
  test.never = entry.key == "never" || (test.open && entry.value.find("=>") == std::string::npos);
  test.place = entry.place;
  std::string_view line = entry.value;
  const size_t arrow = line.find("=>");
  if (arrow != std::string_view::npos) test.expected = SplitList(line.substr(arrow + 2), ";");
  std::vector<std::string> turns;
  std::string_view asked = line.substr(0, arrow);
  for (size_t cut = asked.find(" > "); cut != std::string_view::npos; cut = asked.find(" > ")) {
    for (std::string& turn : SplitList(asked.substr(0, cut), "\t")) turns.push_back(std::move(turn));
    asked.remove_prefix(cut + 3);
  }
  for (std::string& turn : SplitList(asked, "\t")) test.question = std::move(turn);
  test.history = std::move(turns);
  if (test.question.empty()) {
    diagnostics.Error(entry.place, "no-question", "this line asks nothing",
                      "write \"question => words of the answer\"");
  } else if (!test.never && test.expected.empty()) {
    diagnostics.Error(entry.place, "no-expectation", "this test does not say what the answer holds",
                      "add \"=> words of the answer\"");
  }
  return test;
}

void AddFactBlock(const Block& block, EntityId subject, SourceId source, KnowledgeBuilder& builder,
                  Diagnostics& diagnostics) {
  if (block.head().key == "entity") {
    if (subject != kNone) AddShortFacts(block, subject, source, builder, diagnostics);
    return;
  }
  Fact fact;
  fact.is_event = block.head().key == "event";
  fact.place = block.head().place;
  fact.source = source;
  fact.subject = SubjectOf(block, subject, builder, diagnostics);
  if (fact.subject == kNone) return;
  if (!fact.is_event) {
    const Entry* value = block.Find("value");
    fact.attribute =
        ChooseAttribute(block.head().value, fact.subject, value == nullptr ? std::string() : value->value, builder);
    if (fact.attribute == kNone) fact.attribute = builder.AttributeNamed(block.head().value);
  }
  fact.slots.push_back(builder.SubjectSlot(fact.subject));
  const size_t errors = diagnostics.errors();
  FactReader(builder, diagnostics).Read(block, fact);
  if (fact.slots.size() < 2 && fact.says.empty()) {
    if (diagnostics.errors() > errors) return;  // what it was to state is told already
    diagnostics.Error(block.head().place, "empty-fact", "this " + block.head().key + " states nothing",
                      "give it a \"value:\", a role or a \"says:\"");
    return;
  }
  builder.knowledge().facts.push_back(std::move(fact));
}

}  // namespace docent
