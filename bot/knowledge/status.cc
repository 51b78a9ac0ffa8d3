#include "bot/knowledge/status.h"

#include <array>

namespace docent {
namespace {

struct NamedStatus {
  std::string_view name;
  FactStatus status;
};
constexpr std::array<NamedStatus, 5> kStatuses = {{{"done", FactStatus::kDone},
                                                   {"ongoing", FactStatus::kOngoing},
                                                   {"planned", FactStatus::kPlanned},
                                                   {"expected", FactStatus::kExpected},
                                                   {"possible", FactStatus::kPossible}}};

}  // namespace

std::string_view StatusName(FactStatus status) {
  for (const NamedStatus& named : kStatuses) {
    if (named.status == status) return named.name;
  }
  return {};
}

FactStatus ReadStatus(const Entry& entry, Diagnostics& diagnostics) {
  for (const auto& [name, status] : kStatuses) {
    if (entry.value == name) return status;
  }
  diagnostics.Error(entry.place, "unknown-status", "no status \"" + entry.value + "\"",
                    "use done, ongoing, planned, expected or possible");
  return FactStatus::kUnsaid;
}

}  // namespace docent
