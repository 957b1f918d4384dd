"use strict";

const POLL = 1000;
const LETTER = 65; // milliseconds that a voice takes for one letter
const RECORDING = 5000; // milliseconds that a recorded prompt is taken to last
const KEYS = "0123456789*#";

const at = (id) => document.getElementById(id);
const page = {
  sid: null, state: null, shown: "", spoken: 0, moment: "", until: 0, length: 0, busy: false, queue: [],
  toSay: [], saying: null,
};

function phone() {
  const chosen = at("who").value;
  return chosen === "other" ? international(at("other").value) : chosen;
}

function international(typed) {
  const digits = typed.replace(/[\s()-]/g, "");
  return digits.startsWith("0") ? "+44" + digits.slice(1) : digits;
}

function readable(number) {
  const digits = number.startsWith("+44") ? "0" + number.slice(3) : number;
  return /^0\d{10}$/.test(digits) ? digits.slice(0, 5) + " " + digits.slice(5) : digits;
}

async function ask(path, wish) {
  const answer = await fetch(path, wish && {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(wish),
  });
  const body = await answer.json().catch(() => ({ message: "The sandbox did not understand that." }));
  if (!answer.ok) {
    throw new Error(body.message || body.title || "That did not work.");
  }
  return body;
}

/** One deed after the other, so that quick fingers keep their order. */
function does(deed) {
  page.queue.push(deed);
  if (!page.busy) {
    next();
  }
}

async function next() {
  page.busy = true;
  while (page.queue.length > 0) {
    try {
      at("trouble").textContent = "";
      await page.queue.shift()();
    } catch (wrong) {
      at("trouble").textContent = wrong instanceof TypeError ? "The sandbox does not answer. Is it running?" : wrong.message;
      page.queue.length = 0;
    }
  }
  page.busy = false;
  await look();
}

const on = (sid, deed, wish) => () => ask("/phone/calls/" + sid + "/" + deed, wish || {});
const live = () => page.state && page.state.call && !page.state.call.ended ? page.state.call : null;

function call() {
  does(async () => {
    page.spoken = 0;
    page.sid = (await ask("/phone/call", { from: phone() })).sid;
  });
}

function press(key) {
  const current = live();
  if (current) {
    flash(key);
    does(on(current.sid, "press", { keys: key }));
  }
}

function deed(name, wish) {
  const current = live();
  if (current) {
    does(on(current.sid, name, wish));
  }
}

function flash(key) {
  const button = document.querySelector('[data-key="' + key + '"]');
  button.classList.add("pressed");
  setTimeout(() => button.classList.remove("pressed"), 200);
}

async function look() {
  try {
    const query = new URLSearchParams({ call: page.sid || "", phone: phone() });
    const state = await ask("/phone/state?" + query);
    page.state = state;
    const text = JSON.stringify(state) + phone();
    if (text !== page.shown) {
      page.shown = text;
      show(state);
    }
  } catch (wrong) {
    at("trouble").textContent = "The sandbox does not answer. Is it running?";
  }
}

function show(state) {
  const current = live();
  const kind = current ? current.waiting.kind : "none";
  at("line-number").textContent = state.line ? "The line, " + readable(state.line) : "The line";
  say("waiting", describe(state.call));
  enable("call", !current);
  enable("hangup", Boolean(current));
  at("who").disabled = at("other").disabled = Boolean(current);
  document.querySelectorAll("#keypad button").forEach((key) => { key.disabled = !current; });
  at("key-deeds").hidden = kind !== "keys";
  at("record-deeds").hidden = kind !== "recording";
  at("finish").hidden = kind !== "recording" || !current.waiting.finish.includes("#");
  showLines(state.call);
  showTexts(state.texts);
  showPhones(state.phones);
  aloud(state.call);
  beginClock(current);
}

/** Keeps the keyboard's place when the button under it goes. */
function enable(id, possible) {
  const held = document.activeElement === at(id);
  at(id).disabled = !possible;
  if (held && !possible) {
    at(id === "call" ? "hangup" : "call").disabled = false;
    at(id === "call" ? "hangup" : "call").focus();
  }
}

function describe(current) {
  if (!current) {
    return "Ready to call";
  }
  const waiting = current.waiting;
  switch (waiting.kind) {
    case "keys": return keysWanted(waiting);
    case "recording": return "The line waits for your message";
    case "dialling": return "The line is calling somebody. Please hold";
    case "bridged": return "You are put through";
    case "ended": return current.failure ? "The call failed: " + current.failure : "The call has ended";
    default: return "On the line";
  }
}

