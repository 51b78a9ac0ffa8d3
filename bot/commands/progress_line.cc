#include "bot/commands/progress_line.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <utility>

namespace docent {
namespace {

constexpr std::chrono::seconds kQuiet{1};
constexpr std::chrono::milliseconds kBetween{100};
constexpr std::string_view kEmptyLine = "\r\033[K";

}  // namespace

ProgressLine::ProgressLine(std::ostream& out, std::function<Clock::time_point()> now)
    : out_(out), now_(std::move(now)), next_(now_() + kQuiet) {}

ProgressLine::~ProgressLine() {
  if (is_shown_) out_ << kEmptyLine << std::flush;
}

void ProgressLine::Show(std::string_view what, size_t done, size_t all) {
  const Clock::time_point now = now_();
  if (now < next_) return;
  next_ = now + kBetween;
  is_shown_ = true;
  out_ << kEmptyLine << "loading: " << what << ", " << 100 * done / std::max<size_t>(all, 1) << " %" << std::flush;
}

Progress TerminalProgress() {
  if (isatty(STDERR_FILENO) == 0) return {};
  const auto line = std::make_shared<ProgressLine>(std::cerr);
  return [line](std::string_view what, size_t done, size_t all) { line->Show(what, done, all); };
}

}  // namespace docent
