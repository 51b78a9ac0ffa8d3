// bot/server/observer.h
// What is told of the service's work: counted, logged a line a question if wanted, and kept in the question log if
// there is one. No addresses anywhere, and no question's text in the log unless asked for. Thread-safe.

#pragma once

#include <spdlog/logger.h>

#include <chrono>
#include <memory>
#include <string>

#include "bot/answering/answer.h"
#include "bot/server/metrics.h"
#include "bot/server/protocol.h"
#include "bot/server/question_log.h"

namespace docent {

struct ObserverOptions {
  bool log_each = false;       // one line of JSON in the log for each question
  bool log_questions = false;  // with the question's text
};

class Observer {
 public:
  // Without a question log (nullptr) none is kept.
  explicit Observer(ObserverOptions options, std::unique_ptr<QuestionLog> questions = nullptr);

  void Answered(const std::string& question, const Answer& answer, const std::string& brain,
                std::chrono::duration<double> took);
  void Failed(const ProtocolError& error);
  void Heard(const Feedback& feedback, const std::string& brain);

  Metrics& metrics() { return metrics_; }

 private:
  void Keep(QuestionRow row);

  const ObserverOptions options_;
  const std::shared_ptr<spdlog::logger> lines_;
  Metrics metrics_;
  std::unique_ptr<QuestionLog> questions_;
};

}  // namespace docent
