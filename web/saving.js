// The conversation as a file to keep.

import { wordsOf } from "./view.js";

function offer(name, type, content) {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(new Blob([content], { type }));
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 1000);
}

// `exchanges`: the questions with their replies, oldest first.
export function saveAsText(exchanges) {
  offer("conversation.txt", "text/plain", exchanges.map(({ question, reply }) => `> ${question}\n${wordsOf(reply)}\n`).join("\n"));
}

export function saveAsJson(exchanges) {
  offer("conversation.json", "application/json", `${JSON.stringify(exchanges, null, 2)}\n`);
}
