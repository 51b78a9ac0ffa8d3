#include "bot/knowledge/attribute_choice.h"

#include <string>

#include "bot/knowledge/block.h"
#include "bot/knowledge/kind_fit.h"

namespace docent {
namespace {

bool CanBeSaidOf(EntityId subject, const Attribute& attribute, const Knowledge& knowledge) {
  return attribute.of == kNone || knowledge.entities[subject].types.empty() || knowledge.IsA(subject, attribute.of);
}

}  // namespace

std::vector<AttributeId> FittingAttributes(const std::vector<AttributeId>& candidates, EntityId subject,
                                           const Value& value, const Knowledge& knowledge) {
  std::vector<AttributeId> fitting;
  for (const AttributeId id : candidates) {
    const Attribute& attribute = knowledge.attributes[id];
    if (CanBeSaidOf(subject, attribute, knowledge) && CanBe(value, attribute.kind, knowledge)) fitting.push_back(id);
  }
  return fitting;
}

AttributeId ChooseAttribute(std::string_view name, EntityId subject, std::string_view value,
                            KnowledgeBuilder& builder) {
  const std::vector<AttributeId> candidates = builder.FindAttributes(name);
  if (candidates.empty()) return kNone;
  const std::vector<std::string> values = SplitList(value, ";");
  if (candidates.size() == 1 || values.empty()) return candidates.front();
  const std::vector<AttributeId> fitting =
      FittingAttributes(candidates, subject, builder.MakeValue(values.front(), kNone), builder.knowledge());
  return fitting.empty() ? candidates.front() : fitting.front();
}

}  // namespace docent
