import { call, dayOf, el, link, momentOf, plural, provenanceOf, stored } from "./dom.js";

const panel = document.getElementById("source");
const empty = document.getElementById("source-empty");
const opened = document.getElementById("source-open");
const columns = document.getElementById("columns");
const narrow = window.matchMedia("(max-width: 60rem)");
let openedBy = null;
let closed = () => {};
let asked = 0;

/** Opens what a number stands for: the whole cleaned text with the quote marked and scrolled to. */
export async function openSource(answer, n, button) {
  const turn = ++asked;
  remember(button);
  show(el("p", { class: "progress" }, `Opening source ${n}…`));
  try {
    const source = await call(`/api/answers/${encodeURIComponent(answer.answerId)}/citations/${n}`);
    if (turn !== asked) return;
    show(...sourceView(source));
    reveal(opened.querySelector("mark"));
  } catch (fault) {
    if (turn !== asked) return;
    show(head(`Source ${n}`), el("p", { class: "trouble" }, fault.message));
  }
  opened.querySelector("h2")?.focus({ preventScroll: true });
}

/** Opens a document of the library page, whole. */
export async function openDocument(channel, id, button) {
  const turn = ++asked;
  remember(button);
  show(el("p", { class: "progress" }, "Opening the document…"));
  try {
    const found = await call(`/api/channels/${encodeURIComponent(channel)}/documents/${encodeURIComponent(id)}`);
    if (turn !== asked) return;
    const c = { ...found.document, ...found, agency: null, alsoCarriedBy: [] };
    show(head(c.title), facts(c), el("div", { class: "document" }, paragraphs(found.text, 0, 0)),
      ...(found.shortened ? [el("p", { class: "notice" }, "The text is longer; its beginning is shown.")] : []), ...takenOut(found.removed));
  } catch (fault) {
    if (turn !== asked) return;
    show(head("Document"), el("p", { class: "trouble" }, fault.message));
  }
  opened.querySelector("h2")?.focus({ preventScroll: true });
}

/** Says what else is to be done when the source is closed. */
export function whenClosed(work) {
  closed = work;
}

export function closeSource() {
  if (opened.hidden) return false;
  closed();
  asked++;
  opened.hidden = true;
  opened.replaceChildren();
  empty.hidden = false;
  columns.classList.remove("reading");
  cover();
  const back = openedBy;
  remember(null);
  // What opened it may have been drawn anew since.
  const there = back?.isConnected ? back : back?.dataset.cite ? document.querySelector(`[data-cite="${back.dataset.cite}"]`) : null;
  (there ?? document.getElementById("question")).focus();
  return true;
}

narrow.addEventListener("change", cover);

function remember(button) {
  openedBy?.setAttribute("aria-expanded", "false");
  openedBy = button;
  openedBy?.setAttribute("aria-expanded", "true");
}

function show(...nodes) {
  empty.hidden = true;
  opened.hidden = false;
  columns.classList.add("reading");
  cover();
  opened.replaceChildren(...nodes);
  panel.scrollTop = 0;
}

/** Scrolls to the quote unless it stands in sight already, below the metadata. */
function reveal(mark) {
  if (mark && mark.getBoundingClientRect().bottom > panel.getBoundingClientRect().bottom - 32) mark.scrollIntoView({ block: "center" });
}

/** Where the source lies over the page, what is under it is out of reach. */
function cover() {
  const covered = narrow.matches && !opened.hidden;
  for (const part of document.querySelectorAll(".bar, .channels, .conversation")) part.inert = covered;
}

function head(title) {
  return el("div", { class: "source-head" },
    el("h2", { tabindex: "-1" }, stored(title)),
    el("button", { type: "button", class: "close", onclick: closeSource }, "Close"));
}

function sourceView(source) {
  const c = source.citation;
  return [
    head(c.title),
    facts(c),
    notice(c),
    source.text === null
      ? el("blockquote", { class: "document", dir: "auto" }, c.quote === "" ? "The quote was blanked when the document was purged." : el("mark", {}, c.quote))
      : el("div", { class: "document" },
        leftOut(source.textStart, "before"),
        paragraphs(source.text, c.start - source.textStart, c.end - source.textStart),
        leftOut(source.characters - source.textStart - source.text.length, "after")),
    ...takenOut(source.removed),
  ].filter(Boolean);
}

