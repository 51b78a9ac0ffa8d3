#include "bot/answering/frame_reader.h"

#include <algorithm>

namespace docent {

FrameReader::FrameReader(const Knowledge& knowledge, const Vocabulary& vocabulary, const RuleSet& rules,
                         const std::vector<std::vector<EntityId>>& nested)
    : knowledge_(knowledge), vocabulary_(vocabulary), rules_(rules), nested_(nested) {
  const auto stretches = [](size_t all) { return (all + FrameTable::kOfStretch - 1) / FrameTable::kOfStretch; };
  of_names_ = stretches(FrameBuilder::NamesIn(knowledge));
  for (size_t i = 0; i < of_names_; ++i)
    tasks_.emplace_back([this, i](FrameBuilder& builder) { return ReadNames(i, builder); });
  for (size_t i = 0; i < stretches(knowledge.facts.size()); ++i)
    tasks_.emplace_back([this, i](FrameBuilder& builder) { return ReadFacts(i, builder); });
  for (auto& task : tasks_) stretches_.push_back(task.get_future());
  const size_t threads =
      tasks_.size() < 3 ? 0 : std::clamp<size_t>(std::thread::hardware_concurrency(), 1, tasks_.size());
  most_ahead_ = 2 * threads;
  may_begin_ = most_ahead_;
  for (size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { ReadAll(); });
}

FrameReader::~FrameReader() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  taken_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

std::optional<FrameReader::Read> FrameReader::Next() {
  if (handed_over_ == tasks_.size()) return std::nullopt;
  if (threads_.empty()) {
    FrameBuilder builder = NewBuilder();
    tasks_[handed_over_](builder);
  }
  const bool are_names = handed_over_ < of_names_;
  Read read = {are_names, stretches_[handed_over_++].get()};
  {
    const std::lock_guard lock(mutex_);
    may_begin_ = handed_over_ + most_ahead_;
  }
  taken_.notify_all();
  return read;
}

FrameStretch FrameReader::ReadNames(size_t stretch, FrameBuilder& builder) const {
  FrameStretch read;
  const size_t begin = stretch * FrameTable::kOfStretch;
  const size_t end = std::min(begin + FrameTable::kOfStretch, FrameBuilder::NamesIn(knowledge_));
  for (size_t name = begin; name < end; ++name) {
    const std::span<const FrameTerm> terms = builder.BuildName(static_cast<uint32_t>(name));
    read.terms.insert(read.terms.end(), terms.begin(), terms.end());
    read.counts.push_back(static_cast<uint32_t>(terms.size()));
  }
  return read;
}

FrameStretch FrameReader::ReadFacts(size_t stretch, FrameBuilder& builder) const {
  FrameStretch read;
  const size_t begin = stretch * FrameTable::kOfStretch;
  const size_t end = std::min(begin + FrameTable::kOfStretch, knowledge_.facts.size());
  for (size_t fact = begin; fact < end; ++fact) {
    const FrameBuilder::Held held = builder.Build(knowledge_.facts[fact]);
    read.terms.insert(read.terms.end(), held.terms.begin(), held.terms.end());
    read.counts.push_back(static_cast<uint32_t>(held.terms.size()));
    read.uses.insert(read.uses.end(), held.uses.begin(), held.uses.end());
    read.use_counts.push_back(static_cast<uint32_t>(held.uses.size()));
  }
  return read;
}

void FrameReader::ReadAll() {
  FrameBuilder builder = NewBuilder();
  for (size_t task = TakeTask(); task < tasks_.size(); task = TakeTask()) tasks_[task](builder);
}

size_t FrameReader::TakeTask() {
  std::unique_lock lock(mutex_);
  taken_.wait(lock, [this] { return stopping_ || begun_ == tasks_.size() || begun_ < may_begin_; });
  return stopping_ || begun_ == tasks_.size() ? tasks_.size() : begun_++;
}

}  // namespace docent
