#include "bot/rules/pattern.h"

#include <re2/re2.h>

#include <algorithm>

namespace docent {

const char* const kPassedOver = "(?:<~[^>]*>)*";

Feature WordFeature(const std::string& stem) { return "word:" + stem; }
Feature FormFeature(const std::string& word) { return "form:" + word; }
Feature KindFeature(const std::string& kind) { return "kind:" + kind; }

namespace {

class RegexWriter {
 public:
  explicit RegexWriter(TemplatePattern& pattern) : pattern_(pattern) {}

  void operator()(const TemplateWord& word) {
    const std::string form = word.exact ? "[^/>]*/" + RE2::QuoteMeta(word.text) : RE2::QuoteMeta(word.stem) + "/[^>]*";
    pattern_.regex += std::string(kPassedOver) + "<[^|>]*\\|" + form + ">";
  }

  void operator()(const TemplateSlot& slot) {
    pattern_.captures.push_back({slot.name, false});
    std::string kinds;
    for (const std::string& kind : slot.kinds) kinds += (kinds.empty() ? "" : "|") + RE2::QuoteMeta(kind);
    if (!slot.touches) pattern_.regex += kPassedOver;
    pattern_.regex += "(<[^|>~]*,(?:" + kinds + "),[^>]*>)";
  }

  void operator()(const TemplateAny& any) {
    pattern_.captures.push_back({any.name, true});
    pattern_.regex += "((?:<[^>]*>)*?)";
  }

  void operator()(const TemplateSequence& sequence) {
    for (const TemplateNode& part : sequence.parts) std::visit(*this, part.node);
  }

  void operator()(const TemplateChoice& choice) {
    pattern_.regex += "(?:";
    for (size_t i = 0; i < choice.parts.size(); ++i) {
      if (i > 0) pattern_.regex += '|';
      std::visit(*this, choice.parts[i].node);
    }
    pattern_.regex += ')';
  }

 private:
  TemplatePattern& pattern_;
};

// What a part of a template may begin with. `open` says that it may match without a token of its own, so that what
// follows it counts too.
struct First {
  AnyFeature features;
  bool any = false;
  bool open = false;
};

void Merge(const AnyFeature& from, AnyFeature& into) {
  for (const Feature& feature : from) {
    if (std::find(into.begin(), into.end(), feature) == into.end()) into.push_back(feature);
  }
}

struct FirstFinder {
  First operator()(const TemplateWord& word) const {
    return {{word.exact ? FormFeature(word.text) : WordFeature(word.stem)}, false, false};
  }
  First operator()(const TemplateSlot& slot) const {
    First first;
    for (const std::string& kind : slot.kinds) first.features.push_back(KindFeature(kind));
    return first;
  }
  First operator()(const TemplateAny&) const { return {{}, true, true}; }
  First operator()(const TemplateSequence& sequence) const {
    First all{{}, false, true};
    for (const TemplateNode& part : sequence.parts) {
      const First first = std::visit(*this, part.node);
      Merge(first.features, all.features);
      all.any = all.any || first.any;
      if (first.open) continue;
      all.open = false;
      break;
    }
    return all;
  }
  First operator()(const TemplateChoice& choice) const {
    First all;
    for (const TemplateNode& part : choice.parts) {
      const First first = std::visit(*this, part.node);
      Merge(first.features, all.features);
      all.any = all.any || first.any;
      all.open = all.open || first.open;
    }
    return all;
  }
};

// What every match of a part holds. For alternatives: pairs of their requirements would multiply, so each alternative
// gives only its narrowest one.
struct RequiredFinder {
  std::vector<AnyFeature> operator()(const TemplateWord& word) const { return {FirstFinder{}(word).features}; }
  std::vector<AnyFeature> operator()(const TemplateSlot& slot) const { return {FirstFinder{}(slot).features}; }
  std::vector<AnyFeature> operator()(const TemplateAny&) const { return {}; }
  std::vector<AnyFeature> operator()(const TemplateSequence& sequence) const {
    std::vector<AnyFeature> all;
    for (const TemplateNode& part : sequence.parts) {
      for (AnyFeature& any : std::visit(*this, part.node)) {
        if (std::find(all.begin(), all.end(), any) == all.end()) all.push_back(std::move(any));
      }
    }
    return all;
  }
  std::vector<AnyFeature> operator()(const TemplateChoice& choice) const {
    AnyFeature merged;
    for (const TemplateNode& part : choice.parts) {
      const std::vector<AnyFeature> required = std::visit(*this, part.node);
      if (required.empty()) return {};
      Merge(*std::min_element(required.begin(), required.end(),
                              [](const AnyFeature& one, const AnyFeature& other) { return one.size() < other.size(); }),
            merged);
    }
    return {merged};
  }
};

}  // namespace

TemplatePattern CompileTemplate(const TemplateNode& root) {
  TemplatePattern pattern;
  std::visit(RegexWriter(pattern), root.node);
  const First first = std::visit(FirstFinder{}, root.node);
  pattern.may_be_empty = first.open;
  if (!first.any && !first.open) pattern.first = first.features;
  pattern.required = std::visit(RequiredFinder{}, root.node);
  return pattern;
}

}  // namespace docent
