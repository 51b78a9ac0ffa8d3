// bot/server/catalogue.h
// What a Brain knows, to be looked through rather than asked: its types, its things, the facts about one and what they
// lead to, and what a half-written question may become. Each function returns the JSON that docs/protocol.md describes.
//
// Built once for a Brain; immutable and safe to share between threads. Every reply is bounded, whatever the Brain
// holds.

#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bot/answering/brain.h"
#include "bot/dialogue/responder.h"

namespace docent {

class Catalogue {
 public:
  explicit Catalogue(std::shared_ptr<const Brain> brain);

  static constexpr size_t kMostTried = 160;      // questions in search of examples
  static constexpr size_t kMostListed = 200;     // entities or facts in a reply
  static constexpr size_t kMostCompletions = 8;  // of these at most half are names
  static constexpr size_t kMostNames = 400;      // that are weighed against each other as completions

  const Brain* brain() const { return brain_.get(); }

  // Sources, counts, types, a question worth asking of each kind, and where there are documents (left out if empty).
  std::string Overview(std::string_view language, std::string_view documents) const;
  // The entities of `type` (empty: any) one of whose names holds `words` (empty: any), those with the most facts first.
  std::string Entities(std::string_view type, std::string_view words, std::string_view language) const;
  // One entity: its facts, and what it is linked to by facts, in both directions. Empty if there is none of this name.
  std::string EntityPage(std::string_view name, std::string_view language) const;
  // The facts of these ids, in their order, with their figures; unknown ids are left out.
  std::string Facts(const std::vector<std::string>& ids, std::string_view language) const;
  // Questions that begin with, or hold, the words of `typed`, and names that its last words begin: each entity under
  // its own name, if that is begun, those with the most facts first.
  std::string Completions(std::string_view typed) const;

 private:
  struct Known {
    const ContentTest* test = nullptr;  // held by the Brain
    std::string key;                    // its words, joined by spaces
  };
  struct Trial {
    bool is_answered = false;
    std::string language;
    std::string kind;   // "figure", "who", "when", "where", "why", "how", "whether", "what"
    bool asks = false;  // as people ask, and not in keywords
  };
  struct Name {
    std::string key;
    std::string text;
    EntityId entity;
  };

  const Trial& Try(size_t question) const;
  std::vector<const Name*> NamesBegunBy(const std::string& begun) const;

  std::shared_ptr<const Brain> brain_;
  std::vector<Known> questions_;
  std::vector<Name> names_;          // sorted by key
  std::vector<size_t> fact_counts_;  // by entity
  mutable std::mutex mutex_;         // of what follows
  mutable Responder responder_;
  mutable std::vector<std::optional<Trial>> trials_;  // of questions_
};

// A catalogue that is made when it is first wanted. Thread-safe.
class LazyCatalogue {
 public:
  explicit LazyCatalogue(std::shared_ptr<const Brain> brain) : brain_(std::move(brain)) {}

  const Catalogue& Get() const {
    std::call_once(made_, [this] { catalogue_.emplace(brain_); });
    return *catalogue_;
  }

 private:
  std::shared_ptr<const Brain> brain_;
  mutable std::once_flag made_;
  mutable std::optional<Catalogue> catalogue_;
};

}  // namespace docent
