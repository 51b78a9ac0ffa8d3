#include "bot/server/metrics.h"

#include <prometheus/text_serializer.h>

#include <sstream>

namespace docent {
namespace {

using prometheus::BuildCounter;
using prometheus::BuildGauge;
using prometheus::BuildHistogram;
using prometheus::Counter;
using prometheus::Family;
using prometheus::Gauge;
using prometheus::Registry;

// Seconds; a question takes about a millisecond, and one of fifty is a nuisance to those beside it.
const prometheus::Histogram::BucketBoundaries kLatencies = {0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005,
                                                            0.01,   0.025,   0.05,   0.1,   0.25,   1};

Family<Counter>& Counters(Registry& registry, const char* name, const char* help) {
  return BuildCounter().Name(name).Help(help).Register(registry);
}

Gauge& OneGauge(Registry& registry, const char* name, const char* help) {
  return BuildGauge().Name(name).Help(help).Register(registry).Add({});
}

}  // namespace

std::string_view ReloadStatusName(ReloadStatus status) {
  switch (status) {
    case ReloadStatus::kReplaced:
      return "replaced";
    case ReloadStatus::kUnchanged:
      return "unchanged";
    case ReloadStatus::kRefused:
      return "refused";
  }
  return "";
}

Metrics::Metrics() {
  auto& questions = Counters(registry_, "docent_questions_total", "Questions that were answered, by status");
  for (size_t i = 0; i < answers_.size(); ++i)
    answers_[i] = &questions.Add({{"status", std::string(StatusName(static_cast<Status>(i)))}});
  auto& errors = Counters(registry_, "docent_errors_total", "Messages that got an error, by code");
  for (size_t i = 0; i < errors_.size(); ++i)
    errors_[i] = &errors.Add({{"code", std::string(CodeName(static_cast<ErrorCode>(i)))}});
  auto& limits = Counters(registry_, "docent_limit_hits_total", "Times that a limit was run into");
  for (size_t i = 0; i < limits_.size(); ++i) limits_[i] = &limits.Add({{"limit", std::string(kLimitNames[i])}});
  auto& reloads = Counters(registry_, "docent_reloads_total", "Reloads of the text files, by what came of them");
  for (size_t i = 0; i < reloads_.size(); ++i)
    reloads_[i] = &reloads.Add({{"result", std::string(ReloadStatusName(static_cast<ReloadStatus>(i)))}});
  auto& feedback = Counters(registry_, "docent_feedback_total", "What askers said of answers");
  feedback_ = {&feedback.Add({{"helpful", "false"}}), &feedback.Add({{"helpful", "true"}})};
  unlogged_ =
      &Counters(registry_, "docent_question_log_lost_total", "Rows that the question log could not take").Add({});
  latency_ = &BuildHistogram()
                  .Name("docent_answer_seconds")
                  .Help("Time to work out one answer")
                  .Register(registry_)
                  .Add({}, kLatencies);
  connections_ = &OneGauge(registry_, "docent_connections", "Open connections");
  facts_ = &OneGauge(registry_, "docent_brain_facts", "Facts that are served");
  rules_ = &OneGauge(registry_, "docent_brain_rules", "Rules that are served");
  entities_ = &OneGauge(registry_, "docent_brain_entities", "Entities that are known");
}

void Metrics::CountAnswer(Status status, std::chrono::duration<double> took) {
  answers_[static_cast<size_t>(status)]->Increment();
  latency_->Observe(took.count());
}

void Metrics::CountError(ErrorCode code) { errors_[static_cast<size_t>(code)]->Increment(); }

std::string Metrics::Page(const Now& now) {
  connections_->Set(static_cast<double>(now.connections));
  facts_->Set(static_cast<double>(now.facts));
  rules_->Set(static_cast<double>(now.rules));
  entities_->Set(static_cast<double>(now.entities));
  std::ostringstream page;
  prometheus::TextSerializer().Serialize(page, registry_.Collect());
  return page.str();
}

}  // namespace docent
