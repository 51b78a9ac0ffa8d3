#include "bot/server/brain_slot.h"

#include "bot/server/json_writer.h"
#include "bot/server/protocol.h"

namespace docent {

std::shared_ptr<const ServedBrain> MakeServedBrain(std::shared_ptr<const Brain> brain,
                                                   const std::vector<std::string>& examples) {
  JsonWriter json;
  json.BeginObject().Field("type", "about").Key("protocol").Number(static_cast<size_t>(kProtocolVersion));
  json.Field("brain", brain->hash());
  json.Key("facts").Number(brain->fact_count()).Key("entities").Number(brain->entity_count());
  json.Key("rules").Number(brain->rule_count()).Key("sources").BeginList();
  for (const SourceSummary& source : brain->sources()) {
    json.BeginObject().Field("id", source.id).Field("title", source.title).EndObject();
  }
  json.EndList().Key("examples").BeginList();
  for (const std::string& example : examples) json.String(example);
  json.EndList().EndObject();
  return std::shared_ptr<const ServedBrain>(
      new ServedBrain{brain, json.Take(), Suggester(*brain), LazyCatalogue(brain)});
}

}  // namespace docent
