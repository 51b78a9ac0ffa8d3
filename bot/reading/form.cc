#include "bot/reading/form.h"

#include <algorithm>
#include <array>

#include "bot/reading/contrast.h"
#include "bot/reading/head.h"
#include "bot/reading/marks.h"

namespace docent {
namespace {

Act ActOf(std::string_view name) {
  if (name == "verify") return Act::kVerify;
  if (name == "describe") return Act::kDescribe;
  if (name == "compare") return Act::kCompare;
  if (name == "sum") return Act::kSum;
  if (name == "ratio") return Act::kRatio;
  if (name == "rest") return Act::kRest;
  if (name == "factor") return Act::kFactor;
  return Act::kLookUp;
}

constexpr size_t kFirstWords = 2;  // "has it", "and has it"

// Where the asking begins, behind a statement: "it is not run by the town, so who runs it". 0 if nothing is stated
// first, or what is stated is to be checked: "it is not run by the town, which is right?".
size_t BeginOfAsking(const MarkedQuestion& marked, Act act, const RuleSet& rules) {
  if (act == Act::kVerify) return 0;
  for (size_t i = 1; i < marked.words.size(); ++i) {
    if (HoldsMark(marked, {i - 1, i}, "question word", rules)) return 0;
    if (!marked.words[i].after_break) continue;
    const bool is_joined = HoldsMark(marked, {i, i + 1}, "joins clauses", rules);
    const size_t first = is_joined ? i + 1 : i;
    if (HoldsMark(marked, {first, first + 1}, "question word", rules)) return i;
  }
  return 0;
}

// Whether a figure stands right behind the mention; of one, if it counts something: "only one ship".
bool IsBeforeFigure(const MarkedQuestion& marked, size_t at) {
  if (at + 1 >= marked.mentions.size()) return false;
  const Mention& next = marked.mentions[at + 1];
  const std::optional<Quantity>& figure = next.quantity;
  return figure && (figure->number != 1 || IsBeforeThing(marked, next.span)) &&
         next.span.begin == marked.mentions[at].span.end;
}

// "Only in spring" and "only one", but not "only 14", which is a way of saying that 14 are few.
bool ExcludesOthers(const MarkedQuestion& marked, Act act, const RuleSet& rules) {
  const size_t asking = BeginOfAsking(marked, act, rules);
  for (size_t i = 0; i < marked.mentions.size(); ++i) {
    if (marked.mentions[i].span.begin < asking) continue;
    const bool is_figure = IsBeforeFigure(marked, i);
    if (!is_figure && IsMarked(marked.mentions[i], "only", rules)) return true;
  }
  return false;
}

// What the words around the form add: negation, "only", "already".
void ReadMarks(const MarkedQuestion& marked, const RuleSet& rules, Asked& asked) {
  const WordSpan all = {0, marked.words.size()};
  AppendWordTerms(marked.words, all, asked.words);
  asked.language = marked.language;
  asked.negated = HoldsMark(marked, all, "negation", rules);
  asked.only = ExcludesOthers(marked, asked.act, rules);
  asked.exact = HoldsMark(marked, all, "exactly", rules);
  asked.within = HoldsMark(marked, all, "lies within", rules);
  asked.either = HoldsMark(marked, all, "offers a choice", rules);
  asked.ever = HoldsMark(marked, all, "ever", rules) && !HoldsMark(marked, all, "unequalled", rules);
  asked.of_others = HoldsMark(marked, all, "others", rules);
  asked.of_anybody_else = HoldsMark(marked, all, "anybody else", rules);
  asked.past = HoldsMark(marked, {0, std::min(marked.words.size(), kFirstWords)}, "asks of the past", rules);
  asked.over = HoldsMark(marked, all, "tells of the past", rules);
  asked.was = asked.over || HoldsMark(marked, all, "asks of the past", rules);
  asked.before = HoldsMark(marked, all, "claims of before", rules);
  asked.universal = HoldsMark(marked, all, "universal", rules);
  asked.of_each = HoldsMark(marked, all, "claims of each", rules);
  asked.of_most = HoldsMark(marked, all, "claims of most", rules);
  asked.conditional = HoldsMark(marked, all, "condition", rules);
  asked.ahead = HoldsMark(marked, all, "looks ahead", rules);
  asked.perfect = HoldsMark(marked, all, "already", rules);
  asked.now = HoldsMark(marked, all, "at present", rules);
  asked.having = HoldsMark(marked, all, "asks having", rules);
  asked.of_change = HoldsMark(marked, all, "asks for a change", rules);
  asked.how_often = HoldsMark(marked, all, "asks how often", rules);
  asked.lower = HoldsMark(marked, all, "less", rules);
  asked.all = HoldsMark(marked, all, "asks all", rules);
  asked.sort = HoldsMark(marked, all, "asks sort", rules);
  asked.at_body = HoldsMark(marked, all, "is at a body", rules);
  asked.year = HoldsMark(marked, all, "asks year", rules);
  asked.month = HoldsMark(marked, all, "asks month", rules);
  asked.day = HoldsMark(marked, all, "asks day", rules);
}

// Whether a claim is that something is done, at its very end: "is the school built (yet)"; not "is it to be built", nor
// "is it built of stone".
bool ClaimsToBeDone(const MarkedQuestion& marked, const Asked& asked, const RuleSet& rules) {
  if (asked.act != Act::kVerify || asked.ahead || !HoldsMark(marked, {0, 1}, "asks how it is", rules)) return false;
  if (HoldsMark(marked, {0, marked.words.size()}, "still to be", rules)) return false;
  size_t end = marked.words.size();
  for (size_t i = marked.mentions.size(); i-- > 1; end = marked.mentions[i].span.begin) {
    const Mention& mention = marked.mentions[i];
    if (mention.span.end != end) return false;
    if (IsMarked(mention, "at present", rules) || IsMarked(mention, "already", rules)) continue;
    return IsMarked(mention, "is done", rules) || IsMarked(mention, "is done at the end", rules);
  }
  return false;
}

// Whether a negation stands in a clause that says which things are meant ("teams that are not from there"), and not
// what is said of them ("she says that they are not from there").
bool IsInRelativeClause(const MarkedQuestion& marked, size_t negation, const std::vector<bool>& is_form,
                        const Language& language, const RuleSet& rules) {
  constexpr size_t kMostBetween = 2;  // "that are not", "who has not yet"
  const std::vector<Mention>& mentions = marked.mentions;
  for (size_t i = negation; i-- > 1 && negation - i <= kMostBetween;) {
    if (!IsMarked(mentions[i], "begins relative clause", rules)) continue;
    const Mention& before = mentions[i - 1];
    return before.span.end == mentions[i].span.begin && !is_form[before.span.begin] && !IsVerb(before, language);
  }
  return false;
}

// A negation that belongs to the form negates nothing: "is it not", "建好没有"; nor does one that says what is not
// meant, or what somebody spoke of: "what did she say about a town without a bell".
void ReadNegation(const MarkedQuestion& marked, const Language& language, const RuleSet& rules, Form& form) {
  Asked& asked = form.asked;
  const std::vector<bool>& is_form = form.is_form;
  asked.negated = false;
  const size_t asking = BeginOfAsking(marked, asked.act, rules);
  const auto form_end = static_cast<size_t>(is_form.rend() - std::find(is_form.rbegin(), is_form.rend(), true));
  for (size_t i = 0; i < marked.mentions.size(); ++i) {
    const Mention& mention = marked.mentions[i];
    if (mention.span.begin < asking) continue;
    if (is_form[mention.span.begin] || !IsMarked(mention, "negation", rules)) continue;
    if (form.contrast && form.contrast->Holds(mention.span)) continue;
    if (asked.quotes && mention.span.begin >= form_end) continue;
    asked.negated = true;
    ++asked.negations;
    asked.negates_part = asked.negates_part || IsInRelativeClause(marked, i, is_form, language, rules);
  }
}

bool IsLower(const MarkedQuestion& marked, const std::vector<bool>& is_form, const RuleSet& rules) {
  return std::any_of(marked.mentions.begin(), marked.mentions.end(), [&](const Mention& mention) {
    return is_form[mention.span.begin] && IsMarked(mention, "less", rules);
  });
}

void MarkForm(WordSpan span, std::vector<bool>& is_form) {
  std::fill(is_form.begin() + static_cast<long>(span.begin), is_form.begin() + static_cast<long>(span.end), true);
}

// In the order of their names, whichever way round the template has them.
std::vector<WordSpan> SidesOf(const RuleMatch& match) {
  std::vector<WordSpan> sides;
  for (const std::string_view name : {"first", "second"}) {
    for (const Capture& capture : match.captures) {
      if (capture.slot == name) sides.push_back(capture.span);
    }
  }
  return sides;
}

}  // namespace

Form ReadForm(const RuleMatch& match, const std::vector<Token>& tokens, const MarkedQuestion& marked,
              const Knowledge& knowledge, const Language& language, const RuleSet& rules) {
  Form form;
  form.rule = match.rule;
  form.say = match.rule->say;
  form.asked.act = ActOf(match.rule->act);
  form.asked.kind = match.rule->kind;
  form.asked.role = match.rule->role;
  form.asked.quotes = match.rule->act == "quote";
  form.is_form.assign(marked.words.size(), false);
  ReadMarks(marked, rules, form.asked);
  for (const size_t token : match.literal_tokens) MarkForm(tokens[token].span, form.is_form);
  for (const Capture& capture : match.captures) {
    if (capture.slot == "head" && capture.span.size() > 0) form.head = capture.span;
    if (capture.slot == "form") MarkForm(capture.span, form.is_form);
  }
  // "Who said that it is not so" asks who said it; the negation is his.
  if (form.asked.act != Act::kVerify) form.contrast = FindContrast(marked, rules);
  ReadNegation(marked, language, rules, form);
  if (form.asked.role == Role::kBy) form.asked.negated = false;
  // "Which costs more, the cheapest room or the tour": the form says which way they are held against each other.
  if (form.asked.act == Act::kCompare) form.asked.lower = IsLower(marked, form.is_form, rules);
  form.asked.perfect = form.asked.perfect || ClaimsToBeDone(marked, form.asked, rules);
  form.sides = SidesOf(match);
  if (form.head) form.head = ReadHead(marked, *form.head, knowledge, language, rules, form.asked);
  // "How many more beds": asks by how many, whatever is counted.
  if (form.asked.act == Act::kCompare) form.asked.kind = match.rule->kind;
  return form;
}

Form KeywordForm(const MarkedQuestion& marked, const RuleSet& rules) {
  Form form;
  form.is_form.assign(marked.words.size(), false);
  // "So the rents rose by 8 per cent?": who states a figure and asks wants to know whether it is right.
  const bool asks = marked.text.find('?') != std::string::npos || marked.text.find("？") != std::string::npos;
  const bool states = std::any_of(marked.mentions.begin(), marked.mentions.end(), [](const Mention& mention) {
    return mention.quantity && mention.quantity->kind != QuantityKind::kDate &&
           mention.quantity->kind != QuantityKind::kOrdinal;
  });
  const WordSpan all = {0, marked.words.size()};
  const bool is_sentence = HoldsMark(marked, {0, std::min<size_t>(all.end, 1)}, "begins a claim", rules) ||
                           HoldsMark(marked, all, "finite verb", rules);
  // "More than 20 platforms?", "Aurora 12 metres long?"; but "rooms with fewer than 50 seats?" asks for rooms.
  const bool begins_claim = !marked.mentions.empty() &&
                            (marked.mentions.front().quantity || Has(marked.mentions.front(), MeaningKind::kEntity));
  const bool is_bare = begins_claim && !HoldsMark(marked, all, "question word", rules);
  if (asks && states && (is_sentence || is_bare)) {
    form.asked.act = Act::kVerify;
    form.asked.kind = Kind::kFlag;
  }
  ReadMarks(marked, rules, form.asked);
  if (form.asked.act != Act::kVerify) form.contrast = FindContrast(marked, rules);
  if (form.contrast) form.asked.negated = HoldsMark(marked, {0, form.contrast->begin}, "negation", rules);
  return form;
}

std::string ToString(const Asked& asked) {
  constexpr std::array<std::string_view, 8> kActs = {"look up", "verify", "describe", "compare",
                                                     "sum",     "ratio",  "rest",     "factor"};
  std::string text(kActs[static_cast<size_t>(asked.act)]);
  if (asked.kind != Kind::kOpen) text += " " + std::string(KindName(asked.kind));
  if (asked.role) text += " in role " + std::string(RoleName(*asked.role));
  if (!asked.types.empty()) text += " of " + std::to_string(asked.types.size()) + " types";
  if (asked.negated) text += " negated";
  if (asked.only) text += " only";
  if (asked.ever) text += " ever";
  if (asked.perfect) text += " already";
  if (asked.now) text += " now";
  if (asked.lower) text += " lower";
  return text;
}

}  // namespace docent
