// What the page itself says, in each language. The facts' own words come from the server, which is told the language.

const TEXTS = {
  en: {
    ask: "Ask", documents: "Documents", browse: "Browse", save: "Save", save_text: "As text", save_json: "As JSON",
    lead: "Ask a question. The answer comes from written facts, and names the one it stands on.",
    for_example: "For example", conversation: "Conversation", completions: "Completions",
    your_question: "Your question", placeholder: "Ask about the facts", other_language: "中文",
    facts_count: "{n} facts", one_fact: "1 fact", sources_count: "{n} sources", looking: "Looking it up",
    kind_figure: "How much", kind_who: "Who", kind_when: "When", kind_where: "Where", kind_why: "Why",
    kind_what: "What", kind_whether: "Yes or no", kind_how: "How",
    connecting: "Connecting…", reconnecting: "Reconnecting…", gone: "The server cannot be reached.",
    kept: "Your question is kept, and is asked as soon as the line is back.", try_now: "Try now",
    busy: "Too many questions at once; this one is asked again in {n} s.",
    too_long: "This question is {n} characters too long.", failed: "That did not work",
    unknown: "Not in my facts", clarify: "Which one do you mean?", nearest: "The nearest I know",
    source: "Source", sources_of: "{title}: {n} facts", source_of: "{title}: {source} ({n} facts)", one_source: "{title}: {place}",
    paragraph: "paragraph {n}", comma: ", ", qualifier: "{name}: {text}", more_about: "More about it", more_about_name: "More about it: {name}",
    read_as: "I read {pairs}.", read_pair: "“{from}” as “{to}”", as_written: "Ask it as I wrote it", change: "Change it",
    next: "Next, perhaps", can_answer: "What I can answer",
    reading: "How I read this", reading_form: "Form of the question", reading_query: "Looked up",
    reading_facts: "Facts that were weighed", reading_marks: "Words that counted", reading_failed: "This cannot be shown now.",
    reading_alone: "It was answered without looking anything up.", score: "covers {n} %",
    copy: "Copy", copied: "Copied", link: "Link", link_copied: "Link copied", helpful: "Helpful", not_helpful: "Not helpful",
    thanks: "Thank you.", of_answer: "The answer", chart: "Figures", timeline: "Dates", what: "What", amount: "How much", date: "When",
    search: "Search the names", all: "All", more_types: "{n} more", things: "{n} things", of_things: "the first {n} of {all}", none: "Nothing of this name.",
    back: "All things", also: "Also called", facts: "Facts", as_list: "As a list ({n})", map: "What it is linked to",
    ask_about: "Ask about it", link_to_fact: "Link to this fact", load_failed: "This could not be loaded.", loading: "Loading…",
    before: "before", relation_out: "{name}", relation_in: "{name} of",
    roles: {},
    inward: {
      who: "does", whom: "receives", what: "part of", with: "with", when: "time of", where: "place of", to: "goal of", from: "start of",
      why: "reason for", how: "means of", by: "says", told: "is told", value: "told of", examples: "example of", including: "part of",
      among: "one in", event: "of",
    },
  },
  zh: {
    ask: "提问", documents: "文档（英文）", browse: "浏览", save: "保存", save_text: "文本", save_json: "JSON",
    lead: "请提问。答案来自写下的事实，并注明其出处。",
    for_example: "例如", conversation: "对话", completions: "补全",
    your_question: "您的问题", placeholder: "就这些事实提问", other_language: "English",
    facts_count: "{n} 条事实", one_fact: "1 条事实", sources_count: "{n} 个来源", looking: "正在查找",
    kind_figure: "多少", kind_who: "谁", kind_when: "何时", kind_where: "何地", kind_why: "为何",
    kind_what: "什么", kind_whether: "是否", kind_how: "如何",
    connecting: "正在连接…", reconnecting: "正在重新连接…", gone: "无法连接服务器。",
    kept: "您的问题已保留，连接恢复后立即提出。", try_now: "立即重试",
    busy: "问题过多；将在 {n} 秒后再次提出。",
    too_long: "问题超出 {n} 个字符。", failed: "出错了",
    unknown: "事实中没有", clarify: "您指的是哪一个？", nearest: "最接近的事实",
    source: "来源", sources_of: "{title}：{n} 条事实", source_of: "{title}：{source}（{n} 条事实）", one_source: "{title}：{place}",
    paragraph: "第 {n} 段", comma: "，", qualifier: "{name}：{text}", more_about: "了解更多", more_about_name: "了解更多：{name}",
    read_as: "已将{pairs}。", read_pair: "“{from}”读作“{to}”", as_written: "按原文提问", change: "修改",
    next: "接下来可以问", can_answer: "我能回答的问题",
    reading: "我如何理解", reading_form: "问题的形式", reading_query: "查找内容",
    reading_facts: "权衡过的事实", reading_marks: "起作用的词", reading_failed: "现在无法显示。",
    reading_alone: "无需查找即可回答。", score: "覆盖 {n} %",
    copy: "复制", copied: "已复制", link: "链接", link_copied: "链接已复制", helpful: "有用", not_helpful: "没用",
    thanks: "谢谢。", of_answer: "答案", chart: "数值", timeline: "日期", what: "项目", amount: "数值", date: "时间",
    search: "搜索名称", all: "全部", more_types: "另外 {n} 类", things: "{n} 项", of_things: "{all} 项中的前 {n} 项", none: "没有这个名称。",
    back: "全部条目", also: "又名", facts: "事实", as_list: "列表（{n}）", map: "相关条目",
    ask_about: "就此提问", link_to_fact: "此事实的链接", load_failed: "无法加载。", loading: "正在加载…",
    roles: {
      when: "何时", where: "何地", who: "谁", whom: "对谁", what: "什么", with: "与谁", within: "期限", to: "往", from: "从",
      why: "原因", how: "方式", amount: "数量", examples: "例如", including: "包括", among: "其中", phase: "阶段", by: "据", told: "告知",
      value: "值", status: "状态", event: "事件",
    },
    inward: {},
    before: "此前", relation_out: "{name} →", relation_in: "{name} ←",
  },
};

