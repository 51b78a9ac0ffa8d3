// bot/server/metrics.h
// What the service counts of itself, and the page that Prometheus reads. All names and labels are
// made at the start: nothing that strangers send can add one. Thread-safe.

#pragma once

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <array>
#include <chrono>
#include <string>

#include "bot/answering/answer.h"
#include "bot/server/limits.h"
#include "bot/server/protocol.h"

namespace docent {

enum class ReloadStatus { kReplaced, kUnchanged, kRefused };

// "replaced", "unchanged", "refused".
std::string_view ReloadStatusName(ReloadStatus status);

class Metrics {
 public:
  Metrics();

  void CountAnswer(Status status, std::chrono::duration<double> took);
  void CountError(ErrorCode code);
  void CountLimit(Limit limit) { limits_[static_cast<size_t>(limit)]->Increment(); }
  void CountReload(ReloadStatus status) { reloads_[static_cast<size_t>(status)]->Increment(); }
  void CountFeedback(bool helpful) { feedback_[helpful ? 1 : 0]->Increment(); }
  void CountUnlogged(size_t rows) { unlogged_->Increment(static_cast<double>(rows)); }

  // What is so now, told when the page is asked for.
  struct Now {
    size_t connections = 0;
    size_t facts = 0;
    size_t rules = 0;
    size_t entities = 0;
  };

  // In Prometheus' text format 0.0.4.
  std::string Page(const Now& now);

 private:
  prometheus::Registry registry_;
  std::array<prometheus::Counter*, 3> answers_{};
  std::array<prometheus::Counter*, 7> errors_{};
  std::array<prometheus::Counter*, kLimitNames.size()> limits_{};
  std::array<prometheus::Counter*, 3> reloads_{};
  std::array<prometheus::Counter*, 2> feedback_{};
  prometheus::Counter* unlogged_;
  prometheus::Histogram* latency_;
  prometheus::Gauge* connections_;
  prometheus::Gauge* facts_;
  prometheus::Gauge* rules_;
  prometheus::Gauge* entities_;
};

}  // namespace docent
