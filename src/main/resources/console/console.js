// Warns before somebody is signed out, and keeps what they have typed. Pages work without it.
"use strict";

const body = document.body;
const WARNING = 120;
const NEVER_KEPT = ["password", "hidden", "file", "submit", "button"];

/** What is wrong with a form is the first thing that a person needs to know. */
function focusOnErrors() {
  const errors = document.querySelector("[data-focus]");
  if (errors) errors.focus();
  return Boolean(errors);
}

/** htmx shows where a request comes from, as forms do by a hidden field. */
function signHtmxRequests() {
  body.addEventListener("htmx:configRequest", (event) => {
    event.detail.headers["X-Form-Token"] = body.dataset.formToken;
  });
}

/**
 * Sends forms without leaving the page. What is done leads on to its page; a form that is refused is shown here with what was
 * typed, so that going back never asks to send it again. A form is on its way once, however often it is clicked.
 */
class Forms {
  /** @param typed what is typed on this page; nothing of it is kept at the door */
  constructor(typed) {
    this.typed = typed;
    this.busy = false;
    body.addEventListener("submit", (event) => this.sent(event));
    addEventListener("pageshow", () => (this.busy = false));
  }

  sent(event) {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.hasAttribute("data-download")) return Forms.clear();
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.send(form, event.submitter);
  }

  /** Whoever is led on cannot send the form again on the way. */
  async send(form, button) {
    const answer = await this.post(form, button);
    const wanted = answer && answer.headers.get("X-Go");
    if (wanted) {
      this.typed?.taken(form, wanted);
      Forms.go(wanted);
    }
    else if (answer && answer.redirected) location.assign(answer.url);
    else {
      this.busy = false;
      if (!answer) Forms.tell("The connection is lost, and nothing was sent. Try again in a moment: this page is as you left it.");
      else if (answer.status === 413) Forms.tell("That is too long to send. What you typed is still here: shorten it.");
      else this.show(new DOMParser().parseFromString(await answer.text(), "text/html"));
    }
  }

  /** Takes away what an earlier answer said, where the next one is no page. */
  static clear() {
    for (const said of document.querySelectorAll(".govuk-error-summary, .govuk-error-message, #unsent")) said.remove();
  }

  async post(form, button) {
    const data = new FormData(form, button);
    const headers = { "X-In-Place": "yes", Accept: "text/html,*/*" };
    try {
      return await fetch(form.action, { method: "POST", body: new URLSearchParams(data), headers });
    } catch {
      return null;
    }
  }

  /** An address that differs by its fragment alone would not be loaded again. */
  static go(wanted) {
    const url = new URL(wanted, location.href);
    const here = url.pathname === location.pathname && url.search === location.search;
    if (here) {
      history.replaceState(null, "", url);
      location.reload();
    } else location.assign(url);
  }

  show(page) {
    if (!page.getElementById("main")) return location.reload();
    document.title = page.title;
    document.getElementById("main").replaceWith(page.getElementById("main"));
    window.htmx?.process(document.getElementById("main"));
    document.dispatchEvent(new Event("line:shown"));
    window.scrollTo(0, 0);
    if (!focusOnErrors()) document.getElementById("main").focus();
  }

  static tell(sentence) {
    document.getElementById("unsent")?.remove();
    const notice = document.createElement("div");
    notice.id = "unsent";
    notice.className = "line-notice";
    notice.setAttribute("role", "alert");
    document.getElementById("main").prepend(notice);
    const text = document.createElement("p");
    text.textContent = sentence;
    notice.append(text);
    notice.scrollIntoView();
  }
}

/** Asks, at first, whether this person has been busy in another tab; says then how long they have; leaves at the end. */
class Timeout {
  constructor(seconds) {
    this.dialog = document.getElementById("timeout");
    this.text = document.getElementById("timeout-text");
    this.told = false;
    this.is(seconds);
    document.getElementById("timeout-stay").addEventListener("click", () => this.stay());
    this.dialog.addEventListener("cancel", () => this.stay());
    setInterval(() => this.look(), 5000);
  }

  is(seconds) {
    this.endsAt = Date.now() + seconds * 1000;
  }

  left() {
    return Math.ceil((this.endsAt - Date.now()) / 1000);
  }

  async look() {
    if (this.left() > WARNING) return;
    if (!this.dialog.open || this.left() <= 0) await this.ask("/session", {});
    if (this.left() > WARNING) this.close();
    else if (this.left() <= 0) this.leave();
    else if (!this.told) this.warn();
  }

  warn() {
    const minutes = Math.ceil(this.left() / 60);
    const said = minutes > 1 ? "In about " + minutes + " minutes, if you do nothing." : "In less than a minute, if you do nothing.";
    // A screen reader hears it once a minute, not each time we look.
    if (this.text.textContent !== said) this.text.textContent = said;
    if (!this.dialog.open) this.dialog.showModal();
  }

  close() {
    if (this.dialog.open) this.dialog.close();
  }

