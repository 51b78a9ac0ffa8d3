#include "bot/server/worker.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <chrono>
#include <exception>
#include <utility>

#include "bot/server/http_session.h"
#include "bot/server/websocket_session.h"

namespace docent {
namespace {

constexpr std::chrono::milliseconds kTick(250);
constexpr std::chrono::milliseconds kTickWhileDraining(20);
constexpr int kRefusingAtOnce = 64;  // beyond that, connections are closed without a word

// What went wrong in one connection (memory, most likely) ends that connection only.
void LogFault(const std::exception_ptr& fault) {
  if (!fault) return;
  try {
    std::rethrow_exception(fault);
  } catch (const std::exception& error) {
    spdlog::error("a connection ended: {}", error.what());
  } catch (...) {
    spdlog::error("a connection ended by what is no exception");
  }
}

}  // namespace

Worker::Worker(Site& site, size_t threads)
    : site_(site),
      desk_(site.slot, site.limits, site.observer.get()),
      memories_(std::max<size_t>(1, site.limits.conversations / threads)),
      context_(1),
      turns_(context_),
      background_(site.slot, site.limits, site.observer.get()),
      stay_(context_.get_executor()) {
  asio::co_spawn(context_, TickForever(), LogFault);
  thread_ = std::thread([this] { context_.run(); });
}

Worker::~Worker() {
  Stop();
  thread_.join();
  background_.Stop();
}

void Worker::Serve(Socket socket, Admission::Ticket ticket) {
  asio::co_spawn(context_, ServeConnection(std::move(socket), std::move(ticket)), LogFault);
}

void Worker::Refuse(Socket socket, HttpReply reply) {
  if (site_.tls) return;  // the handshake would cost more than the refusal is worth
  if (refusing_.fetch_add(1) < kRefusingAtOnce) {
    asio::co_spawn(context_, RefuseConnection(std::move(socket), std::move(reply)), [this](std::exception_ptr fault) {
      --refusing_;
      LogFault(fault);
    });
  } else {
    --refusing_;
  }
}

void Worker::Drain() {
  asio::post(context_, [this] {
    for (Session& session : sessions_) session.OnDrain();
  });
}

Task<> Worker::ServeConnection(Socket socket, Admission::Ticket ticket) {
  Allowance allowance(site_.limits.questions_per_connection, ticket);
  std::optional<Handshake> handshake;
  Stream stream = site_.tls ? Stream(std::move(socket), *site_.tls->Current()) : Stream(std::move(socket));
  {
    HttpSession session(std::move(stream), *this, allowance);
    handshake = co_await session.Run();
    if (!handshake) co_return;
    stream = session.TakeStream();
  }
  std::optional<Allowance> behind_proxy;
  if (handshake->ticket) behind_proxy.emplace(site_.limits.questions_per_connection, *handshake->ticket);
  const auto session =
      std::make_shared<WebSocketSession>(std::move(stream), *this, behind_proxy ? *behind_proxy : allowance);
  co_await session->Run(std::move(handshake->request));
}

Task<> Worker::RefuseConnection(Socket socket, HttpReply reply) {
  HttpSession session(Stream(std::move(socket)), *this);
  co_await session.Refuse(std::move(reply));
}

Task<> Worker::TickForever() {
  asio::steady_timer timer(context_);
  for (;;) {
    timer.expires_after(site_.draining ? kTickWhileDraining : kTick);
    co_await timer.async_wait(asio::use_awaitable_t<Executor>());
    const Session::Clock::time_point now = Session::Clock::now();
    while (TellSome(now)) co_await asio::post(context_, asio::use_awaitable_t<Executor>());
  }
}

// Tells the next sessions in turn what time it is, and whether there are more. All of ten thousand at once would keep
// somebody's question waiting for ten milliseconds. Sessions come and go between two calls.
bool Worker::TellSome(Session::Clock::time_point now) {
  constexpr size_t kAtOnce = 64;
  for (size_t i = 0; i < kAtOnce; ++i) {
    if (sessions_.empty() || !sessions_.front().BeginTick(now)) return false;
    Session& session = sessions_.front();
    sessions_.splice(sessions_.end(), sessions_, sessions_.begin());
    session.OnTick(now);
  }
  return true;
}

}  // namespace docent
