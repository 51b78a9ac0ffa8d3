// bot/commands/borrowing_report.h
// What LeaveOneOut found, in the forms that people and programs read.

#pragma once

#include <string>

#include "bot/dialogue/leave_one_out.h"

namespace docent {

// Each borrowing: the fact that was taken away, asked, expected, answered, from which facts; then the counts.
std::string ToText(const LeaveOneOutReport& report);
std::string ToJson(const LeaveOneOutReport& report);  // with the steps to each answer

}  // namespace docent
