#include "bot/server/thread_priority.h"

#include <spdlog/spdlog.h>
#include <sys/resource.h>
#include <unistd.h>

namespace docent {

void YieldToServingThreads() {
  constexpr int kNicer = 5;  // than the program, which may have been started as a nice one itself
  const auto thread = static_cast<id_t>(gettid());
  if (setpriority(PRIO_PROCESS, thread, getpriority(PRIO_PROCESS, thread) + kNicer) != 0)
    spdlog::debug("cannot be nicer");
}

}  // namespace docent
