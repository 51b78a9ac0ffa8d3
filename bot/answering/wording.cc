#include "bot/answering/wording.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace docent {
namespace {

void Replace(std::string& text, const std::string& what, const std::string& by) {
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

std::string Padded(int number) {
  std::array<char, 16> digits;
  std::snprintf(digits.data(), digits.size(), "%02d", number);
  return digits.data();
}

std::string JoinNumbers(const std::vector<int>& numbers) {
  std::string text;
  for (size_t i = 0; i < numbers.size(); ++i) text += (i > 0 ? ", " : "") + std::to_string(numbers[i]);
  return text;
}

// "length of Gunhild: 48 metres", for a fact that has no sentence of its own: a cell of a table.
std::string StateCell(const Knowledge& knowledge, const Language& words, const Fact& fact, std::string_view language) {
  const Slot* value = fact.Find(Role::kValue);
  if (value == nullptr || fact.attribute == kNone) return {};
  std::string values;
  for (const Value& held : value->values) {
    values += (values.empty() ? "" : "; ") + DescribeValue(knowledge, held, language).text;
  }
  return Say(words, "cell", language,
             {{"attribute", knowledge.attributes[fact.attribute].name},
              {"entity", std::string(knowledge.entities[fact.subject].NameIn(language))},
              {"values", values}});
}

}  // namespace

std::string_view SpaceIn(std::string_view language) { return language == "zh" ? "" : " "; }

std::string Say(const Language& words, std::string_view name, std::string_view language,
                const std::map<std::string, std::string>& parts) {
  const auto found = words.sayings.find(std::string(name));
  if (found == words.sayings.end()) return {};
  const std::vector<Phrase>& phrases = found->second;
  const auto in = [&](std::string_view wanted) {
    return std::find_if(phrases.begin(), phrases.end(),
                        [&](const Phrase& phrase) { return phrase.language == wanted; });
  };
  auto phrase = in(language);
  if (phrase == phrases.end()) phrase = in("en");
  if (phrase == phrases.end()) phrase = phrases.begin();
  std::string text = phrase->text;
  for (const auto& [part, by] : parts) Replace(text, "{" + part + "}", by);
  return text;
}

std::string IsoDate(const Date& date) {
  std::string text = date.year != 0 ? std::to_string(date.year) : (date.month != 0 ? "-" : "");
  if (date.month != 0) text += "-" + Padded(date.month);
  if (date.month != 0 && date.day != 0) text += "-" + Padded(date.day);
  return text;
}

AnswerFact DescribeFact(const Knowledge& knowledge, FactId id, std::string_view language) {
  const Fact& fact = knowledge.facts[id];
  AnswerFact described;
  described.id = knowledge.NameOf(fact);
  described.entity = std::string(knowledge.entities[fact.subject].NameIn(language));
  described.attribute = fact.attribute == kNone ? "event" : knowledge.attributes[fact.attribute].name;
  described.says = std::string(fact.Says(language));
  if (fact.source != kNone) {
    described.source = knowledge.sources[fact.source].id;
    described.source_title = std::string(knowledge.sources[fact.source].TitleIn(language));
  }
  described.paragraph = fact.paragraph;
  for (const Slot& slot : fact.slots) {
    if (slot.role == Role::kSubject || slot.role == Role::kValue) continue;
    std::string text;
    for (const Value& value : slot.values) {
      const bool is_named = value.entity != kNone && language != "en";
      text += text.empty() ? "" : "; ";
      text += is_named ? knowledge.entities[value.entity].NameIn(language) : std::string_view(value.text);
    }
    const std::string name =
        slot.role == Role::kAttribute ? knowledge.attributes[slot.attribute].name : std::string(RoleName(slot.role));
    described.qualifiers.push_back({name, text});
  }
  return described;
}

AnswerValue DescribeValue(const Knowledge& knowledge, const Value& value, std::string_view language) {
  AnswerValue described;
  described.text = value.text;
  if (value.entity != kNone) {
    described.entity = knowledge.entities[value.entity].name;
    described.text = std::string(knowledge.entities[value.entity].NameIn(language));
  }
  if (value.quantity) {
    described.bound = std::string(BoundWords(value.quantity->bound));
    if (value.quantity->kind == QuantityKind::kDate) {
      described.date = IsoDate(value.quantity->date);
    } else {
      described.number = value.quantity->number;
      described.unit = value.quantity->unit;
    }
  }
  return described;
}

std::vector<AnswerValue> ValuesOf(const Knowledge& knowledge, FactId fact, size_t slot, std::string_view language) {
  std::vector<AnswerValue> values;
  if (slot >= knowledge.facts[fact].slots.size()) return values;
  for (const Value& value : knowledge.facts[fact].slots[slot].values) {
    values.push_back(DescribeValue(knowledge, value, language));
  }
  return values;
}

std::string NameSources(const Knowledge& knowledge, const Language& words, const std::vector<FactId>& facts,
                        std::string_view language) {
  std::map<SourceId, std::vector<int>> paragraphs;
  for (const FactId id : facts) {
    const Fact& fact = knowledge.facts[id];
    if (fact.source == kNone) continue;
    std::vector<int>& numbers = paragraphs[fact.source];
    const bool is_new = std::find(numbers.begin(), numbers.end(), fact.paragraph) == numbers.end();
    if (fact.paragraph > 0 && is_new) numbers.push_back(fact.paragraph);
  }
  std::string text;
  for (auto& [source, numbers] : paragraphs) {
    std::sort(numbers.begin(), numbers.end());
    const std::string title(knowledge.sources[source].TitleIn(language));
    const std::string_view name =
        numbers.empty() ? "source" : (numbers.size() == 1 ? "source paragraph" : "source paragraphs");
    text += (text.empty() ? "" : " ") +
            Say(words, name, language, {{"title", title}, {"paragraphs", JoinNumbers(numbers)}});
  }
  return text;
}

std::string StateFacts(const Knowledge& knowledge, const Language& words, const std::vector<FactId>& facts,
                       std::string_view language) {
  std::vector<std::string> said;
  std::string text;
  for (const FactId id : facts) {
    std::string sentence(knowledge.facts[id].Says(language));
    if (sentence.empty()) sentence = StateCell(knowledge, words, knowledge.facts[id], language);
    if (sentence.empty() || std::find(said.begin(), said.end(), sentence) != said.end()) continue;
    said.push_back(sentence);
    if (!text.empty()) text += SpaceIn(language);
    text += sentence;
  }
  const std::string sources = NameSources(knowledge, words, facts, language);
  if (!sources.empty()) text.append(text.empty() ? "" : SpaceIn(language)).append(sources);
  return text;
}

}  // namespace docent