function keysWanted(waiting) {
  if (waiting.keys === 1) {
    return "The line waits for one key";
  }
  const some = waiting.keys > 1 ? waiting.keys + " keys" : "keys";
  const finish = waiting.finish ? ", ended with " + [...waiting.finish].join(" or ") : "";
  return "The line waits for " + some + finish;
}

function say(id, text) {
  if (at(id).textContent !== text) {
    at(id).textContent = text;
  }
}

const WORDS = {
  plays: (text) => "(recording) " + text.split("/").pop(), beeps: () => "Beep", pauses: (text) => text,
  rings: (text) => "Calling " + readable(text), connects: () => "Put through", ends: () => "The call has ended",
  calls: (text) => "You call " + readable(text), presses: (text) => [...text].join(" "), speaks: (text) => "(" + text + ")",
  stays_silent: () => "(silence)", hangs_up: () => "You hang up", says: (text) => text,
};

function showLines(current) {
  const lines = current ? together(current.lines) : [];
  const words = lines.slice(lines.map((line) => line.line).lastIndexOf(false) + 1).filter((line) => line.kind === "says" || line.kind === "plays");
  say("last", words.map((line) => WORDS[line.kind](line.text)).join(" "));
  at("no-lines").hidden = lines.length > 0;
  keep(at("lines"), lines, (line) => bubble(line));
  at("lines").scrollTop = at("lines").scrollHeight;
}

/** Keys pressed one after the other read as one; a rest within a sentence is heard and not read. */
function together(lines) {
  const all = [];
  for (const line of lines.filter((each) => each.kind !== "pauses")) {
    const before = all[all.length - 1];
    if (before && line.kind === "presses" && before.kind === "presses") {
      all[all.length - 1] = { ...before, text: before.text + line.text };
    } else {
      all.push(line);
    }
  }
  return all;
}

function bubble(line) {
  const item = document.createElement("div");
  const spoken = ["says", "plays", "presses", "speaks", "stays_silent"].includes(line.kind);
  item.className = spoken ? "bubble " + (line.line ? "by-line" : "by-you") : "note";
  if (spoken) {
    const who = document.createElement("b");
    who.textContent = line.line ? "Line" : line.kind === "presses" ? "You press" : "You";
    item.append(who);
  }
  const words = document.createElement("span");
  words.textContent = WORDS[line.kind](line.text);
  if (line.language) {
    words.lang = line.language;
  }
  item.append(words);
  if (line.kind === "plays") {
    item.append(player(line));
  }
  return item;
}

const sound = (line) => "/phone/sound?" + new URLSearchParams({ url: line.text });

function player(line) {
  const audio = document.createElement("audio");
  audio.controls = true;
  audio.preload = "none";
  audio.src = sound(line);
  audio.setAttribute("aria-label", "The recording that the line plays");
  return audio;
}

/** Changes only the rows that differ, so that a screen reader says only what is new. */
function keep(list, rows, make) {
  rows.forEach((row, i) => {
    const mark = JSON.stringify(row);
    const old = list.children[i];
    if (!old || old.dataset.mark !== mark) {
      const item = make(row);
      item.dataset.mark = mark;
      if (old) { old.replaceWith(item); } else { list.append(item); }
    }
  });
  while (list.children.length > rows.length) {
    list.lastChild.remove();
  }
}

function showTexts(texts) {
  at("no-texts").hidden = texts.length > 0;
  keep(at("texts"), texts, (text) => {
    const item = bubble({ kind: "says", text: text.body, line: !text.mine, language: "" });
    item.className = "bubble " + (text.mine ? "by-you" : "by-line");
    item.querySelector("b").textContent = text.mine ? "You" : "From " + readable(text.from) + ", " + text.status;
    return item;
  });
}

function showPhones(phones) {
  at("phones-section").hidden = phones.length === 0;
  keep(at("phones"), phones, otherPhone);
}

function otherPhone(other) {
  const box = document.createElement("div");
  box.className = "other-phone";
  const title = document.createElement("h3");
  const rings = other.waiting.kind === "ringing";
  title.textContent = readable(other.to) + (rings ? " is ringing" : other.waiting.kind === "bridged" ? " is put through" : " has answered");
  const heard = document.createElement("p");
  heard.textContent = other.lines.filter((line) => line.kind === "says" || line.kind === "plays").map((line) => WORDS[line.kind](line.text)).join(" ");
  const buttons = document.createElement("div");
  buttons.className = "buttons";
  const add = (name, act, wish) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.setAttribute("aria-label", name + " on " + readable(other.to));
    button.addEventListener("click", () => does(on(other.sid, act, wish)));
    buttons.append(button);
  };
  if (rings) {
    add("Answer", "answer");
    add("Let it ring out", "silence");
    add("Decline", "hangup");
  } else {
    if (other.waiting.kind === "keys") {
      ["1", "2"].forEach((key) => add("Press " + key, "press", { keys: key }));
      add("Press nothing", "silence");
    }
    add("Hang up", "hangup");
  }
  box.append(title, heard, buttons);
  return box;
}

