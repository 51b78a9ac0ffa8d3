#include "bot/commands/question_forms.h"

#include <algorithm>

#include "bot/knowledge/block.h"

namespace docent {
namespace {

const BlockKeys kFormKeys = {"form", "a form", {{"ask"}, {"kinds"}, {"roles"}, {"events", Key::Times::kOnce}}, ""};

void ReadKey(const Entry& entry, QuestionForm& form, Diagnostics& diagnostics) {
  if (entry.key == "ask") {
    form.asks.push_back({entry.language, entry.value});
  } else if (entry.key == "events") {
    form.of_events = entry.value == "yes";
  } else if (entry.key == "kinds") {
    for (const std::string& name : SplitList(entry.value, ",;")) {
      const std::optional<Kind> kind = KindOfName(name);
      if (kind) form.kinds.push_back(*kind);
      if (!kind)
        diagnostics.Error(PlaceOfPart(entry, name), "unknown-kind", "no kind \"" + name + "\"",
                          "see docs/files.md for the kinds");
    }
  } else if (entry.key == "roles") {
    for (const std::string& name : SplitList(entry.value, ",;")) {
      const std::optional<Role> role = RoleOfName(name);
      if (role) form.roles.push_back(*role);
      if (!role)
        diagnostics.Error(PlaceOfPart(entry, name), "unknown-role", "no role \"" + name + "\"",
                          "see docs/files.md for the roles");
    }
  } else if (entry.key != "form") {
    ReportUnknownKey(entry, kFormKeys, {&kFormKeys, 1}, diagnostics, "use form, ask, kinds, roles or events");
  }
}

bool Fits(const QuestionForm& form, const Fact& fact) {
  if (form.of_events != fact.is_event) return false;
  if (!form.roles.empty() &&
      std::none_of(form.roles.begin(), form.roles.end(), [&](Role role) { return fact.Find(role) != nullptr; }))
    return false;
  if (form.kinds.empty()) return true;
  const Slot* value = fact.Find(Role::kValue);
  return value != nullptr && std::find(form.kinds.begin(), form.kinds.end(), value->kind) != form.kinds.end();
}

// A name in `language`, or nothing if there is none.
std::string NameIn(const std::string& name, const std::vector<Phrase>& also, const std::string& language) {
  if (language == "en") return name;
  for (const Phrase& phrase : also) {
    if (phrase.language == language) return phrase.text;
  }
  return {};
}

bool Fill(std::string& text, std::string_view slot, const std::string& by) {
  for (size_t at = text.find(slot); at != std::string::npos; at = text.find(slot, at + by.size())) {
    if (by.empty()) return false;
    text.replace(at, slot.size(), by);
  }
  return true;
}

}  // namespace

const BlockKeys& FormKeys() { return kFormKeys; }

std::vector<QuestionForm> ReadForms(const std::vector<std::filesystem::path>& folders, Diagnostics& diagnostics) {
  std::vector<QuestionForm> forms;
  for (const std::filesystem::path& folder : folders) {
    for (const TextFile& file : ReadFiles(folder, ".forms", diagnostics)) {
      for (const Block& block : ParseBlocks(ShownPath(file.path), file.content, diagnostics)) {
        QuestionForm form;
        form.name = block.head().value;
        for (const Entry& entry : block.entries) ReadKey(entry, form, diagnostics);
        ReportRepeatedKeys(block, kFormKeys, diagnostics);
        forms.push_back(std::move(form));
      }
    }
  }
  return forms;
}

std::vector<FormedQuestion> QuestionsOf(const Fact& fact, const Knowledge& knowledge,
                                        const std::vector<QuestionForm>& forms) {
  std::vector<FormedQuestion> questions;
  const Entity& entity = knowledge.entities[fact.subject];
  for (const QuestionForm& form : forms) {
    if (!Fits(form, fact)) continue;
    for (const Phrase& ask : form.asks) {
      std::string text = ask.text;
      const bool named = Fill(text, "{entity}", NameIn(entity.name, entity.also, ask.language));
      const bool said = fact.attribute == kNone ? text.find("{attribute}") == std::string::npos
                                                : Fill(text, "{attribute}",
                                                       NameIn(knowledge.attributes[fact.attribute].name,
                                                              knowledge.attributes[fact.attribute].also, ask.language));
      const auto same = [&](const FormedQuestion& other) { return other.text == text; };
      if (named && said && std::none_of(questions.begin(), questions.end(), same))
        questions.push_back({form.name, std::move(text)});
    }
  }
  return questions;
}

}  // namespace docent
