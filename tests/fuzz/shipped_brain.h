// tests/fuzz/shipped_brain.h
// The Brain that is shipped, for targets that need one.

#pragma once

#include <memory>

#include "bot/answering/brain.h"
#include "tests/fuzz/require.h"

namespace docent {

// Loaded from the tree that this was built from; takes some seconds under sanitizers.
inline std::shared_ptr<const Brain> LoadShippedBrain() {
  Diagnostics diagnostics;
  const std::string tree = DOCENT_TREE;
  std::shared_ptr<const Brain> brain = Brain::Load({{tree + "/knowledge"}, {tree + "/rules"}}, diagnostics);
  Require(brain != nullptr, "the shipped files have no errors");
  return brain;
}

}  // namespace docent
