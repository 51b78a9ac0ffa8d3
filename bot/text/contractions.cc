#include "bot/text/contractions.h"

#include <algorithm>
#include <array>

namespace docent {
namespace {

struct Verb {
  std::string_view contracted;  // what stands before n't
  std::string_view whole;
};

constexpr std::array kNegatable = {
    Verb{"ai", "is"},       Verb{"are", "are"},       Verb{"ca", "can"},    Verb{"could", "could"},
    Verb{"dare", "dare"},   Verb{"did", "did"},       Verb{"do", "do"},     Verb{"does", "does"},
    Verb{"had", "had"},     Verb{"has", "has"},       Verb{"have", "have"}, Verb{"is", "is"},
    Verb{"might", "might"}, Verb{"must", "must"},     Verb{"need", "need"}, Verb{"ought", "ought"},
    Verb{"sha", "shall"},   Verb{"should", "should"}, Verb{"was", "was"},   Verb{"were", "were"},
    Verb{"wo", "will"},     Verb{"would", "would"},
};

struct Ending {
  std::string_view letters;
  std::string_view word;
};

constexpr std::array kEndings = {
    Ending{"s", "'s"},    Ending{"re", "are"}, Ending{"ll", "will"},
    Ending{"ve", "have"}, Ending{"m", "am"},   Ending{"d", "would"},
};

struct Unmarked {
  std::string_view piece;
  Contraction meaning;
};

// Sorted. Pieces that are words of their own without the apostrophe (its, were, well, hell, ill, shell, id, wed, lets)
// are not here.
constexpr std::array kUnmarked = {
    Unmarked{"cannot", {"can", "not", 3}},   Unmarked{"cant", {"can", "not", 3}},
    Unmarked{"havent", {"have", "not", 4}},  Unmarked{"heres", {"here", "'s", 4}},
    Unmarked{"hes", {"he", "'s", 2}},        Unmarked{"hows", {"how", "'s", 3}},
    Unmarked{"im", {"i", "am", 1}},          Unmarked{"itll", {"it", "will", 2}},
    Unmarked{"ive", {"i", "have", 1}},       Unmarked{"shes", {"she", "'s", 3}},
    Unmarked{"thats", {"that", "'s", 4}},    Unmarked{"theres", {"there", "'s", 5}},
    Unmarked{"theyll", {"they", "will", 4}}, Unmarked{"theyre", {"they", "are", 4}},
    Unmarked{"theyve", {"they", "have", 4}}, Unmarked{"weve", {"we", "have", 2}},
    Unmarked{"whats", {"what", "'s", 4}},    Unmarked{"whens", {"when", "'s", 4}},
    Unmarked{"wheres", {"where", "'s", 5}},  Unmarked{"whos", {"who", "'s", 3}},
    Unmarked{"whys", {"why", "'s", 3}},      Unmarked{"youll", {"you", "will", 3}},
    Unmarked{"youre", {"you", "are", 3}},    Unmarked{"youve", {"you", "have", 3}},
};

static_assert(std::is_sorted(kUnmarked.begin(), kUnmarked.end(),
                             [](const Unmarked& a, const Unmarked& b) { return a.piece < b.piece; }));

struct Short {
  std::string_view piece;
  std::string_view word;
};

// Sorted. None is a word or a name of its own.
constexpr std::array kShort = {
    Short{"abt", "about"},
    Short{"amt", "amount"},
    Short{"bcos", "because"},
    Short{"bcz", "because"},
    Short{"btwn", "between"},
    Short{"coz", "because"},
    Short{"cuz", "because"},
    Short{"dept", "department"},
    Short{"govt", "government"},
    Short{"hrs", "hours"},
    Short{"intl", "international"},
    Short{"mgmt", "management"},
    Short{"mgr", "manager"},
    Short{"mny", "many"},
    Short{"mths", "months"},
    Short{"peeps", "people"},
    Short{"pls", "please"},
    Short{"plz", "please"},
    Short{"ppl", "people"},
    Short{"tho", "though"},
    Short{"thru", "through"},
    Short{"thx", "thanks"},
    Short{"u", "you"},
    Short{"ur", "your"},
    Short{"wat", "what"},
    Short{"whn", "when"},
    Short{"whr", "where"},
    Short{"wht", "what"},
    Short{"wks", "weeks"},
    Short{"wut", "what"},
    Short{"yr", "year"},
    Short{"yrs", "years"},
};

static_assert(std::is_sorted(kShort.begin(), kShort.end(),
                             [](const Short& a, const Short& b) { return a.piece < b.piece; }));

const Verb* FindNegatable(std::string_view contracted) {
  const auto* found = std::find_if(kNegatable.begin(), kNegatable.end(),
                                   [&](const Verb& verb) { return verb.contracted == contracted; });
  return found == kNegatable.end() ? nullptr : found;
}

}  // namespace

Contraction UnmarkedContraction(std::string_view piece) {
  if (piece.size() < 2 || piece.size() > 8) return {};
  const auto* found = std::lower_bound(kUnmarked.begin(), kUnmarked.end(), piece,
                                       [](const Unmarked& a, std::string_view b) { return a.piece < b; });
  if (found != kUnmarked.end() && found->piece == piece) return found->meaning;
  if (!piece.ends_with("nt")) return {};
  const std::string_view base = piece.substr(0, piece.size() - 2);
  const Verb* verb = FindNegatable(base);
  if (verb == nullptr) return {};
  return {verb->whole, "not", base.size()};
}

std::string_view ShortFor(std::string_view piece) {
  const auto* found = std::lower_bound(kShort.begin(), kShort.end(), piece,
                                       [](const Short& a, std::string_view b) { return a.piece < b; });
  return found != kShort.end() && found->piece == piece ? found->word : std::string_view();
}

Contraction MarkedContraction(std::string_view head, std::string_view tail) {
  if (tail == "t") {
    if (!head.ends_with('n')) return {};
    // "can't" keeps the n of its verb: it is its own.
    if (head == "can") return {"can", "not", 3};
    const std::string_view base = head.substr(0, head.size() - 1);
    const Verb* verb = FindNegatable(base);
    if (verb == nullptr) return {};
    return {verb->whole, "not", base.size()};
  }
  const auto* ending =
      std::find_if(kEndings.begin(), kEndings.end(), [&](const Ending& e) { return e.letters == tail; });
  if (ending == kEndings.end()) return {};
  return {head, ending->word, head.size()};
}

}  // namespace docent
