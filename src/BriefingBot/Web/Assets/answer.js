import { dated, dayOf, el, joined, plural, stored } from "./dom.js";

/** The body of an answer: sentences with their numbers, what differs, sources, and one line of small print. */
export function renderAnswer(answer, open) {
  const quoted = answer.sentences.filter((s) => s.kind !== "disagreement");
  const differing = answer.sentences.filter((s) => s.kind === "disagreement");
  return [
    standing(answer),
    quoted.length > 0 ? el("div", { class: "sentences" }, quoted.map((s) => sentence(answer, s, open))) : null,
    differing.length > 0 ? disagreement(answer, differing, open) : null,
    sources(answer, answer.citations, "Sources", "citations", open),
    answer.related.length > 0
      ? sources(answer, answer.related, answer.citations.length > 0 ? "Also near" : "Related, but no answer", "related", open)
      : null,
    answer.notes.length > 0 ? el("ul", { class: "notes" }, answer.notes.map((note) => el("li", {}, stored(note)))) : null,
    smallPrint(answer),
  ].filter(Boolean);
}

/** What the status means, in words; an answer that stands needs none. */
function standing(answer) {
  if (answer.status === "doubtful") {
    return el("p", { class: "standing doubtful" }, "The library may not hold this; the closest passages");
  }
  if (answer.status !== "insufficient") return null;
  return el("div", { class: "standing" }, firstWords(answer).map((line) => el("p", {}, stored(line))));
}

/** The refusal's own words, up to where the related passages are listed. */
function firstWords(answer) {
  const lines = answer.text.split("\n").map((line) => line.trim());
  const end = lines.findIndex((line) => line === "" || /\[\d+\]/.test(line));
  const words = (end < 0 ? lines : lines.slice(0, end)).filter((line) => line !== "");
  return words.length > 0 ? words : ["The library does not say."];
}

function sentence(answer, item, open) {
  return el("p", { class: `sentence ${item.kind}` }, spoken(answer, item), "\u00a0", item.citations.map((n) => marker(answer, n, "citations", open)));
}

/** The bot's own words in one type, the quoted words in another: a reader always sees who is speaking. */
function spoken(answer, item) {
  const text = item.text.replace(/(\s*\[\d+\])+\s*$/, "");
  const quote = item.citations.map((n) => answer.citations.find((c) => c.n === n)?.quote).find((q) => q && text.includes(q));
  if (!quote) return [stored(text, item.kind === "quote" ? "quoted" : "said")];
  const at = text.indexOf(quote);
  const before = text.slice(0, at);
  const after = text.slice(at + quote.length);
  const opening = /[“"«]$/.test(before) ? before.slice(-1) : "";
  const closing = opening !== "" && /^[”"»]/.test(after) ? after.slice(0, 1) : "";
  return [
    stored(before.slice(0, before.length - opening.length), "said"),
    el("q", { class: "quoted", dir: "auto" }, opening + quote + closing),
    after.slice(closing.length) === "" ? null : stored(after.slice(closing.length), "said"),
  ];
}

function disagreement(answer, items, open) {
  return el("section", { class: "differ" },
    el("h3", {}, "Accounts differ"),
    items.map((item) => el("p", { class: "sentence" },
      stored(item.text.replace(/^Accounts differ[:.]?\s*/i, "").replace(/\s*\[\d+\]/g, "")), " ",
      item.citations.map((n) => marker(answer, n, "citations", open)))));
}

function marker(answer, n, list, open) {
  const citation = answer[list].find((c) => c.n === n);
  const label = citation ? `Source ${n}: ${describe(citation)}` : `Source ${n}`;
  return el("button", {
    type: "button", class: "marker", "aria-label": label, title: citation ? describe(citation) : null,
    "aria-controls": "source", "aria-expanded": "false", "data-cite": `${answer.answerId}/${list}/${n}`,
    onclick: (event) => open(answer, list, n, event.currentTarget),
  }, String(n));
}

function describe(citation) {
  return [citation.title, citation.publisher, dayOf(citation.publishedOn)].filter(Boolean).join(", ");
}

function sources(answer, citations, heading, list, open) {
  if (citations.length === 0) return null;
  return el("section", { class: "sources" },
    el("h3", {}, heading),
    el("ol", { class: "source-list" }, citations.map((c) => el("li", {},
      marker(answer, c.n, list, open),
      el("span", { class: "source-line" },
        stored(c.title, "title"),
        el("span", { class: "grey" }, " · ", ...joined([c.publisher ? stored(c.publisher) : null, dated(c)]), carried(c), state(c)))))));
}

function carried(citation) {
  return citation.alsoCarriedBy.length === 0 ? null : [" · also carried by ", stored(citation.alsoCarriedBy.join(", "))];
}

function state(citation) {
  if (citation.status === "removed") return el("span", { class: "amber" }, " · removed since");
  return citation.status === "superseded" ? el("span", { class: "amber" }, " · changed since") : null;
}

function smallPrint(answer) {
  const newest = dayOf(answer.newestSource);
  const withheld = answer.withheld.length === 0 ? "nothing withheld" : `${plural(answer.withheld.length, "claim", "claims")} withheld`;
  return el("p", { class: "small-print" }, ...joined([
    el("a", { href: `#${answer.answerId}`, title: "The address of this answer" }, answer.answerId),
    answer.writer === "extractive" ? "quoted, no model" : stored(answer.writer),
    newest ? `newest source ${newest}` : null,
    answer.status === "insufficient" ? null : withheld,
    answer.timings.totalMs > 0 ? `${Math.max(1, Math.round(answer.timings.totalMs))} ms` : null,
  ]));
}
