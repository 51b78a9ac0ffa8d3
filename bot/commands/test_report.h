// bot/commands/test_report.h
// The results of test lines in the forms that people and programs read.

#pragma once

#include <string>
#include <vector>

#include "bot/commands/astray.h"
#include "bot/dialogue/content_test.h"

namespace docent {

// "earlier turn > question", as the files write it.
std::string Asked(const ContentTest& test);

// The words that the answer is to hold, or that there is to be none.
std::string Expected(const ContentTest& test);

struct JudgedReport {
  TestReport report;
  std::vector<Astray> astray;  // of each result; empty where it passed
};

// Finds out where each failed question of `report` went astray.
JudgedReport Judge(TestReport report, const std::shared_ptr<const Brain>& brain);

// What failed: asked, expected, answered, where it went astray; then the counts. With everything, also what passed.
enum class Shown { kFailures, kEverything };
std::string ToText(const JudgedReport& judged, Shown shown);

std::string ToJson(const JudgedReport& judged);

// JUnit's XML, which continuous integration reads: a suite for each file; `open:` lines that fail are skipped tests.
std::string ToJUnit(const JudgedReport& judged);

}  // namespace docent
