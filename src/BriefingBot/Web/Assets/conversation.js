import { call, el } from "./dom.js";
import { blocks, files, progressOf, renderExchange } from "./exchange.js";
import { at } from "./requests.js";

const byId = (id) => document.getElementById(id);
const [log, welcome, scroller, question, earlier] = ["log", "welcome", "scroller", "question", "earlier"].map(byId);
const shown = new Map();
let oldest = null;
let followed = null;

/** Keeps what was asked just now at the top while its answer comes in, until the reader looks elsewhere. */
export function follow(id) {
  const node = byId(`x-${id}`);
  node?.scrollIntoView({ block: "start" });
  followed = node?.dataset.state === "working" ? id : null;
}

for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"]) scroller.addEventListener(kind, () => { followed = null; }, { passive: true });

/** Loads what was said in a channel. Where it stands already, as after a restart of the program, only what has changed is drawn again. */
export async function load(name, page, again, isStill) {
  const conversation = await call(at(name, "exchanges"));
  if (!isStill()) return;
  if (!again) {
    log.replaceChildren();
    shown.clear();
  }
  welcome.hidden = conversation.exchanges.length > 0 || log.children.length > 0;
  for (const exchange of conversation.exchanges) place(exchange, page);
  if (again) return;
  oldest = conversation.exchanges[0]?.id ?? null;
  earlier.hidden = !conversation.earlier;
  scroller.scrollTop = scroller.scrollHeight;
}

/** Puts what stands before the oldest exchange in its place; what is being read stays where it is. */
export async function loadEarlier(name, page, isStill) {
  const found = await call(at(name, `exchanges?before=${encodeURIComponent(oldest)}`));
  if (!isStill()) return;
  const read = [...log.querySelectorAll(":scope > :not([data-parent])")].find((node) => node.getBoundingClientRect().bottom > scroller.getBoundingClientRect().top);
  const top = read?.getBoundingClientRect().top ?? 0;
  scroller.classList.add("still");
  log.setAttribute("aria-busy", "true");
  for (const exchange of found.exchanges) place(exchange, page, true);
  oldest = found.exchanges[0]?.id ?? oldest;
  earlier.hidden = !found.earlier;
  scroller.scrollTop += (read?.getBoundingClientRect().top ?? top) - top;
  log.removeAttribute("aria-busy");
  requestAnimationFrame(() => requestAnimationFrame(() => scroller.classList.remove("still")));
  if (earlier.hidden) question.focus({ preventScroll: true });
}

/** Draws an exchange in its place: where it stood, or in the order of what was said, here or in its thread. */
export function place(exchange, page, first = false) {
  welcome.hidden = true;
  page.knows(exchange.answer);
  const words = JSON.stringify(exchange);
  const old = byId(`x-${exchange.id}`);
  if (old !== null && shown.get(exchange.id) === words) return;
  shown.set(exchange.id, words);
  // A button that is pressed just now must not be replaced under the pointer.
  if (old?.dataset.state === "working" && exchange.state === "working" && progressOf(old, exchange)) return;
  const node = renderExchange(exchange, page);
  if (old === null) insert(node, exchange, first);
  else replace(old, node, exchange);
  if (exchange.note) tell(exchange.id, exchange.note);
  if (exchange.id !== followed) return;
  node.scrollIntoView({ block: "start" });
  if (exchange.state !== "working") followed = null;
}

function insert(node, exchange, first) {
  const thread = exchange.parent === null ? null : byId(`x-${exchange.parent}`)?.querySelector(":scope > .thread");
  const into = thread ?? log;
  into.insertBefore(node, after(into, exchange.order));
  // What was said in its thread can be on the page before it.
  node.querySelector(":scope > .thread")?.append(...log.querySelectorAll(`:scope > [data-parent="${exchange.id}"]`));
  if (!first) node.scrollIntoView({ block: "nearest" });
}

/** What stands behind an exchange that is not there yet: of two said at the same moment either can be heard of first. */
function after(into, order) {
  let next = null;
  for (let node = into.lastElementChild; node !== null && Number(node.dataset.order) > order; node = node.previousElementSibling) next = node;
  return next;
}

function replace(old, node, exchange) {
  const thread = old.querySelector(":scope > .thread");
  const focused = old.contains(document.activeElement) && !thread?.contains(document.activeElement);
  const note = old.querySelector(":scope > .said-back");
  if (thread) node.querySelector(":scope > .thread").replaceWith(thread);
  if (note && !note.hidden && old.dataset.state === exchange.state) node.querySelector(":scope > .said-back").replaceWith(note);
  old.replaceWith(node);
  if (focused) question.focus({ preventScroll: true });
}

/** What was said to a press of a button, beside the exchange it stands under. */
export function tell(id, reply) {
  say(id, [...blocks(reply), ...files(reply)]);
}

export function refuse(id, sentence) {
  say(id, [el("p", { class: "trouble" }, sentence)]);
}

function say(id, nodes) {
  const line = byId(`x-${id}`)?.querySelector(":scope > .said-back");
  if (!line) return;
  line.hidden = false;
  line.replaceChildren(...nodes);
}

/** What has become another's alone. */
export function remove(id) {
  shown.delete(id);
  byId(`x-${id}`)?.remove();
}
