// What was asked before, as a shell keeps it: the arrow keys walk through it, and what was being written is found again
// at its end.

export class History {
  constructor() {
    this.asked = [];
    this.at = 0; // asked.length: what is being written
    this.draft = "";
  }

  add(question) {
    if (this.asked.at(-1) !== question) this.asked.push(question);
    this.at = this.asked.length;
    this.draft = "";
  }

  get isWalking() {
    return this.at < this.asked.length;
  }

  // The text that stands `step` away from `shown`, or null at an end.
  walk(step, shown) {
    const next = this.at + step;
    if (next < 0 || next > this.asked.length) return null;
    if (!this.isWalking) this.draft = shown;
    this.at = next;
    return this.isWalking ? this.asked[next] : this.draft;
  }

  leave() {
    this.at = this.asked.length;
  }
}