function aloud(current) {
  const lines = current ? current.lines : [];
  const fresh = lines.slice(page.spoken);
  page.spoken = lines.length;
  if (!at("aloud").checked) {
    return;
  }
  if (fresh.some((line) => !line.line)) {
    hush();
  }
  page.toSay.push(...fresh.filter((line) => line.kind === "says" || line.kind === "plays"));
  sayNext();
}

/** Voice and recordings one after the other, as on the phone. */
function sayNext() {
  if (page.saying || page.toSay.length === 0) {
    return;
  }
  const line = page.toSay.shift();
  const mine = page.saying = { audio: null };
  const over = () => {
    if (page.saying === mine) {
      page.saying = null;
      sayNext();
    }
  };
  if (line.kind === "plays") {
    mine.audio = new Audio(sound(line));
    mine.audio.addEventListener("ended", over);
    mine.audio.addEventListener("error", over);
    mine.audio.play().catch(over);
  } else if (window.speechSynthesis) {
    const words = new SpeechSynthesisUtterance(line.text);
    words.lang = line.language || "en-GB";
    words.addEventListener("end", over);
    words.addEventListener("error", over);
    speechSynthesis.speak(words);
  } else {
    over();
  }
}

function hush() {
  const was = page.saying;
  page.saying = null;
  page.toSay.length = 0;
  if (was && was.audio) {
    was.audio.pause();
  }
  if (window.speechSynthesis) {
    speechSynthesis.cancel();
  }
}

/** The line's own time-out, counted from when a voice would have said everything. */
function beginClock(current) {
  const limited = current && current.waiting.timeout > 0 && !at("wait").checked;
  const moment = limited ? current.sid + ":" + current.lines.length : "";
  if (moment === page.moment) {
    return;
  }
  page.moment = moment;
  if (limited) {
    const lines = current.lines;
    const last = lines.map((line) => line.line).lastIndexOf(false);
    const speaking = lines.slice(last + 1).reduce((sum, line) => sum
      + (line.kind === "says" ? line.text.length * LETTER : line.kind === "plays" ? RECORDING : 0), 0);
    page.length = current.waiting.timeout * 1000;
    page.until = Date.now() + speaking + page.length;
  }
  tick();
}

function tick() {
  const limited = page.moment !== "" && page.until !== Infinity;
  at("clock").hidden = at("seconds").hidden = !limited;
  if (!limited) {
    return;
  }
  const left = page.until - Date.now();
  const share = Math.max(0, Math.min(1, left / page.length));
  at("clock-bar").style.width = 100 * share + "%";
  at("seconds").textContent = left > page.length ? "The line is still speaking"
    : Math.max(0, Math.ceil(left / 1000)) + " seconds until the line goes on";
  if (left <= 0 && !page.busy) {
    page.moment = "over";
    page.until = Infinity;
    deed("silence");
  }
}

function typed(event) {
  const field = event.target.closest("input:not([type=checkbox]), select, textarea");
  if (!at("shortcuts").checked || field || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  if (KEYS.includes(event.key) && event.key.length === 1) {
    press(event.key);
  } else if (event.key === "Enter" && !event.target.closest("button, a, input") && !live()) {
    call();
  }
}

at("call").addEventListener("click", call);
at("hangup").addEventListener("click", () => deed("hangup"));
at("nothing").addEventListener("click", () => deed("silence"));
at("quiet").addEventListener("click", () => deed("silence"));
at("speak").addEventListener("click", () => deed("speak", { seconds: 5 }));
at("finish").addEventListener("click", () => deed("press", { keys: "#" }));
at("keypad").addEventListener("click", (event) => {
  const key = event.target.closest("[data-key]");
  if (key) {
    press(key.dataset.key);
  }
});
at("who").addEventListener("change", () => {
  at("other-field").hidden = at("who").value !== "other";
  look();
});
at("wait").addEventListener("change", () => beginClock(live()));
at("aloud").addEventListener("change", () => {
  if (!at("aloud").checked) {
    hush();
  }
});
at("text-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const body = at("text").value;
  does(async () => {
    await ask("/phone/text", { from: phone(), body });
    at("text").value = "";
  });
});
document.addEventListener("keydown", typed);
setInterval(() => { if (!page.busy) { look(); } }, POLL);
setInterval(tick, 250);
look();
