#include "bot/knowledge/fact.h"

#include <algorithm>
#include <array>

namespace docent {
namespace {

struct KindEntry {
  Kind kind;
  std::string_view name;
};
constexpr std::array<KindEntry, 16> kKinds = {{{Kind::kOpen, "open"},
                                               {Kind::kMoney, "money"},
                                               {Kind::kCount, "count"},
                                               {Kind::kNumber, "number"},
                                               {Kind::kShare, "share"},
                                               {Kind::kDate, "date"},
                                               {Kind::kSpan, "span"},
                                               {Kind::kPerson, "person"},
                                               {Kind::kBody, "body"},
                                               {Kind::kPlace, "place"},
                                               {Kind::kName, "name"},
                                               {Kind::kText, "text"},
                                               {Kind::kList, "list"},
                                               {Kind::kReason, "reason"},
                                               {Kind::kManner, "manner"},
                                               {Kind::kFlag, "flag"}}};

struct RoleEntry {
  Role role;
  std::string_view name;
};
constexpr std::array<RoleEntry, 21> kRoles = {{{Role::kSubject, "subject"},
                                               {Role::kValue, "value"},
                                               {Role::kWho, "who"},
                                               {Role::kWhom, "whom"},
                                               {Role::kWhat, "what"},
                                               {Role::kWith, "with"},
                                               {Role::kWhen, "when"},
                                               {Role::kWithin, "within"},
                                               {Role::kWhere, "where"},
                                               {Role::kTo, "to"},
                                               {Role::kFrom, "from"},
                                               {Role::kWhy, "why"},
                                               {Role::kHow, "how"},
                                               {Role::kAmount, "amount"},
                                               {Role::kExamples, "examples"},
                                               {Role::kIncluding, "including"},
                                               {Role::kAmong, "among"},
                                               {Role::kPhase, "phase"},
                                               {Role::kBy, "by"},
                                               {Role::kTold, "told"},
                                               {Role::kAttribute, "attribute"}}};

std::string_view InLanguage(const std::vector<Phrase>& phrases, std::string_view language) {
  for (const Phrase& phrase : phrases) {
    if (phrase.language == language) return phrase.text;
  }
  return {};
}

}  // namespace

std::string_view KindName(Kind kind) {
  const auto* found =
      std::find_if(kKinds.begin(), kKinds.end(), [&](const KindEntry& entry) { return entry.kind == kind; });
  return found == kKinds.end() ? std::string_view("open") : found->name;
}

std::optional<Kind> KindOfName(std::string_view name) {
  const auto* found =
      std::find_if(kKinds.begin(), kKinds.end(), [&](const KindEntry& entry) { return entry.name == name; });
  if (found == kKinds.end()) return std::nullopt;
  return found->kind;
}

std::string_view RoleName(Role role) {
  const auto* found =
      std::find_if(kRoles.begin(), kRoles.end(), [&](const RoleEntry& entry) { return entry.role == role; });
  return found == kRoles.end() ? std::string_view("attribute") : found->name;
}

std::optional<Role> RoleOfName(std::string_view name) {
  const auto* found =
      std::find_if(kRoles.begin(), kRoles.end(), [&](const RoleEntry& entry) { return entry.name == name; });
  if (found == kRoles.end() || found->role == Role::kSubject || found->role == Role::kAttribute) return std::nullopt;
  return found->role;
}

const Slot* Fact::Find(Role role) const {
  for (const Slot& slot : slots) {
    if (slot.role == role) return &slot;
  }
  return nullptr;
}

std::string_view Fact::Says(std::string_view language) const {
  std::string_view text = InLanguage(says, language);
  if (text.empty()) text = InLanguage(says, "en");
  if (text.empty() && !says.empty()) text = says.front().text;
  return text;
}

std::string_view Entity::NameIn(std::string_view language) const {
  const std::string_view text = language == "en" ? std::string_view() : InLanguage(also, language);
  return text.empty() ? std::string_view(name) : text;
}

std::string_view Source::TitleIn(std::string_view language) const {
  std::string_view text = InLanguage(titles, language);
  if (text.empty()) text = InLanguage(titles, "en");
  return text.empty() ? std::string_view(id) : text;
}

bool Knowledge::IsBelow(TypeId type, TypeId ancestor) const {
  // A chain of parents is short; the bound guards against a circle that an author wrote.
  for (int depth = 0; type != kNone && depth < 32; ++depth, type = types[type].parent) {
    if (type == ancestor) return true;
  }
  return false;
}

std::string Knowledge::NameOf(const Fact& fact) const {
  const std::string_view file = fact.place.file;
  std::string name(file.substr(file.rfind('/') + 1));
  name.append(1, ':').append(std::to_string(fact.place.line));
  if (!fact.is_from_table) return name;
  name.append(1, ':').append(attributes[fact.attribute].name);
  const Slot* when = fact.Find(Role::kWhen);
  if (when != nullptr) name.append(1, ':').append(when->values.front().text.str());
  return name;
}

bool Knowledge::IsA(EntityId entity, TypeId type) const {
  const std::vector<TypeId>& own = entities[entity].types;
  return std::any_of(own.begin(), own.end(), [&](TypeId mine) { return IsBelow(mine, type); });
}

Kind Knowledge::KindOf(EntityId entity) const {
  for (TypeId type : entities[entity].types) {
    for (int depth = 0; type != kNone && depth < 32; ++depth, type = types[type].parent) {
      if (types[type].kind != Kind::kOpen) return types[type].kind;
    }
  }
  return Kind::kOpen;
}

}  // namespace docent
