#include "bot/server/observer.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <array>
#include <cmath>
#include <ctime>
#include <utility>

#include "bot/server/json_writer.h"

namespace docent {
namespace {

// Lines that are JSON and nothing else, beside the log's other lines.
std::shared_ptr<spdlog::logger> QuestionLines() {
  constexpr char kName[] = "questions";
  if (std::shared_ptr<spdlog::logger> there = spdlog::get(kName)) return there;
  std::shared_ptr<spdlog::logger> made = spdlog::stderr_logger_mt(kName);
  made->set_pattern("%v");
  return made;
}

// RFC 3339, in UTC.
std::string Now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

std::string Line(const std::string* question, const Answer& answer, const std::string& brain, double seconds) {
  JsonWriter json;
  json.BeginObject().Field("time", Now()).Field("event", "question").Field("status", StatusName(answer.status));
  json.Field("language", answer.language).Key("ms").Number(std::round(seconds * 1e5) / 100).Field("brain", brain);
  json.Key("facts").BeginList();
  for (const AnswerFact& fact : answer.facts) json.String(fact.id);
  json.EndList();
  if (question != nullptr) json.Field("question", *question);
  return json.EndObject().Take();
}

}  // namespace

Observer::Observer(ObserverOptions options, std::unique_ptr<QuestionLog> questions)
    : options_(options), lines_(QuestionLines()), questions_(std::move(questions)) {
  if (questions_) questions_->OnLost([this](size_t rows) { metrics_.CountUnlogged(rows); });
}

void Observer::Answered(const std::string& question, const Answer& answer, const std::string& brain,
                        std::chrono::duration<double> took) {
  metrics_.CountAnswer(answer.status, took);
  if (options_.log_each || options_.log_questions) {
    lines_->info("{}", Line(options_.log_questions ? &question : nullptr, answer, brain, took.count()));
  }
  if (answer.status == Status::kUnknown) Keep({"unknown", question, answer.language, answer.missing, brain});
}

void Observer::Failed(const ProtocolError& error) {
  metrics_.CountError(error.code);
  if (error.limit) metrics_.CountLimit(*error.limit);
}

void Observer::Heard(const Feedback& feedback, const std::string& brain) {
  metrics_.CountFeedback(feedback.helpful);
  if (!feedback.helpful) Keep({"unhelpful", feedback.question, "", {}, brain});
}

void Observer::Keep(QuestionRow row) {
  if (questions_) questions_->Add(std::move(row));
}

}  // namespace docent
