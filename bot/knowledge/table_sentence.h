// bot/knowledge/table_sentence.h
// The sentences of a table's facts, which each fact fills in: `says: The {attribute} of {entity} is {value}.` for all
// of them, `says displacement: The {entity} displaces {value}.` for one attribute. A placeholder that nothing fills is
// an error: askers would be shown it as it stands.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "bot/knowledge/block.h"
#include "bot/knowledge/builder.h"
#include "bot/knowledge/diagnostic.h"

namespace docent {

class TableSentences {
 public:
  // Both must outlive it.
  TableSentences(const KnowledgeBuilder& builder, Diagnostics& diagnostics)
      : builder_(builder), diagnostics_(diagnostics) {}

  // Says that the table gives the attribute; of all that it gives, before a sentence is read.
  void AddAttribute(AttributeId attribute) { given_.push_back(attribute); }

  static bool IsSentence(const Entry& entry) { return entry.key == "says" || entry.key.starts_with("says "); }
  // Reads an entry that IsSentence.
  void Read(const Entry& entry);

  // The sentences of a fact that is whole but for them; its last slot holds its values.
  std::vector<Phrase> Of(const Fact& fact) const;

 private:
  bool Gives(AttributeId attribute) const;
  void ReportNotGiven(const Entry& entry, const std::string& name);
  std::string RemedyFor(const std::string& placeholder) const;
  std::string Filled(const Phrase& pattern, const Fact& fact) const;

  std::vector<AttributeId> given_;
  const KnowledgeBuilder& builder_;
  Diagnostics& diagnostics_;
  std::map<AttributeId, std::vector<Phrase>> patterns_;  // kNone: of any attribute
};

// `pattern`, the value of an `alias:` line, for the entity called `name`.
std::string FilledAlias(std::string pattern, const std::string& name);
// Reports what FilledAlias would leave unfilled.
void CheckAlias(const Entry& alias, Diagnostics& diagnostics);

}  // namespace docent
