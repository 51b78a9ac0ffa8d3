#include "bot/commands/limit_options.h"

#include <string>

namespace docent {
namespace {

constexpr char kGroup[] = "Limits (sizes in bytes, times in seconds)";

void AddSize(CLI::App& command, const std::string& flag, size_t& value, const std::string& help) {
  command.add_option(flag, value, help)->capture_default_str()->check(CLI::PositiveNumber)->group(kGroup);
}

void AddTime(CLI::App& command, const std::string& flag, Limits::Seconds& value, const std::string& help) {
  command
      .add_option_function<double>(
          flag, [&value](const double& seconds) { value = Limits::Seconds(seconds); }, help)
      ->default_str(std::to_string(static_cast<long>(value.count())))
      ->check(CLI::PositiveNumber)
      ->group(kGroup);
}

void AddRate(CLI::App& command, const std::string& flag, Rate& value, const std::string& help) {
  command.add_option(flag, value.per_second, help + "; 0: any number")
      ->capture_default_str()
      ->check(CLI::NonNegativeNumber)
      ->group(kGroup);
  command.add_option(flag + "-burst", value.burst, "As many at once on top of " + flag)
      ->capture_default_str()
      ->check(CLI::PositiveNumber)
      ->group(kGroup);
}

}  // namespace

void AddLimitOptions(CLI::App& command, Limits& limits) {
  AddSize(command, "--max-message", limits.message_bytes, "A WebSocket message or an HTTP body");
  AddSize(command, "--max-question", limits.question_characters, "Characters of a question");
  AddSize(command, "--max-history", limits.history_turns, "Earlier turns that count");
  AddSize(command, "--max-steps", limits.question_steps, "Work for one question: see the protocol's limits");
  AddSize(command, "--max-header", limits.header_bytes, "An HTTP request's header");
  AddSize(command, "--max-header-fields", limits.header_fields, "Fields in an HTTP request's header");
  AddSize(command, "--max-connections", limits.connections, "Connections at once");
  AddSize(command, "--max-connections-per-address", limits.connections_per_address, "Connections of one address");
  AddRate(command, "--questions-per-connection", limits.questions_per_connection, "Questions a second, one connection");
  AddRate(command, "--questions-per-address", limits.questions_per_address, "Questions a second, one address");
  AddRate(command, "--work-per-address", limits.work_per_address, "Seconds of work a second, one address");
  AddSize(command, "--answer-memory", limits.answer_bytes, "Answers that each thread remembers");
  AddSize(command, "--max-conversations", limits.conversations, "Conversations remembered at once");
  AddTime(command, "--header-time", limits.header_time, "To send an HTTP request's header");
  AddTime(command, "--body-time", limits.body_time, "To send an HTTP request's body");
  AddTime(command, "--idle-time", limits.idle_time, "Between two HTTP requests");
  AddTime(command, "--websocket-idle", limits.websocket_idle, "Without a sign from a WebSocket, pings included");
  AddTime(command, "--write-time", limits.write_time, "To take one reply");
  AddTime(command, "--drain", limits.drain_time, "From SIGTERM to the end");
}

}  // namespace docent
