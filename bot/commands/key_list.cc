#include "bot/commands/key_list.h"

#include <nlohmann/json.hpp>
#include <vector>

#include "bot/commands/question_forms.h"
#include "bot/knowledge/keys.h"
#include "bot/rules/rule_keys.h"

namespace docent {
namespace {

using Json = nlohmann::ordered_json;

struct FileKeys {
  std::string extension;
  std::vector<BlockKeys> blocks;
};

std::vector<FileKeys> AllFiles() {
  FileKeys facts{"facts", {FactBlocks().begin(), FactBlocks().end()}};
  FileKeys rules{"rules", {RuleBlocks().begin(), RuleBlocks().end()}};
  rules.blocks.insert(rules.blocks.end(), LanguageBlocks().begin(), LanguageBlocks().end());
  return {facts, rules, {"forms", {FormKeys()}}};
}

Json BlockAsJson(const BlockKeys& block) {
  Json keys = Json::array();
  for (const Key& key : block.keys) keys.push_back({{"key", key.name}, {"repeated", key.times == Key::Times::kMany}});
  return {{"block", block.head}, {"keys", keys}, {"attributes", block.more == "attribute"}};
}

// A line of one of `names`, a regular expression: the key, its language, the colon.
std::string LineOf(const std::string& names) { return "^\\s*(" + names + ")(?:\\s*(@)\\s*([\\w-]+))?\\s*(:)"; }

Json Captures(const std::string& key_scope) {
  return {{"1", {{"name", key_scope}}},
          {"2", {{"name", "punctuation.separator.language.docent"}}},
          {"3", {{"name", "constant.language.docent"}}},
          {"4", {{"name", "punctuation.separator.key-value.docent"}}}};
}

Json KeyRule(const std::string& names, const std::string& scope) {
  return {{"match", LineOf(names)}, {"captures", Captures(scope)}};
}

// A block goes on to the next empty line. A key that is a block's head elsewhere ("type") is a key within one.
Json BlockRule(const BlockKeys& block) {
  std::string names;
  for (const Key& key : block.keys) names.append(names.empty() ? "" : "|").append(key.name);
  Json patterns =
      Json::array({{{"include", "#comment"}}, KeyRule("(?i:" + names + ")", "support.type.property-name.docent")});
  if (block.more == "says") patterns.push_back(KeyRule("(?i:says) [\\w -]+?", "support.type.property-name.docent"));
  patterns.push_back(KeyRule("[\\w -]+?", block.more == "attribute" ? "variable.other.attribute.docent"
                                                                    : "invalid.illegal.unknown-key.docent"));
  patterns.push_back({{"include", "#value"}});
  Json captures = Captures("keyword.control.docent");
  captures["5"] = {{"name", "entity.name.section.docent"}};
  return {{"name", "meta.block." + std::string(block.head) + ".docent"},
          {"begin", LineOf("(?i:" + std::string(block.head) + ")") + "\\s*(.*)$"},
          {"beginCaptures", captures},
          {"end", "^\\s*$"},
          {"patterns", patterns}};
}

Json Scope(const std::string& match, const std::string& name) { return {{"match", match}, {"name", name}}; }

}  // namespace

std::string KeysAsJson() {
  Json files = Json::array();
  for (const FileKeys& file : AllFiles()) {
    Json blocks = Json::array();
    for (const BlockKeys& block : file.blocks) blocks.push_back(BlockAsJson(block));
    files.push_back({{"extension", file.extension}, {"blocks", blocks}});
  }
  return Json{{"files", files}}.dump(2) + "\n";
}

std::string KeysAsTextMate() {
  Json extensions = Json::array();
  Json patterns = Json::array({{{"include", "#comment"}}});
  for (const FileKeys& file : AllFiles()) {
    extensions.push_back(file.extension);
    for (const BlockKeys& block : file.blocks) patterns.push_back(BlockRule(block));
  }
  const Json repository = {{"comment", Scope("^#.*$", "comment.line.number-sign.docent")},
                           {"value",
                            {{"patterns", Json::array({Scope("^\\+(?=\\s|$)", "keyword.operator.continuation.docent"),
                                                       Scope("=>", "keyword.operator.expects.docent"),
                                                       Scope(";", "punctuation.separator.docent"),
                                                       Scope("\\{[^}]*\\}", "variable.parameter.slot.docent"),
                                                       Scope("<[^<>]+>", "entity.name.function.expansion.docent")})}}}};
  return Json{{"name", "docent"},
              {"scopeName", "source.docent"},
              {"fileTypes", extensions},
              {"patterns", patterns},
              {"repository", repository}}
             .dump(2) +
         "\n";
}

}  // namespace docent
