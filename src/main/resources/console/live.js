// Keeps the queue up to date, and plays left messages by keys. Pages work without it.
"use strict";

/** The list asks for itself again when the server says that something has changed. */
class Live {
  /** The server is heard from every 15 seconds. */
  static SILENCE = 40000;

  constructor() {
    this.away = false;
    document.body.addEventListener("htmx:beforeSwap", (event) => this.before(event));
    document.body.addEventListener("htmx:afterSwap", (event) => this.after(event));
    setInterval(() => this.look(), 5000);
    this.show();
  }

  /** What the page has now: a form that is refused brings its list anew. */
  show() {
    this.list = document.querySelector("[data-live]");
    this.status = document.getElementById("live");
    if (this.list && !this.source) this.open();
  }

  open() {
    this.heard = Date.now();
    this.source = new EventSource(this.list.dataset.live);
    this.source.addEventListener("hello", () => this.connected());
    this.source.addEventListener("changed", () => this.refresh());
    this.source.addEventListener("beat", () => this.hears());
    this.source.addEventListener("error", () => this.lost());
  }

  /** A server that hangs closes nothing. */
  look() {
    if (!this.source || Date.now() - this.heard < Live.SILENCE) return;
    this.lost();
    this.source.close();
    this.open();
  }

  hears() {
    this.heard = Date.now();
  }

  connected() {
    this.hears();
    // Whatever happened while we were away, or while the page was on its way.
    if (this.away) this.refresh();
    this.away = false;
    this.say("");
  }

  lost() {
    this.away = true;
    this.say("The connection is lost. This list may be old. Trying again.");
  }

  refresh() {
    this.hears();
    htmx.trigger(document.body, "line:changed");
  }

  /** Whoever is in the list with the keyboard stays where they are. */
  before(event) {
    if (event.target !== this.list) return;
    const here = document.activeElement;
    this.place = this.list.contains(here) ? here.getAttribute("href") || (here.form && here.form.getAttribute("action")) : null;
    this.was = this.what();
  }

  after(event) {
    if (event.target !== this.list) return;
    if (this.place) {
      const found = this.list.querySelector(`a[href="${this.place}"], form[action="${this.place}"] button`);
      if (found) found.focus();
    }
    const now = this.what();
    if (now !== this.was) this.say("The queue has changed: " + this.counts() + ".");
  }

  counts() {
    return this.list.querySelector(".line-counts")?.textContent.trim() || "nothing waits";
  }

  /** What is worth telling whoever does not see it: the page asks once more when it begins to listen, and the list is the same. */
  what() {
    return [this.counts(), ...[...this.list.querySelectorAll("tbody a[href]")].map((link) => link.getAttribute("href"))].join(" ");
  }

  say(text) {
    if (this.status && this.status.textContent !== text) this.status.textContent = text;
  }
}

/** Buttons for what a browser's own player does not do: five seconds back, slower and faster. */
class Player {
  static SPEEDS = [0.75, 1, 1.25, 1.5, 2];

  constructor(box) {
    this.audio = box.querySelector("audio");
    this.speed = box.querySelector(".line-player__speed");
    const keys = box.querySelector(".line-player__keys");
    keys.hidden = false;
    keys.addEventListener("click", (event) => this.press(event.target.dataset.key));
  }

  /** While somebody writes down what they hear, the first message on the page obeys the keyboard wherever they are. */
  hearsKeys() {
    const keys = { KeyP: "toggle", KeyB: "back" };
    document.addEventListener("keydown", (event) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || !keys[event.code] || !this.audio.isConnected) return;
      event.preventDefault();
      this.press(keys[event.code]);
    });
  }

  press(key) {
    if (key === "toggle") this.audio.paused ? this.audio.play() : this.audio.pause();
    if (key === "back") this.audio.currentTime = Math.max(0, this.audio.currentTime - 5);
    if (key === "slower") this.at(-1);
    if (key === "faster") this.at(1);
  }

  at(step) {
    const now = Player.SPEEDS.indexOf(this.audio.playbackRate);
    const next = Math.min(Player.SPEEDS.length - 1, Math.max(0, now + step));
    this.audio.playbackRate = Player.SPEEDS[next];
    this.speed.textContent = "Speed " + Player.SPEEDS[next];
  }
}

/** The board asks for itself again every few seconds: when nobody answers, it says so until somebody does. */
class Board {
  constructor() {
    const events = ["htmx:sendError", "htmx:responseError", "htmx:timeout"];
    events.forEach((name) => document.body.addEventListener(name, () => this.say("The connection is lost. These figures are old.")));
    document.body.addEventListener("htmx:afterSwap", () => this.say(""));
  }

  say(text) {
    const lost = document.getElementById("lost");
    if (lost && lost.textContent !== text) lost.textContent = text;
  }
}

const live = new Live();
new Board();
document.addEventListener("line:shown", () => live.show());

function players() {
  for (const box of document.querySelectorAll("[data-player]")) {
    const player = new Player(box);
    if (box.dataset.player === "keys") player.hearsKeys();
  }
}
players();
document.addEventListener("line:shown", players);