/** What the cleaner took for furniture, so that a reader can judge it. */
function takenOut(removed) {
  return removed.length === 0 ? [] : [el("details", { class: "taken-out" }, el("summary", {}, `Taken out of the page as furniture: ${plural(removed.length, "piece", "pieces")}`),
    el("ul", {}, removed.map((part) => el("li", {}, `${part.rule}: `, stored(part.text)))))];
}

/** Of a very long text only the part around the quote is sent. */
function leftOut(characters, where) {
  return characters > 0 ? el("p", { class: "left-out" }, `${characters.toLocaleString("en")} characters ${where} this are not shown.`) : null;
}

/** Metadata with how it was found. */
function facts(c) {
  const rows = [
    ["Publisher", c.publisher ? stored(c.publisher) : el("span", { class: "grey" }, "not known")],
    ["Agency", c.agency ? stored(c.agency) : null],
    ["By", c.byline ? stored(c.byline) : null],
    ["Published", published(c)],
    ["Also carried by", c.alsoCarriedBy.length > 0 ? stored(c.alsoCarriedBy.join(", ")) : null],
    ["Origin", origin(c)],
    ["Fetched", `${momentOf(c.fetchedUtc) ?? "not known"}, revision ${c.revision}`],
  ];
  return el("dl", { class: "facts" }, rows.filter(([, value]) => value !== null)
    .map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))));
}

function published(c) {
  const day = dayOf(c.publishedOn);
  if (!day) return el("span", { class: "grey" }, "no date was found");
  const from = provenanceOf(c.publishedFrom);
  return [el("time", { datetime: c.publishedOn }, day), from ? el("span", { class: "grey" }, ` (${from})`) : null];
}

function origin(c) {
  if (c.origin.startsWith("sample:")) return [stored(c.origin.slice("sample:".length)), el("span", { class: "grey" }, " (a sample; the place is invented)")];
  const file = /^attachment:[^/]*\/(.+)$/s.exec(c.origin);
  if (file) return [stored(file[1]), el("span", { class: "grey" }, " (a file added in a channel)")];
  return c.url ? link(c.url) : /^https?:/i.test(c.origin) ? link(c.origin) : stored(c.origin);
}

function notice(c) {
  if (c.status === "removed") return el("p", { class: "notice" }, "This document was removed from the library after it was quoted.");
  const lines = [];
  if (c.notice) lines.push(el("p", { class: "notice" }, c.notice.kind === "retracted" ? "The document is retracted: " : "The document was corrected: ", stored(c.notice.quote)));
  if (c.status === "superseded") lines.push(el("p", { class: "notice" }, "The document has changed since. This is the text as it was quoted."), now(c));
  return lines.length > 0 ? lines : null;
}

/** What the newest text says at the same place. */
function now(c) {
  if (!c.now) return null;
  if (c.now.quote === null) return el("p", { class: "notice" }, `Revision ${c.now.revision} says this no more.`);
  if (c.now.quote === c.quote) return el("p", { class: "notice" }, `Revision ${c.now.revision} says the same here.`);
  return el("p", { class: "notice" }, `Revision ${c.now.revision} says here: `, stored(c.now.quote));
}

/** The text in paragraphs, with the quoted range marked; the range counts UTF-16 units, as this language does. */
function paragraphs(text, start, end) {
  const nodes = [];
  let from = 0;
  for (const piece of text.split(/(\n{2,})/)) {
    const to = from + piece.length;
    if (piece.trim() !== "") {
      const a = Math.min(Math.max(start, from), to);
      const b = Math.max(Math.min(end, to), a);
      nodes.push(el("p", { dir: "auto" },
        text.slice(from, a),
        b > a ? el("mark", {}, text.slice(a, b)) : null,
        text.slice(b, to)));
    }
    from = to;
  }
  return nodes;
}
