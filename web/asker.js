// Asks questions over a connection, each until it is answered: what was not sent, or was lost with the connection, is
// sent again when the connection is back. A server forgets a conversation with its connection, so the first question
// after a break carries the earlier turns with it.

import { Connection } from "./connection.js";

const SILENCE = 15000; // milliseconds without the answer that is due, before the connection is given up
const TURNS = 20; // as many as the server takes

export class Asker {
  // onState: see Connection. onReply gets the ticket that ask() was given, and the reply; onDelay the ticket and the
  // milliseconds after which it is asked again; onMore the ticket and what may be asked next, if nothing else was asked
  // since.
  constructor(url, { onState, onReply, onDelay, onMore }) {
    this.onReply = onReply;
    this.onDelay = onDelay;
    this.onMore = onMore;
    this.onState = onState;
    this.waiting = new Map(); // by id, in the order of asking
    this.turns = []; // what was asked and answered, oldest first
    this.fresh = true; // the server knows nothing of this.turns yet
    this.lastId = 0;
    this.wanted = null; // the ticket of the answer for which more was asked
    this.alarm = 0;
    this.connection = new Connection(url, {
      onState: (state) => this.stateChanged(state),
      onMessage: (message) => this.hear(message),
    });
  }

  get pending() {
    return this.waiting.size;
  }

  // asWritten: nothing in the question is a typing error.
  ask(text, ticket, asWritten = false) {
    const id = String(++this.lastId);
    this.waiting.set(id, { text, ticket, asWritten });
    this.tell(id);
  }

  tell(id) {
    const { text, asWritten } = this.waiting.get(id);
    const message = { type: "ask", id, text };
    if (asWritten) message.as_written = true;
    if (this.fresh && this.turns.length > 0) message.history = this.turns.slice(-TURNS);
    if (!this.connection.isOpen || !this.connection.send(message)) return;
    this.fresh = false;
    this.watch();
  }

  stateChanged(state) {
    if (state === "open") {
      this.fresh = true;
      for (const id of this.waiting.keys()) this.tell(id);
    } else {
      clearTimeout(this.alarm);
    }
    this.onState(state);
  }

  // Tells the server whether an answer was of use; nothing hangs on its reply.
  rate(text, helpful) {
    this.connection.send({ type: "feedback", id: "feedback", text, helpful });
  }

  // What else can be asked after the last answer; nobody waits for it.
  more(ticket, count) {
    if (this.connection.send({ type: "more", id: "more", count })) this.wanted = ticket;
  }

  hear(message) {
    if (message.type === "suggestions") {
      if (this.wanted && this.waiting.size === 0) this.onMore(this.wanted, message.suggestions);
      this.wanted = null;
      return;
    }
    const asked = this.waiting.get(message.id);
    if (!asked) return;
    if (message.retry_after_ms) {
      this.onDelay(asked.ticket, message.retry_after_ms);
      setTimeout(() => this.waiting.has(message.id) && this.tell(message.id), message.retry_after_ms);
      return;
    }
    this.waiting.delete(message.id);
    if (message.type === "answer") this.turns.push(asked.text);
    this.watch();
    this.onReply(asked.ticket, message);
  }

  watch() {
    clearTimeout(this.alarm);
    if (this.waiting.size > 0) this.alarm = setTimeout(() => this.connection.restart(), SILENCE);
  }
}
