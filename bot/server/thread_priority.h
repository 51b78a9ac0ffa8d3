// bot/server/thread_priority.h
// Which threads go first where there are more of them than cores.

#pragma once

namespace docent {

// The calling thread, and on Linux it alone, works on when those that serve connections have nothing to do, or little.
void YieldToServingThreads();

}  // namespace docent
