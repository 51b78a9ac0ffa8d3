// bot/knowledge/rare_list.h
// A list that takes a pointer's room while it is empty: for what few of a million records have. Read like a vector.

#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "bot/knowledge/boxed.h"

namespace docent {

template <typename T>
class RareList {
 public:
  void push_back(T value) {
    if (!list_) list_ = std::vector<T>();
    list_->push_back(std::move(value));
  }

  auto begin() const { return all().begin(); }
  auto end() const { return all().end(); }
  size_t size() const { return all().size(); }
  bool empty() const { return !list_; }

  friend bool operator==(const RareList& one, const RareList& other) { return one.all() == other.all(); }

 private:
  const std::vector<T>& all() const {
    static const std::vector<T> none;
    return list_ ? *list_ : none;
  }

  Boxed<std::vector<T>> list_;
};

}  // namespace docent
