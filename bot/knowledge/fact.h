// bot/knowledge/fact.h
// What fact files say, as values. A fact is a frame: an attribute (or, for an event, a verb) and slots that hold
// its subject, its value and its qualifiers, each typed. A question asks for one slot and gives others, so that
// looking up, looking up in reverse and checking a claim are the same operation on the same record.
//
// Everything refers to everything by index into the vectors of Knowledge. Plain values; const once loaded.

#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/knowledge/attached_files.h"
#include "bot/knowledge/diagnostic.h"
#include "bot/knowledge/few.h"
#include "bot/knowledge/rare_list.h"
#include "bot/knowledge/shared.h"
#include "bot/knowledge/shared_text.h"
#include "bot/text/quantity.h"

namespace docent {

using EntityId = uint32_t;
using TypeId = uint32_t;
using AttributeId = uint32_t;
using FactId = uint32_t;
using SourceId = uint32_t;
inline constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();

// What kind of answer a slot holds, and what kind a question asks for (after Li and Roth 2002).
enum class Kind : uint8_t {
  kOpen,  // not said
  kMoney,
  kCount,
  kNumber,
  kShare,
  kDate,
  kSpan,  // a length of time
  kPerson,
  kBody,  // an organisation
  kPlace,
  kName,
  kText,
  kList,
  kReason,
  kManner,
  kFlag,  // yes or no
};
std::string_view KindName(Kind kind);  // "money", ...
std::optional<Kind> KindOfName(std::string_view name);

enum class Role : uint8_t {
  kSubject,
  kValue,
  kWho,
  kWhom,
  kWhat,
  kWith,
  kWhen,
  kWithin,
  kWhere,
  kTo,
  kFrom,
  kWhy,
  kHow,
  kAmount,
  kExamples,
  kIncluding,
  kAmong,
  kPhase,
  kBy,
  kTold,
  kAttribute,  // a declared attribute used as a qualifier; Slot::attribute says which
};
std::string_view RoleName(Role role);                   // "subject", "value", "who", ...
std::optional<Role> RoleOfName(std::string_view name);  // not for subject and attribute

enum class FactStatus : uint8_t { kUnsaid, kDone, kOngoing, kPlanned, kExpected, kPossible };

// A text in one language: "en" unless the key said otherwise.
struct Phrase {
  std::string language;
  std::string text;
};

struct Value {
  SharedText text;            // as written
  EntityId entity = kNone;    // the entity it names, if it names one
  Shared<Quantity> quantity;  // if all of it is a quantity
};

struct Slot {
  Role role = Role::kValue;
  Kind kind = Kind::kOpen;        // declared, or read from the values
  AttributeId attribute = kNone;  // for kValue the fact's own attribute, for kAttribute the one used as a role
  Few<Value> values;              // never empty
};

struct ContentTest {
  std::vector<std::string> history;  // earlier turns
  std::string question;
  std::vector<std::string> expected;  // words that the answer holds; empty for `never`
  bool never = false;
  bool open = false;  // known not to be answered as it should; reported, not failed
  KeptPlace place;
};

struct Fact {
  EntityId subject = kNone;
  AttributeId attribute = kNone;
  SourceId source = kNone;
  int paragraph = 0;
  FactStatus status = FactStatus::kUnsaid;
  bool is_event = false;
  bool is_from_table = false;
  bool only = false;            // the values are all there are
  RareList<std::string> verbs;  // of an event
  std::vector<Slot> slots;      // the first is the subject
  RareList<Phrase> also;
  RareList<Phrase> denies;
  std::vector<Phrase> says;
  RareList<ContentTest> tests;
  KeptPlace place;

  // The slot of this role, or nullptr.
  const Slot* Find(Role role) const;
  // The sentence in `language`, else in English, else in any; empty if there is none.
  std::string_view Says(std::string_view language) const;
};

struct Entity {
  std::string name;
  std::vector<Phrase> also;  // other names; without `name`
  std::vector<TypeId> types;
  bool is_event = false;
  KeptPlace place;

  // Its name in `language`, else its name.
  std::string_view NameIn(std::string_view language) const;
};

struct Type {
  std::string name;
  std::vector<Phrase> also;
  TypeId parent = kNone;
  Kind kind = Kind::kOpen;  // person, body or place if its name or an ancestor's says so
};

struct Attribute {
  std::string name;
  Kind kind = Kind::kOpen;
  std::vector<Phrase> also;
  std::vector<Phrase> reverse;
  std::vector<Phrase> high;  // "longest": the extreme with the largest value
  std::vector<Phrase> low;
  std::string unit;
  TypeId of = kNone;
  TypeId to = kNone;
  bool is_default = false;  // what "big" means for its `of` type
  bool declared = false;
};

struct Source {
  std::string id;
  std::vector<Phrase> titles;
  std::vector<Phrase> also;
  std::string publisher;
  std::string note;
  std::string text;  // the content of its text file, for checking quotes

  std::string_view TitleIn(std::string_view language) const;
};

struct Knowledge {
  std::vector<Source> sources;
  std::vector<Type> types;
  std::vector<Attribute> attributes;
  std::vector<Entity> entities;
  std::vector<Fact> facts;
  AttachedFiles attached;

  // By its place: "companies.facts:12"; of a table, whose lines hold many facts, "companies.csv:12:founder", or
  // "companies.csv:12:staff:2024".
  std::string NameOf(FactId fact) const { return NameOf(facts[fact]); }
  std::string NameOf(const Fact& fact) const;
  // Whether `entity` is of `type` or of a type below it.
  bool IsA(EntityId entity, TypeId type) const;
  // Whether `type` is `ancestor` or below it.
  bool IsBelow(TypeId type, TypeId ancestor) const;
  // What kind of thing an entity is: person, body, place, or open.
  Kind KindOf(EntityId entity) const;
};

}  // namespace docent
