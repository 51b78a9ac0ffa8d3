#include "bot/dialogue/members.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

#include "bot/answering/wording.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

constexpr size_t kMostMembers = 12;

// A noun for several things: how many are said to be meant, if it is said, and the words that it takes.
struct Several {
  WordSpan span;
  std::optional<size_t> count;
};

std::optional<size_t> CountOf(const Mention& mention) {
  if (!mention.quantity || mention.quantity->kind != QuantityKind::kNumber) return std::nullopt;
  const double number = mention.quantity->number;
  const bool is_count = mention.quantity->bound == Bound::kExactly && number >= 2 && number <= kMostMembers;
  return is_count ? std::optional(static_cast<size_t>(number)) : std::nullopt;
}

// The noun at `at` with what stands before it: "both wards", "the three wards"; nothing if one ward is meant.
std::optional<Several> SeveralAt(const MarkedQuestion& marked, size_t at, const Brain& brain) {
  Several several{marked.mentions[at].span, {}};
  bool is_limited = false;  // an article or a number stands before it
  while (at > 0 && marked.mentions[at - 1].span.end == several.span.begin) {
    const Mention& before = marked.mentions[--at];
    const std::optional<size_t> count = CountOf(before);
    const bool are_two = IsMarked(before, "all of two", brain.rules());
    if (!count && !are_two && !IsMarked(before, "means one", brain.rules()) &&
        !IsMarked(before, "all of several", brain.rules()))
      break;
    if (are_two) several.count = 2;
    if (count) several.count = count;
    several.span.begin = before.span.begin;
    is_limited = true;
  }
  // "The wards of the old wing" are not all.
  const auto says_which = [&](std::string_view mark) {
    return several.span.end < marked.words.size() &&
           BeginsMark(marked, several.span.end, mark, brain.vocabulary(), brain.rules());
  };
  const bool are_all = IsPlural(marked.words[several.span.end - 1]) && !says_which("says of what") &&
                       !says_which("says which one") && !says_which("says of which");
  const bool is_several = several.count || are_all;
  return is_limited && is_several ? std::optional(several) : std::nullopt;
}

// The entities that the one fact of the attribute lists; empty if there are several facts, or other values.
std::vector<EntityId> ListedUnder(AttributeId attribute, const Brain& brain) {
  const std::span<const RowId> rows = brain.rows().Of(attribute);
  std::vector<EntityId> listed;
  if (rows.size() > kMostMembers) return listed;
  for (const RowId id : rows) {
    const Row row = brain.rows().At(id);
    if (row.fact != brain.rows().At(rows.front()).fact || row.value->entity == kNone) return {};
    listed.push_back(row.value->entity);
  }
  return listed;
}

std::vector<EntityId> MembersOf(const Mention& noun, const Brain& brain) {
  for (const Meaning& meaning : noun.meanings) {
    if (meaning.kind == MeaningKind::kType) {
      const std::span<const EntityId> members = brain.rows().Members(static_cast<TypeId>(meaning.id));
      if (members.size() > 1 && members.size() <= kMostMembers) return {members.begin(), members.end()};
    } else if (meaning.kind == MeaningKind::kAttribute) {
      std::vector<EntityId> listed = ListedUnder(static_cast<AttributeId>(meaning.id), brain);
      if (listed.size() > 1 && listed.size() <= kMostMembers) return listed;
    }
  }
  return {};
}

struct Members {
  Several several;
  std::vector<EntityId> entities;
};

// What the first noun stands for that stands for several things.
std::optional<Members> MembersIn(const Inquiry& inquiry, const Brain& brain) {
  const MarkedQuestion& marked = inquiry.marked;
  for (size_t i = 0; i < marked.mentions.size(); ++i) {
    const std::optional<Several> several = SeveralAt(marked, i, brain);
    if (!several) continue;
    std::vector<EntityId> entities = MembersOf(marked.mentions[i], brain);
    if (entities.empty() || entities.size() < several->count.value_or(2)) continue;
    return Members{*several, std::move(entities)};
  }
  return std::nullopt;
}

}  // namespace

QuestionsOfMembers AskedOfMembers(const Inquiry& inquiry, const Brain& brain) {
  const std::optional<Members> members = MembersIn(inquiry, brain);
  if (!members) return {};
  const MarkedQuestion& marked = inquiry.marked;
  const size_t from = marked.words[members->several.span.begin].begin;
  const size_t to = marked.words[members->several.span.end - 1].end;
  QuestionsOfMembers asked;
  asked.count = members->several.count;
  for (const EntityId member : members->entities) {
    asked.questions.push_back(
        {member, marked.text.substr(0, from) + brain.knowledge().entities[member].name + marked.text.substr(to)});
  }
  return asked;
}

std::string ComparisonOfMembers(const Inquiry& inquiry, const Brain& brain) {
  const MarkedQuestion& marked = inquiry.marked;
  if (!HoldsMark(marked, {0, marked.words.size()}, "holds two against each other", brain.rules())) return {};
  const std::optional<Members> members = MembersIn(inquiry, brain);
  if (!members || members->entities.size() != 2 || members->several.span.begin == 0) return {};
  // "Which of the two wards": without the "of".
  const size_t before = members->several.span.begin - 1;
  if (!HoldsMark(marked, {before, before + 1}, "parts a whole", brain.rules())) return {};
  const auto name = [&](size_t i) { return brain.knowledge().entities[members->entities[i]].name; };
  const size_t from = marked.words[before].begin;
  const size_t to = marked.words[members->several.span.end - 1].end;
  return marked.text.substr(0, from) + marked.text.substr(to, marked.words.back().end - to) + ", " + name(0) + " " +
         Say(brain.language(), "or", marked.language) + " " + name(1);
}

}  // namespace docent
