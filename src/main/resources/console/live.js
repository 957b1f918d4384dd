// Keeps the queue up to date, and plays left messages by keys. Pages work without it.
"use strict";

/** The list asks for itself again when the server says that something has changed. */
class Live {
  constructor(list) {
    this.list = list;
    this.status = document.getElementById("live");
    this.source = new EventSource(list.dataset.live);
    this.source.addEventListener("hello", () => this.connected());
    this.source.addEventListener("changed", () => this.refresh());
    this.source.addEventListener("error", () => this.lost());
    document.body.addEventListener("htmx:beforeSwap", (event) => this.before(event));
    document.body.addEventListener("htmx:afterSwap", (event) => this.after(event));
  }

  connected() {
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
    htmx.trigger(document.body, "line:changed");
  }

  /** Whoever is in the list with the keyboard stays where they are. */
  before(event) {
    if (event.target !== this.list) return;
    const here = document.activeElement;
    this.place = this.list.contains(here) ? here.getAttribute("href") || (here.form && here.form.getAttribute("action")) : null;
    this.rows = this.list.querySelectorAll("tbody tr").length;
  }

  after(event) {
    if (event.target !== this.list) return;
    if (this.place) {
      const found = this.list.querySelector(`a[href="${this.place}"], form[action="${this.place}"] button`);
      if (found) found.focus();
    }
    const counts = this.list.querySelector(".line-counts");
    if (counts) this.say("The queue has changed: " + counts.textContent.trim() + ".");
  }

  say(text) {
    if (this.status.textContent !== text) this.status.textContent = text;
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

document.querySelectorAll("[data-live]").forEach((list) => new Live(list));
document.querySelectorAll("[data-player]").forEach((box) => new Player(box));
