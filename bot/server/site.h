// bot/server/site.h
// What all threads of a server share: the Brain that is served, the page, the limits, who may do what, who is
// connected.

#pragma once

#include <atomic>
#include <boost/asio/ip/address.hpp>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "bot/server/access.h"
#include "bot/server/admission.h"
#include "bot/server/brain_slot.h"
#include "bot/server/limits.h"
#include "bot/server/observer.h"
#include "bot/server/page_files.h"
#include "bot/server/reloader.h"
#include "bot/server/tls.h"

namespace docent {

struct Policy {
  std::vector<std::string> allowed_origins;  // of pages, besides the server's own
  std::vector<boost::asio::ip::address> trusted_proxies;
  Tokens tokens;
};

struct Site {
  Site(Limits bounds, Policy rules, std::shared_ptr<const ServedBrain> brain, PageFiles files,
       std::unique_ptr<Observer> watching, std::unique_ptr<Tls> secured)
      : limits(bounds),
        policy(std::move(rules)),
        slot(std::move(brain)),
        pages(std::move(files)),
        observer(std::move(watching)),
        tls(std::move(secured)),
        admission(limits) {}

  const Limits limits;
  const Policy policy;
  BrainSlot slot;
  const PageFiles pages;
  const std::unique_ptr<Observer> observer;  // never nullptr
  const std::unique_ptr<Tls> tls;            // nullptr: connections are in the clear
  Admission admission;
  std::function<void(Reloader::Done)> reload;  // from any thread; set before the first connection
  std::atomic<bool> draining = false;          // set once, at the first signal to end
};

}  // namespace docent
