// Findings that are worked out of figures: what they differ by or add up to, what share one is of another, how much
// time lies between two dates.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/answering/figure.h"
#include "bot/answering/finding.h"

namespace docent {

class FigureResult {
 public:
  // The results are worded in `language`, "en" or "zh"; both must outlive them.
  FigureResult(const Brain& brain, const std::string& language) : brain_(brain), language_(language) {}

  // The saying with its parts filled in, standing on the facts of the figures.
  Finding Answered(const std::string& saying, const std::map<std::string, std::string>& parts,
                   const std::vector<Figure>& figures) const;

  // A number of a unit by a saying with {number}: "The difference is 6 billion yuan". Of figures that are not exact it
  // is not exact either.
  Finding Number(const std::string& saying, double number, const std::string& unit,
                 const std::vector<Figure>& figures) const;

  Finding Difference(const Figure& first, const Figure& second) const;

  // Unknown if it is not known how much time lies between the two dates. `in_days`: told in days, if both are known to
  // the day.
  Finding TimeBetween(const Figure& first, const Figure& second, bool in_days) const;

  // As a percentage, rounded.
  Finding Share(double share, const std::vector<Figure>& figures) const;

  // How many times as much: rounded, below ten to one decimal.
  Finding Factor(double factor, const std::vector<Figure>& figures) const;

  // "About" before what is shown, unless all figures are exact.
  std::string AsExact(const std::string& shown, const std::vector<Figure>& figures) const;

 private:
  std::string Shown(double number, const std::string& unit) const;

  const Brain& brain_;
  const std::string& language_;
};

// The number as a value of an answer.
AnswerValue NumberValue(double number, const std::string& unit);

}  // namespace docent
