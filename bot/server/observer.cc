#include "bot/server/observer.h"

#include <spdlog/spdlog.h>

#include <cmath>
#include <utility>

#include "bot/server/json_writer.h"

namespace docent {
namespace {

std::string Line(const std::string* question, const Answer& answer, const std::string& brain, double seconds) {
  JsonWriter json;
  json.BeginObject().Field("event", "question").Field("status", StatusName(answer.status));
  json.Field("language", answer.language).Key("ms").Number(std::round(seconds * 1e5) / 100).Field("brain", brain);
  json.Key("facts").BeginList();
  for (const AnswerFact& fact : answer.facts) json.String(fact.id);
  json.EndList();
  if (question != nullptr) json.Field("question", *question);
  return json.EndObject().Take();
}

}  // namespace

Observer::Observer(ObserverOptions options, std::unique_ptr<QuestionLog> questions)
    : options_(options), questions_(std::move(questions)) {
  if (questions_) questions_->OnLost([this](size_t rows) { metrics_.CountUnlogged(rows); });
}

void Observer::Answered(const std::string& question, const Answer& answer, const std::string& brain,
                        std::chrono::duration<double> took) {
  metrics_.CountAnswer(answer.status, took);
  if (options_.log_each || options_.log_questions) {
    spdlog::info("{}", Line(options_.log_questions ? &question : nullptr, answer, brain, took.count()));
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
