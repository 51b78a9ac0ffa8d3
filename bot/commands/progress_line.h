// bot/commands/progress_line.h
// One line on a terminal that says how far loading is, for those who wait: nothing in the first second, so that a quick
// start stays quiet, and nothing any more when loading is over.

#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <ostream>
#include <string_view>

#include "bot/knowledge/progress.h"

namespace docent {

class ProgressLine {
 public:
  using Clock = std::chrono::steady_clock;

  // Begins now. Writes to `out`, which must outlive it; `now` tells the time.
  explicit ProgressLine(std::ostream& out, std::function<Clock::time_point()> now = Clock::now);
  ~ProgressLine();  // takes the line away
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // As Progress is told. Written ten times a second at most.
  void Show(std::string_view what, size_t done, size_t all);

 private:
  std::ostream& out_;
  const std::function<Clock::time_point()> now_;
  Clock::time_point next_;  // when it may be written again
  bool is_shown_ = false;
};

// A line on standard error, which goes when the last copy of what is returned does; nothing if that is no terminal.
Progress TerminalProgress();

}  // namespace docent
