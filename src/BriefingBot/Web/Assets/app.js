import { renderAnswer } from "./answer.js";
import { call, dayOf, el, plural, stored } from "./dom.js";
import { closeSource, openSource } from "./source.js";

const log = document.getElementById("log");
const welcome = document.getElementById("welcome");
const composer = document.getElementById("composer");
const question = document.getElementById("question");
const askButton = document.getElementById("ask");
const libraryLine = document.getElementById("library");
let documents = null;
let shownHash = "";

/** A question with room for its answer below. */
function exchange(text) {
  welcome.hidden = true;
  const body = el("div", { class: "brief" });
  const node = el("article", { class: "exchange" }, el("h2", { class: "question" }, stored(text)), body);
  log.append(node);
  node.scrollIntoView({ block: "start" });
  return { node, body };
}

async function ask(text) {
  askButton.disabled = true;
  const { node, body } = exchange(text);
  body.append(el("p", { class: "progress" }, documents === null ? "Searching the library…" : `Searching ${plural(documents, "document", "documents")}…`));
  try {
    const answer = await call("/api/ask", { method: "POST", body: JSON.stringify({ question: text }) });
    body.replaceChildren(...renderAnswer(answer, open));
    keep(`#${answer.answerId}`);
  } catch (fault) {
    body.replaceChildren(trouble(fault.message, text));
  }
  node.scrollIntoView({ block: "start" });
  askButton.disabled = false;
  question.focus({ preventScroll: true });
}

function trouble(message, text) {
  return el("div", { class: "trouble", role: "alert" }, el("p", {}, message),
    text === null ? null : el("button", { type: "button", class: "quiet", onclick: (event) => { event.currentTarget.closest(".exchange").remove(); ask(text); } }, "Ask again"));
}

function open(answer, n, button) {
  keep(`#${answer.answerId}/${n}`);
  return openSource(answer, n, button);
}

function keep(hash) {
  shownHash = hash;
  history.replaceState(null, "", hash);
}

/** An address such as #K7QX3M9TRB/2 opens a stored answer and, with a number, its source. */
async function follow() {
  if (location.hash === shownHash) return;
  const parts = /^#([0-9A-Za-z]{10})(?:\/(\d{1,3}))?$/.exec(location.hash);
  if (!parts) return;
  shownHash = location.hash;
  try {
    const answer = await call(`/api/answers/${parts[1]}`);
    const { body } = exchange(answer.question);
    body.append(...renderAnswer(answer, open));
    const n = Number(parts[2] ?? 0);
    if (n > 0) await openSource(answer, n, body.querySelector(`[data-cite="${answer.answerId}/${n}"]`));
  } catch (fault) {
    exchange("An earlier answer").body.append(trouble(fault.message, null));
  }
}

async function describeLibrary() {
  try {
    const library = await call("/api/library");
    documents = library.documents;
    const newest = dayOf(library.newest);
    libraryLine.replaceChildren(stored(library.name, "library-name"), ` · ${plural(documents, "document", "documents")}${newest ? ` · newest ${newest}` : ""}`);
    invite(library);
  } catch (fault) {
    libraryLine.replaceChildren(fault.message);
  }
}

/** What to do next, when nothing was asked yet. */
function invite(library) {
  const add = document.getElementById("welcome-add");
  if (library.documents === 0) {
    document.getElementById("welcome-title").textContent = "The library is empty";
    document.getElementById("welcome-words").textContent = "Add a file or a folder of articles on the command line, then ask here.";
    add.replaceChildren(el("code", {}, "briefingbot add FOLDER"));
    return;
  }
  document.getElementById("examples").replaceChildren(...library.examples.map((text) =>
    el("li", {}, el("button", { type: "button", class: "example", onclick: () => ask(text) }, text))));
  if (library.samples > 0) {
    add.replaceChildren(`${plural(library.samples, "document is a sample", "documents are samples")} about a port that does not exist. Add your own with `, el("code", {}, "briefingbot add FOLDER"));
  }
}

function fit() {
  question.style.height = "auto";
  question.style.height = `${Math.min(question.scrollHeight, 180)}px`;
}

composer.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = question.value.trim();
  if (text === "" || askButton.disabled) return;
  question.value = "";
  fit();
  ask(text);
});
question.addEventListener("input", fit);
question.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  composer.requestSubmit();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && closeSource()) event.preventDefault();
});
window.addEventListener("hashchange", follow);

await describeLibrary();
await follow();