  /** After the longest time nobody stays: they have the last minutes for what they are writing. */
  async stay() {
    const heard = await this.ask("/session/stay", { method: "POST", headers: { "X-Form-Token": body.dataset.formToken } });
    if (!heard) return;
    this.close();
    if (this.left() > WARNING) return;
    this.told = true;
    Forms.tell("You signed in 12 hours ago, which is the longest. In less than 2 minutes you are signed out: send what you have typed.");
  }

  /** How long there is by the server's clock; nothing changes when it cannot be asked. */
  async ask(path, options) {
    try {
      const answer = await fetch(path, options);
      if (answer.status === 401 || answer.redirected) this.leave();
      else if (answer.ok) this.is(Number(await answer.text()));
      return answer.ok && !answer.redirected;
    } catch {
      // Out of reach for a moment.
      return false;
    }
  }

  leave() {
    location.assign("/sign-in?wanted=" + encodeURIComponent(location.pathname + location.search));
  }
}

/**
 * Keeps what a person types in this tab until its form has taken it. It is put back after they have signed in again, have sent
 * another form of the page, or have come back to it.
 */
class Typed {
  static PREFIX = "typed ";
  static RESUME = "resume";

  constructor(owner) {
    this.key = Typed.PREFIX + owner + " " + location.pathname;
    Typed.forget((key) => !key.startsWith(Typed.PREFIX + owner + " "));
    if (sessionStorage.getItem(Typed.RESUME) || Typed.isBack()) this.restore();
    else sessionStorage.removeItem(this.key);
    sessionStorage.removeItem(Typed.RESUME);
    body.addEventListener("input", () => this.keep());
  }

  /** Whether the page was open in this tab before. */
  static isBack() {
    return ["back_forward", "reload"].includes(performance.getEntriesByType("navigation")[0]?.type);
  }

  static forget(which) {
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith(Typed.PREFIX) && which(key))
      .forEach((key) => sessionStorage.removeItem(key));
  }

  /** On the sign-in page: whoever signed out on purpose leaves nothing behind. */
  static atTheDoor() {
    if (location.search.includes("signed-out=")) Typed.forget(() => true);
    else sessionStorage.setItem(Typed.RESUME, "yes");
  }

  fields() {
    return [...document.querySelectorAll("main form input, main form textarea, main form select")].filter(
      (field) =>
        field.name &&
        field.form.method === "post" &&
        !NEVER_KEPT.includes(field.type) &&
        field.autocomplete !== "one-time-code",
    );
  }

  /** Forms of a page may differ by what they are about alone. */
  static id(field) {
    const about = ["other", "corrects", "sid"].map((name) => field.form.elements[name]?.value);
    return [field.form.getAttribute("action"), ...about, field.name, Typed.isChoice(field) ? field.value : ""].join(" ");
  }

  static isChoice(field) {
    return field.type === "checkbox" || field.type === "radio";
  }

  static value(field) {
    return Typed.isChoice(field) ? field.checked : field.value;
  }

  /** What the page itself has in a field. */
  static given(field) {
    if (Typed.isChoice(field)) return field.defaultChecked;
    if (field.type !== "select-one") return field.defaultValue;
    return ([...field.options].find((option) => option.defaultSelected) || field.options[0]).value;
  }

  kept() {
    return JSON.parse(sessionStorage.getItem(this.key) || "{}");
  }

  keep() {
    const before = this.kept();
    const values = {};
    for (const field of this.fields()) {
      const id = Typed.id(field);
      const value = Typed.value(field);
      // A form that was refused is given what was typed in it.
      if (value !== Typed.given(field) || value === before[id]) values[id] = value;
    }
    sessionStorage.setItem(this.key, JSON.stringify(values));
  }

  /** A form has gone: what was typed in the others of its page is still there when it leads back to this page. */
  taken(form, wanted) {
    this.keep();
    const values = this.kept();
    for (const field of this.fields()) {
      if (field.form === form) delete values[Typed.id(field)];
    }
    sessionStorage.setItem(this.key, JSON.stringify(values));
    if (new URL(wanted, location.href).pathname === location.pathname) sessionStorage.setItem(Typed.RESUME, "yes");
  }

  restore() {
    const values = this.kept();
    let changed = false;
    for (const field of this.fields()) {
      const value = values[Typed.id(field)];
      if (value === undefined || value === Typed.given(field)) continue;
      changed = true;
      field[Typed.isChoice(field) ? "checked" : "value"] = value;
      // What is folded away would not be seen to be back.
      field.closest("details")?.setAttribute("open", "");
    }
    if (changed) this.tell();
  }

  tell() {
    const notice = document.createElement("div");
    notice.className = "line-notice";
    notice.setAttribute("role", "status");
    document.getElementById("main").prepend(notice);
    const text = document.createElement("p");
    text.textContent = "What you had typed here is back. It has not been sent yet.";
    notice.append(text);
  }
}

focusOnErrors();
signHtmxRequests();
if (body.dataset.secondsLeft) {
  new Forms(new Typed(body.dataset.owner));
  new Timeout(Number(body.dataset.secondsLeft));
} else if (location.pathname.startsWith("/sign-in")) {
  new Forms();
  if (location.pathname === "/sign-in") Typed.atTheDoor();
}
