#include "bot/server/server.h"

#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/error.hpp>
#include <chrono>
#include <csignal>
#include <stdexcept>
#include <thread>
#include <utility>

namespace docent {
namespace {

using asio::ip::tcp;

constexpr int kBacklog = 4096;
constexpr size_t kOwnDescriptors = 64;  // files, pipes and the like, beside connections
constexpr std::chrono::milliseconds kPauseWithoutDescriptors(100);

// As many connections as asked for, or as the system allows files; the soft limit is raised to the hard one.
Limits WithinDescriptors(Limits limits) {
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return limits;
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  getrlimit(RLIMIT_NOFILE, &files);
  const size_t room = files.rlim_cur > 2 * kOwnDescriptors ? files.rlim_cur - kOwnDescriptors : kOwnDescriptors;
  if (room < limits.connections) {
    spdlog::warn("this machine allows {} open files: at most {} connections at once", files.rlim_cur, room);
    limits.connections = room;
  }
  return limits;
}

tcp::acceptor Listen(asio::io_context& context, const ServerOptions& options) {
  try {
    const auto found = tcp::resolver(context).resolve(options.host, std::to_string(options.port));
    const tcp::endpoint endpoint = found.begin()->endpoint();
    tcp::acceptor acceptor(context, endpoint.protocol());
    acceptor.set_option(tcp::acceptor::reuse_address(true));
    acceptor.bind(endpoint);
    acceptor.listen(kBacklog);
    return acceptor;
  } catch (const boost::system::system_error& error) {
    throw std::runtime_error("cannot listen on " + options.host + ":" + std::to_string(options.port) + ": " +
                             error.code().message() + " (choose another --host or --port)");
  }
}

unsigned ThreadCount(unsigned asked) { return asked > 0 ? asked : std::max(1U, std::thread::hardware_concurrency()); }

HttpReply RefusalPage(Admission::Refusal refusal) {
  const bool full = refusal == Admission::Refusal::kTooManyInAll;
  return ErrorPage({"", full ? ErrorCode::kOverloaded : ErrorCode::kTooMany,
                    full ? "the server has as many connections as it may" : "too many connections from your address",
                    std::chrono::milliseconds(1000)});
}

}  // namespace

Server::Server(const ServerOptions& options, std::shared_ptr<const ServedBrain> brain, PageFiles pages)
    : site_(WithinDescriptors(options.limits), std::move(brain), std::move(pages), options.allowed_origins),
      acceptor_(Listen(context_, options)),
      signals_(context_, SIGTERM, SIGINT) {
  for (unsigned i = 0; i < ThreadCount(options.threads); ++i) workers_.emplace_back(site_);
}

Server::~Server() = default;

std::string Server::url() const {
  const tcp::endpoint endpoint = acceptor_.local_endpoint();
  const std::string address = endpoint.address().to_string();
  return "http://" + (endpoint.address().is_v6() ? "[" + address + "]" : address) + ":" +
         std::to_string(endpoint.port());
}

void Server::Run() {
  asio::co_spawn(context_, AcceptForever(), asio::detached);
  asio::co_spawn(context_, WaitForSignals(), asio::detached);
  context_.run();
}

void Server::Stop() {
  asio::post(context_, [this] {
    if (!site_.draining.exchange(true)) asio::co_spawn(context_, Drain(), asio::detached);
  });
}

Task<> Server::WaitForSignals() {
  const auto [error, signal] = co_await signals_.async_wait(kAsTuple);
  if (error) co_return;
  Stop();
  const auto [error_again, again] = co_await signals_.async_wait(kAsTuple);
  if (!error_again) context_.stop();
}

Task<> Server::AcceptForever() {
  asio::steady_timer pause(context_);
  for (;;) {
    Worker& worker = workers_[next_worker_++ % workers_.size()];
    auto [error, socket] = co_await acceptor_.async_accept(worker.context(), kAsTuple);
    if (site_.draining || error == asio::error::operation_aborted) co_return;
    if (!error) {
      Accept(std::move(socket), worker);
      continue;
    }
    // Out of descriptors or memory, or the other side is gone already: take a breath instead of spinning.
    if (error != asio::error::connection_aborted) spdlog::warn("cannot accept a connection: {}", error.message());
    pause.expires_after(kPauseWithoutDescriptors);
    co_await pause.async_wait(kAsTuple);
  }
}

void Server::Accept(Socket socket, Worker& worker) {
  SystemError error;
  const tcp::endpoint from = socket.remote_endpoint(error);
  if (error) return;  // gone already
  socket.set_option(tcp::no_delay(true), error);
  Admission::Decision decision = site_.admission.Admit(from.address());
  if (decision.ticket) {
    worker.Serve(std::move(socket), std::move(*decision.ticket));
  } else {
    worker.Refuse(std::move(socket), RefusalPage(*decision.refusal));
  }
}

Task<> Server::Drain() {
  constexpr std::chrono::milliseconds kLook(10);
  const auto deadline = std::chrono::steady_clock::now() + site_.limits.drain_time;
  acceptor_.close();
  for (Worker& worker : workers_) worker.Drain();
  asio::steady_timer timer(context_);
  while (site_.admission.connections() > 0 && std::chrono::steady_clock::now() < deadline) {
    timer.expires_after(kLook);
    co_await timer.async_wait(kAsTuple);
  }
  if (const size_t left = site_.admission.connections(); left > 0) spdlog::warn("{} connections cut off", left);
  context_.stop();
}

}  // namespace docent
