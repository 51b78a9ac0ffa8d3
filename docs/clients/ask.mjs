#!/usr/bin/env node
// Asks docent over HTTP; runs in Node 18 as it is, and in a page if its origin is allowed.
//
//     ask.mjs http://127.0.0.1:8080 "who is Cheng Fang" "which company is that person president of"
//
// Each question brings the ones before it as its history. Prints each answer; exits with 1 if one was not answered.

async function ask(server, question, history) {
  const response = await fetch(new URL("/api/ask", server), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ type: "ask", text: question, history }),
  });
  const reply = await response.json();
  if (reply.code === "too_many") {
    await new Promise((resume) => setTimeout(resume, reply.retry_after_ms));
    return ask(server, question, history);
  }
  if (reply.type === "error") throw new Error(`${reply.code}: ${reply.message}`);
  return reply;
}

const [server, ...questions] = process.argv.slice(2);
if (questions.length === 0) {
  console.error("usage: ask.mjs http://HOST:PORT QUESTION...");
  process.exit(2);
}
for (const [at, question] of questions.entries()) {
  const reply = await ask(server, question, questions.slice(0, at));
  console.log(reply.text);
  if (reply.status !== "answered") process.exitCode = 1;
}
