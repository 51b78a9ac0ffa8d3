// Halves and quarters of a year, in English.

#include <string_view>
#include <unordered_set>

#include "bot/text/date_parts.h"
#include "bot/text/starters.h"
#include "bot/text/utf8.h"
#include "bot/text/word_table.h"

namespace docent {
namespace {

struct PartOfYear {
  int half = 0;
  int quarter = 0;
  size_t end = 0;
  bool code = false;  // "q1"
};

const WordTable<int>& Ranks() {
  static const WordTable<int> ranks = {{"first", 1}, {"1st", 1}, {"second", 2}, {"2nd", 2}, {"latter", 2},
                                       {"third", 3}, {"3rd", 3}, {"fourth", 4}, {"4th", 4}};
  return ranks;
}

// "first half", "q1"
std::optional<PartOfYear> ReadPart(const Scan& scan, size_t at) {
  const std::string_view word = scan.Text(at);
  if (word.size() == 2 && IsAsciiDigit(word[1])) {
    const int number = word[1] - '0';
    if (word[0] == 'q' && number >= 1 && number <= 4) return PartOfYear{0, number, at + 1, true};
    if (word[0] == 'h' && number >= 1 && number <= 2) return PartOfYear{number, 0, at + 1, true};
  }
  const int rank = Ranks().Find(word).value_or(0);
  if (rank == 0) return std::nullopt;
  if (rank <= 2 && scan.Follows(at + 1, "half")) return PartOfYear{rank, 0, at + 2};
  if (word != "latter" && scan.Follows(at + 1, "quarter")) return PartOfYear{0, rank, at + 2};
  return std::nullopt;
}

// "the year", "this year", "the article's year": words that name no year of their own. "last year" is another claim,
// and stays for the reader of the question.
std::optional<size_t> EndOfUnnamedYear(const Scan& scan, size_t at) {
  if (!scan.Follows(at)) return std::nullopt;
  const std::string_view word = scan.Text(at);
  if (word != "the" && word != "this" && word != "that") return std::nullopt;
  size_t next = at + 1;
  if (scan.Follows(next, "calendar")) ++next;
  if (scan.Follows(next, "year")) return next + 1;
  if (word == "the" && scan.Follows(next) && scan.Follows(next + 1, "'s") && scan.Follows(next + 2, "year")) {
    return next + 3;
  }
  return std::nullopt;
}

// Whether the words before "the first half" with no year behind it speak of time.
bool NamesTime(std::string_view before) {
  static const std::unordered_set<std::string_view> kWords = {"in",    "during", "by",   "for",
                                                              "since", "until",  "from", "of"};
  return kWords.contains(before);
}

}  // namespace

void AddYearPartStarters(WordSet& words) {
  Ranks().AddStarters(words);
  for (const std::string_view code : {"q1", "q2", "q3", "q4", "h1", "h2"}) words.insert(code);
}

std::optional<Quantity> ReadPartOfYear(const Scan& scan, size_t at) {
  const auto make = [&](int year, const PartOfYear& part, size_t end) {
    return MakeDate({.year = year, .half = part.half, .quarter = part.quarter}, at, end);
  };
  // "2018 H1", "2018's first half", "the year's first half"
  const auto year = scan.IsNumber(at) ? YearOf(scan.Text(at)) : std::nullopt;
  const bool unnamed = scan.Text(at) == "the" && scan.Follows(at + 1, "year") && scan.Follows(at + 2, "'s");
  if (year || unnamed) {
    size_t part_at = unnamed ? at + 3 : at + 1;
    if (year && scan.Follows(part_at, "'s")) ++part_at;
    const auto part = scan.Follows(part_at) ? ReadPart(scan, part_at) : std::nullopt;
    return part ? std::optional(make(year.value_or(0), *part, part->end)) : std::nullopt;
  }

  const bool article = scan.Text(at) == "the";
  if (article && !scan.Follows(at + 1)) return std::nullopt;
  const auto part = ReadPart(scan, article ? at + 1 : at);
  if (!part) return std::nullopt;
  const bool of = scan.Follows(part->end, "of") || scan.Follows(part->end, "in");
  const size_t year_at = of ? part->end + 1 : part->end;
  if (scan.FollowsComma(year_at) && scan.IsNumber(year_at)) {
    if (const auto behind = YearOf(scan.Text(year_at))) return make(*behind, *part, year_at + 1);
  }
  if (of) {
    if (const auto end = EndOfUnnamedYear(scan, year_at)) return make(0, *part, *end);
    const bool other_year = scan.Follows(year_at) && scan.Follows(year_at + 1, "year");  // "of last year"
    if (other_year) return make(0, *part, part->end);
  }
  if (scan.Follows(part->end, "year")) return make(0, *part, part->end + 1);
  // "the first half of the match" is no time of the year; "q1" and "in the first quarter" are.
  const bool half_of_thing = part->half != 0 && !part->code && scan.Follows(part->end, "of");
  if (half_of_thing) return std::nullopt;
  const bool timed = part->code || part->quarter != 0 || scan.is_value() || NamesTime(scan.TextBefore(at));
  return timed ? std::optional(make(0, *part, part->end)) : std::nullopt;
}

}  // namespace docent
