// bot/answering/frame_reader.h
// Reads all names and then all facts into terms, on threads of its own, and hands them over in their order. What is
// handed over is worked on while the threads read on.
//
// The threads read only a little ahead, so that what waits to be taken stays small. For one taker.

#pragma once

#include <condition_variable>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "bot/answering/frame_builder.h"
#include "bot/answering/frame_table.h"

namespace docent {

class FrameReader {
 public:
  // All must outlive the reader.
  FrameReader(const Knowledge& knowledge, const Vocabulary& vocabulary, const RuleSet& rules,
              const std::vector<std::vector<EntityId>>& nested);
  ~FrameReader();
  FrameReader(const FrameReader&) = delete;
  FrameReader& operator=(const FrameReader&) = delete;

  // The next stretch of names or facts, or nothing after the last one. Throws what reading it threw.
  struct Read {
    bool are_names = false;
    FrameStretch stretch;
  };
  std::optional<Read> Next();

 private:
  FrameBuilder NewBuilder() const { return FrameBuilder(knowledge_, vocabulary_, rules_, nested_); }
  FrameStretch ReadNames(size_t stretch, FrameBuilder& builder) const;
  FrameStretch ReadFacts(size_t stretch, FrameBuilder& builder) const;
  void ReadAll();
  size_t TakeTask();  // past the end if there is none

  const Knowledge& knowledge_;
  const Vocabulary& vocabulary_;
  const RuleSet& rules_;
  const std::vector<std::vector<EntityId>>& nested_;
  std::vector<std::packaged_task<FrameStretch(FrameBuilder&)>> tasks_;  // one a stretch
  std::vector<std::future<FrameStretch>> stretches_;                    // what each task gives
  size_t of_names_ = 0;                                                 // of these the first so many
  size_t handed_over_ = 0;
  size_t most_ahead_ = 0;
  std::mutex mutex_;  // of the next three
  std::condition_variable taken_;
  size_t begun_ = 0;
  size_t may_begin_ = 0;
  bool stopping_ = false;
  std::vector<std::thread> threads_;  // none where so few facts are read sooner than a thread begins
};

}  // namespace docent
