// bot/server/server.h
// The service: one port that speaks HTTP and WebSocket, and a worker thread for each core behind it. The thread that
// calls Run() accepts connections and waits for signals; workers do the rest.

#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bot/server/asio_types.h"
#include "bot/server/file_watcher.h"
#include "bot/server/folder_state.h"
#include "bot/server/reloader.h"
#include "bot/server/site.h"
#include "bot/server/worker.h"

namespace docent {

struct ServerOptions {
  std::string host = "127.0.0.1";  // an address or a name
  unsigned short port = 8080;      // 0: the system chooses one
  unsigned threads = 0;            // 0: one for each core
  Policy policy;
  Limits limits;
  TlsFiles tls;
  ObserverOptions observer;
  std::filesystem::path question_log;  // empty: none is kept
  QuestionLogBounds question_log_bounds;
  std::vector<std::filesystem::path> watched;  // folders; a change below them reloads. Empty: none
  FolderState read;                            // of `watched`, when the first Brain was read from them
};

class Server {
 public:
  // Listens from now on. Throws std::runtime_error, saying what to do, if it cannot.
  Server(const ServerOptions& options, std::shared_ptr<const ServedBrain> brain, PageFiles pages, BrainLoader load);
  ~Server();

  // Where it listens: "http://127.0.0.1:8080".
  std::string url() const;
  unsigned short port() const { return acceptor_.local_endpoint().port(); }

  // Serves until SIGTERM, SIGINT or Stop(); then takes no more connections, finishes what is in flight, closes
  // WebSockets with 1001, and returns, at the latest after Limits::drain_time. A second signal ends it at once.
  // SIGHUP reloads.
  void Run();

  // From any thread: as the first signal does.
  void Stop();

 private:
  Task<> AcceptForever();
  Task<> WaitForSignals();
  Task<> WaitForHangups();
  void Reload(Reloader::Done done);
  Task<> Drain();
  void Accept(Socket socket, Worker& worker);

  Site site_;
  Reloader reloader_;           // before workers_, which ask it
  std::deque<Worker> workers_;  // before context_, which may hold a socket just accepted for one of them
  asio::io_context context_;
  asio::ip::tcp::acceptor acceptor_;
  asio::signal_set signals_;
  asio::signal_set hangups_;
  std::optional<FileWatcher> watcher_;
  size_t next_worker_ = 0;
};

}  // namespace docent
