#include "bot/server/background_desk.h"

#include "bot/server/thread_priority.h"

namespace docent {

BackgroundDesk::BackgroundDesk(const BrainSlot& slot, const Limits& limits, Observer* observer)
    : desk_(slot, limits, observer), context_(1), turns_(context_), stay_(context_.get_executor()), thread_([this] {
        YieldToServingThreads();
        context_.run();
      }) {}

BackgroundDesk::~BackgroundDesk() { Stop(); }

void BackgroundDesk::Stop() {
  context_.stop();
  if (thread_.joinable()) thread_.join();
}

}  // namespace docent