let current = "en";

export const language = () => current;

export function say(key, parts = {}) {
  return TEXTS[current][key].replace(/\{(\w+)\}/g, (_, name) => parts[name]);
}

export const factCount = (n) => (n === 1 ? say("one_fact") : say("facts_count", { n: n.toLocaleString(current) }));

export const roleName = (role) => TEXTS[current].roles[role] ?? role;

// Values are worded as the facts have them, mostly in English: beside Chinese sentences, which say them whole, those that
// are English words only are left out.
export function isReadableIn(language, text) {
  return language !== "zh" || /\p{Script=Han}/u.test(text) || !/[a-z]{3}/i.test(text);
}

const BOUNDS = { "more than": "超过", "at least": "至少", nearly: "近", about: "约", "at most": "至多", "less than": "不到" };
const CURRENCIES = { CNY: "元", USD: "美元", EUR: "欧元" };

// A figure in the words of the language, where these are known.
export function bounded({ text, number, unit, bound }, language) {
  const isWorded = isReadableIn(language, text) || (unit && !(unit in CURRENCIES)) || (bound && !(bound in BOUNDS));
  if (isWorded) return text;
  const amount = new Intl.NumberFormat("zh", { notation: "compact", maximumFractionDigits: 3 }).format(number);
  return `${bound ? BOUNDS[bound] : ""}${amount}${unit ? CURRENCIES[unit] : ""}`;
}

// How a thing stands to the one that it is linked to: "director", or from the other side "director of".
export function relationOf({ relation, outward }) {
  const told = outward ? null : TEXTS[current].inward[relation];
  return told ?? say(outward ? "relation_out" : "relation_in", { name: roleName(relation) });
}

export function preferredLanguage() {
  try {
    const kept = localStorage.getItem("language");
    if (kept in TEXTS) return kept;
  } catch {
    // A page that may not keep anything asks the browser each time.
  }
  return navigator.language.startsWith("zh") ? "zh" : "en";
}

export function setLanguage(wanted) {
  current = wanted;
  document.documentElement.lang = wanted;
  for (const node of document.querySelectorAll("[data-say]")) node.textContent = say(node.dataset.say);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", say(node.dataset.label));
  for (const node of document.querySelectorAll("[data-placeholder]")) node.placeholder = say(node.dataset.placeholder);
}

export function keepLanguage() {
  try {
    localStorage.setItem("language", current);
  } catch {
    // as above
  }
}
