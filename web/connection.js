// A WebSocket that comes back by itself. It says in which state it is, and hands on what it hears; what has to be
// said again after a break is the business of whoever uses it.

const FIRST_WAIT = 400; // milliseconds
const LONGEST_WAIT = 8000;
const MANY = 3; // vain attempts, after which the server is said to be gone; they go on

export class Connection {
  // onState gets "connecting", "open", "waiting" or "gone"; onMessage gets each message as an object.
  constructor(url, { onState, onMessage }) {
    this.url = url;
    this.onState = onState;
    this.onMessage = onMessage;
    this.wait = FIRST_WAIT;
    this.timer = 0;
    this.attempts = 0;
    window.addEventListener("online", () => this.retryNow());
    document.addEventListener("visibilitychange", () => document.hidden || this.retryNow());
    this.connect();
  }

  get isOpen() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  send(message) {
    if (!this.isOpen) return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }

  // The other side has fallen silent: start anew.
  restart() {
    const silent = this.socket;
    silent.onclose = null;
    silent.onmessage = null;
    silent.close();
    this.scheduleRetry();
  }

  retryNow() {
    if (!this.timer) return;
    clearTimeout(this.timer);
    this.wait = FIRST_WAIT;
    this.connect();
  }

  connect() {
    this.timer = 0;
    if (this.attempts < MANY) this.onState("connecting");
    this.attempts += 1;
    this.socket = new WebSocket(this.url);
    this.socket.onopen = () => {
      this.wait = FIRST_WAIT;
      this.attempts = 0;
      this.onState("open");
    };
    this.socket.onmessage = (event) => this.onMessage(JSON.parse(event.data));
    this.socket.onclose = () => this.scheduleRetry();
  }

  scheduleRetry() {
    const spread = 0.75 + Math.random() / 2; // so that not all pages knock at once
    this.timer = setTimeout(() => this.connect(), this.wait * spread);
    this.wait = Math.min(this.wait * 1.6, LONGEST_WAIT);
    this.onState(this.attempts < MANY ? "waiting" : "gone");
  }
}
