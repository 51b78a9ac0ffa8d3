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

#include "bot/server/http_session.h"

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

constexpr std::chrono::milliseconds kQuietFiles(200);

std::unique_ptr<Observer> MakeObserver(const ServerOptions& options) {
  std::unique_ptr<QuestionLog> questions;
  if (!options.question_log.empty())
    questions = std::make_unique<QuestionLog>(options.question_log, options.question_log_bounds);
  return std::make_unique<Observer>(options.observer, std::move(questions));
}

}  // namespace

Server::Server(const ServerOptions& options, std::shared_ptr<const ServedBrain> brain, PageFiles pages,
               BrainLoader load)
    : site_(WithinDescriptors(options.limits), options.policy, std::move(brain), std::move(pages),
            MakeObserver(options), options.tls.certificate.empty() ? nullptr : std::make_unique<Tls>(options.tls)),
      reloader_(site_.slot, site_.observer->metrics(), std::move(load)),
      acceptor_(Listen(context_, options)),
      signals_(context_, SIGTERM, SIGINT),
      hangups_(context_, SIGHUP) {
  site_.reload = [this](Reloader::Done done) { Reload(std::move(done)); };
  if (!options.watched.empty()) {
    watcher_.emplace(context_, options.watched, kQuietFiles, [this] { Reload([](const ReloadOutcome&) {}); });
    // Loading takes its time, and nobody watched meanwhile.
    if (StateOf(options.watched) != options.read) Reload([](const ReloadOutcome&) {});
  }
  const unsigned threads = ThreadCount(options.threads);
  for (unsigned i = 0; i < threads; ++i) workers_.emplace_back(site_, threads);
}

// The reloader tells workers, and workers ask the reloader: first the one falls silent, then the others end.
Server::~Server() { reloader_.Stop(); }

std::string Server::url() const {
  const tcp::endpoint endpoint = acceptor_.local_endpoint();
  const std::string address = endpoint.address().to_string();
  return (site_.tls ? "https://" : "http://") + (endpoint.address().is_v6() ? "[" + address + "]" : address) + ":" +
         std::to_string(endpoint.port());
}

void Server::Run() {
  asio::co_spawn(context_, AcceptForever(), asio::detached);
  asio::co_spawn(context_, WaitForSignals(), asio::detached);
  asio::co_spawn(context_, WaitForHangups(), asio::detached);
  if (watcher_) asio::co_spawn(context_, watcher_->ReadForever(), asio::detached);
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

Task<> Server::WaitForHangups() {
  for (;;) {
    const auto [error, signal] = co_await hangups_.async_wait(kAsTuple);
    if (error) co_return;
    Reload([](const ReloadOutcome&) {});
  }
}

// The certificate first: it takes no time, and a wrong one is told before anything is replaced.
void Server::Reload(Reloader::Done done) {
  try {
    if (site_.tls) site_.tls->Reread();
  } catch (const std::runtime_error& error) {
    spdlog::error("{}; the old certificate is used on", error.what());
    site_.observer->metrics().CountReload(ReloadStatus::kRefused);
    done({ReloadStatus::kRefused, RefusalReason::kMachine, site_.slot.Current()->brain->hash(), error.what()});
    return;
  }
  reloader_.Request(std::move(done));
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
  const auto& proxies = site_.policy.trusted_proxies;
  const bool is_proxy = std::find(proxies.begin(), proxies.end(), from.address()) != proxies.end();
  Admission::Decision decision =
      is_proxy ? site_.admission.AdmitProxy(from.address()) : site_.admission.Admit(from.address());
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
