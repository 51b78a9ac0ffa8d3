// Seasons and the stages of a year, in English.

#include <string_view>

#include "bot/text/date_parts.h"
#include "bot/text/starters.h"
#include "bot/text/word_table.h"

namespace docent {
namespace {

const WordTable<Date>& Seasons() {
  static const WordTable<Date> seasons = {{"spring", {.season = 1}},
                                          {"summer", {.season = 2}},
                                          {"autumn", {.season = 3}},
                                          {"fall", {.season = 3}},
                                          {"winter", {.season = 4}}};
  return seasons;
}

// Right before the year.
const WordTable<Date>& Stages() {
  static const WordTable<Date> stages = {{"early", {.stage = 1}}, {"mid", {.stage = 2}}, {"late", {.stage = 3}}};
  return stages;
}

// Before "of".
const WordTable<Date>& StagesOf() {
  static const WordTable<Date> stages = {{"beginning", {.stage = 1}},
                                         {"start", {.stage = 1}},
                                         {"middle", {.stage = 2}},
                                         {"end", {.stage = 3}},
                                         {"close", {.stage = 3}}};
  return stages;
}

}  // namespace

void AddSeasonStarters(WordSet& words) {
  Seasons().AddStarters(words);
  Stages().AddStarters(words);
  StagesOf().AddStarters(words);
}

std::optional<Quantity> ReadSeason(const Scan& scan, size_t at) {
  const size_t named = scan.Text(at) == "the" && scan.Follows(at + 1) ? at + 1 : at;
  const std::string_view word = scan.Text(named);
  const bool has_of = scan.Follows(named + 1, "of");
  std::optional<Date> date = Seasons().Find(word);
  if (!date) date = has_of ? StagesOf().Find(word) : Stages().Find(word);
  const size_t year_at = has_of ? named + 2 : named + 1;
  if (!date || !scan.Follows(year_at) || !scan.IsNumber(year_at)) return std::nullopt;
  const auto year = YearOf(scan.Text(year_at));
  if (!year) return std::nullopt;
  date->year = *year;
  return MakeDate(*date, at, year_at + 1);
}

}  // namespace docent
