import { close as closeCompletion, complete, completionKey } from "./completion.js";
import { call, dayOf, el, plural, stored } from "./dom.js";
import { follow, load, loadEarlier, place, refuse, remove, tell } from "./conversation.js";
import { watchQuotes } from "./exchange.js";
import { renderAnswer } from "./answer.js";
import { showLibrary } from "./library.js";
import { addFile, at, press, say } from "./requests.js";
import { me, signedIn } from "./signin.js";
import { closeSource, openSource, whenClosed } from "./source.js";

const byId = (id) => document.getElementById(id);
const [log, welcome, scroller, composer, question, replying, libraryLine, documents, toLibrary, earlier] =
  ["log", "welcome", "scroller", "composer", "question", "replying", "library", "documents", "to-library", "earlier"].map(byId);
const answers = new Map();
let channels = [];
let commands = [];
let channel = null;
let events = null;
let replyTo = null;
let shownHash = "";

const page = {
  open(answer, n, button) {
    keep(`#${answer.answerId}/${n}`);
    return openSource(answer, n, button);
  },
  async openPlace(answerId, n, button) {
    const answer = answers.get(answerId) ?? await guarded(() => call(`/api/answers/${answerId}`));
    if (answer === null) return null;
    page.knows(answer);
    return page.open(answer, n, button);
  },
  knows(answer) {
    if (answer !== null) answers.set(answer.answerId, answer);
  },
  mayEnd: (exchange) => exchange.by === me.name || me.role === "editor",
  alone: () => me.name === null,
  isMine: (exchange) => exchange.by === me.name,
  press: (id, action, value) => guarded(() => press(channel.name, id, action, value), id),
  say: (text, parent) => ask(text, parent),
  reply(exchange) {
    replyTo = exchange.id;
    replying.replaceChildren("Asking further: ", stored(exchange.asked ?? ""), el("button", { type: "button", class: "quiet", onclick: () => { stopReplying(); question.focus(); } }, "Stop"));
    replying.hidden = false;
    question.focus();
  },
};

function stopReplying() {
  replyTo = null;
  replying.hidden = true;
}

/** A refusal is told beside the exchange it is about, or at the end of the conversation. */
async function guarded(work, id = null) {
  try {
    return await work();
  } catch (fault) {
    if (id !== null) refuse(id, fault.message);
    else log.append(el("p", { class: "trouble", role: "alert" }, fault.message));
    if (id === null) scroller.scrollTop = scroller.scrollHeight;
    return null;
  }
}

async function ask(text, parent = replyTo) {
  const to = parent;
  stopReplying();
  showConversation();
  const taken = await guarded(() => say(channel.name, text, to));
  if (taken?.exchangeId) follow(taken.exchangeId);
}

/** Opens a channel: first its events, then what was said, so that nothing falls between. */
function openChannel(chosen) {
  channel = chosen;
  events?.close();
  stopReplying();
  closeSource();
  describe();
  for (const button of document.querySelectorAll(".channel")) button.toggleAttribute("aria-current", false);
  document.querySelector(`.channel[data-name="${chosen.name}"]`)?.setAttribute("aria-current", "page");
  const stream = new EventSource(at(chosen.name, "events"));
  events = stream;
  const isStill = () => events === stream;
  let again = false;
  const opened = new Promise((done) => {
    stream.addEventListener("open", () => {
      load(chosen.name, page, again, isStill).then(done, done);
      again = true;
    });
  });
  stream.addEventListener("exchange", (event) => {
    const exchange = JSON.parse(event.data);
    place(exchange, page);
    if (exchange.state === "answered" && exchange.answer === null) refresh();
  });
  stream.addEventListener("note", (event) => {
    const note = JSON.parse(event.data);
    if (!note.passing || byId(`x-${note.messageId}`)?.dataset.state === "working") tell(note.messageId, note.reply);
  });
  stream.addEventListener("gone", (event) => remove(JSON.parse(event.data).id));
  // A stream that is closed for good: nobody is signed in any more.
  stream.addEventListener("error", () => { if (stream.readyState === EventSource.CLOSED) call("/api/channels").catch((fault) => { if (fault.status === 401) location.reload(); }); });
  if (!documents.hidden) showLibrary(chosen.name);
  return opened;
}

async function refresh() {
  const found = await call("/api/channels").catch(() => null);
  if (found === null) return;
  ({ channels, commands } = found);
  byId("channels").replaceChildren(...channels.map((c) => el("li", {},
    el("button", { type: "button", class: "channel", "data-name": c.name, "aria-current": c.name === channel?.name ? "page" : null, onclick: () => openChannel(c) }, stored(c.name)))));
  channel = channels.find((c) => c.name === channel?.name) ?? channel;
  if (channel) describe();
}

