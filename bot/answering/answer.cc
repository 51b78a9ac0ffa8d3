#include "bot/answering/answer.h"

namespace docent {

std::string_view StatusName(Status status) {
  switch (status) {
    case Status::kAnswered:
      return "answered";
    case Status::kClarify:
      return "clarify";
    case Status::kUnknown:
      return "unknown";
  }
  return "";
}

}  // namespace docent
