// bot/server/site.h
// What all threads of a server share: the Brain that is served, the page, the limits, who is connected.

#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "bot/server/admission.h"
#include "bot/server/brain_slot.h"
#include "bot/server/limits.h"
#include "bot/server/page_files.h"

namespace docent {

struct Site {
  Site(Limits bounds, std::shared_ptr<const ServedBrain> brain, PageFiles files, std::vector<std::string> origins)
      : limits(bounds),
        slot(std::move(brain)),
        pages(std::move(files)),
        allowed_origins(std::move(origins)),
        admission(limits) {}

  const Limits limits;
  BrainSlot slot;
  const PageFiles pages;
  const std::vector<std::string> allowed_origins;  // besides the server's own
  Admission admission;
  std::atomic<bool> draining = false;  // set once, at the first signal to end
};

}  // namespace docent