function describe() {
  const newest = dayOf(channel.newest);
  libraryLine.replaceChildren(stored(channel.name, "library-name"), ` · ${plural(channel.documents, "document", "documents")}${newest ? ` · newest ${newest}` : ""}`);
  const empty = channel.documents === 0;
  byId("welcome-title").textContent = empty ? "The library is empty" : "Ask the library a question";
  byId("welcome-words").textContent = empty ? "Drop a file on this page to add it, then ask." : "Answers are quoted word for word. Every number opens the place it was quoted from.";
  byId("examples").replaceChildren(...channel.examples.map((text) => el("li", {}, el("button", { type: "button", class: "example", onclick: () => ask(text) }, text))));
  byId("welcome-add").replaceChildren(channel.samples > 0
    ? `${plural(channel.samples, "document is a sample", "documents are samples")} about a port that does not exist. Drop your own files on this page, or add them with `
    : "More files: drop them on this page, or add them with ", el("code", {}, "briefingbot add FOLDER"));
}

function keep(hash) {
  shownHash = hash;
  history.replaceState(null, "", hash === "" ? location.pathname : hash);
}

/** An address such as #K7QX3M9TRB/2 opens a stored answer and, with a number, its source. */
async function openHash() {
  if (location.hash === shownHash) return;
  const parts = /^#([0-9A-Za-z]{10})(?:\/(\d{1,3}))?$/.exec(location.hash);
  if (!parts) return;
  shownHash = location.hash;
  try {
    const answer = await call(`/api/answers/${parts[1]}`);
    page.knows(answer);
    let shown = document.querySelector(`[data-cite^="${answer.answerId}/"]`)?.closest(".exchange");
    if (!shown) {
      welcome.hidden = true;
      shown = el("article", { class: "exchange" }, el("h2", { class: "question" }, stored(answer.question)), el("div", { class: "brief" }, renderAnswer(answer, page.open)));
      log.append(shown);
    }
    shown.scrollIntoView({ block: "start" });
    const n = Number(parts[2] ?? 0);
    if (n > 0) await openSource(answer, n, shown.querySelector(`[data-cite="${answer.answerId}/${n}"]`));
  } catch (fault) {
    log.append(el("p", { class: "trouble", role: "alert" }, fault.message));
  }
}

function showConversation() {
  documents.hidden = true;
  scroller.hidden = false;
  toLibrary.setAttribute("aria-pressed", "false");
}

toLibrary.addEventListener("click", () => {
  if (!documents.hidden) return showConversation();
  documents.hidden = false;
  scroller.hidden = true;
  toLibrary.setAttribute("aria-pressed", "true");
  return showLibrary(channel.name);
});

earlier.addEventListener("click", () => {
  const stream = events;
  return guarded(() => loadEarlier(channel.name, page, () => events === stream));
});

async function add(list) {
  showConversation();
  for (const file of list) {
    const taken = await guarded(() => addFile(channel.name, file));
    if (taken?.exchangeId) follow(taken.exchangeId);
  }
}

function fit() {
  question.style.height = "auto";
  question.style.height = `${Math.min(question.scrollHeight, 180)}px`;
}

composer.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = question.value.trim();
  if (text === "" || channel === null) return;
  question.value = "";
  fit();
  closeCompletion(question);
  ask(text);
});
question.addEventListener("input", () => {
  fit();
  complete(question, commands, channel?.name);
});
question.addEventListener("blur", () => closeCompletion(question));
question.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (completionKey(event, question)) return event.preventDefault();
  if (event.key !== "Enter" || event.shiftKey) return;
  event.preventDefault();
  composer.requestSubmit();
});
byId("file").addEventListener("change", async (event) => {
  await add([...event.target.files]);
  event.target.value = "";
});
const drop = byId("drop");
document.addEventListener("dragover", (event) => {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  drop.hidden = false;
});
document.addEventListener("dragleave", (event) => { if (event.relatedTarget === null) drop.hidden = true; });
document.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.hidden = true;
  add([...event.dataTransfer.files]);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && closeSource()) event.preventDefault();
});
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  question.focus();
});
window.addEventListener("hashchange", openHash);
whenClosed(() => keep(""));
watchQuotes(document.body, (cite) => {
  const [id, n] = cite.split("/");
  const answer = answers.get(id);
  return answer && [...answer.citations, ...answer.related].find((c) => String(c.n) === n);
});

byId("conversation").querySelector(".attach").hidden = (await signedIn()).role === "reader";
await refresh();
if (channels.length > 0) await openChannel(channels.find((c) => c.name === "default") ?? channels[0]);
else libraryLine.textContent = "BriefingBot has no library here, or does not answer.";
await openHash();
document.documentElement.dataset.ready = "true";
