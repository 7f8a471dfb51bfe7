import { dated, dayOf, el, joined, plural, stored } from "./dom.js";

/** The body of an answer: sentences with their numbers, what differs, sources, and one line of small print. */
export function renderAnswer(answer, open) {
  const quoted = answer.sentences.filter((s) => s.kind !== "disagreement");
  const differing = answer.sentences.filter((s) => s.kind === "disagreement");
  return [
    standing(answer),
    quoted.length > 0 ? el("div", { class: "sentences" }, quoted.map((s) => sentence(answer, s, open))) : null,
    differing.length > 0 ? disagreement(answer, differing, open) : null,
    sources(answer, answer.citations, "Sources", open),
    sources(answer, answer.related, answer.citations.length > 0 ? "Also near" : "Related, but no answer", open),
    (answer.cautions ?? []).length > 0 ? el("ul", { class: "notes cautions" }, answer.cautions.map((caution) => el("li", { class: "amber" }, stored(caution)))) : null,
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
  return el("p", { class: "standing" }, [stored(answer.text)]);
}

function sentence(answer, item, open) {
  return el("p", { class: `sentence ${item.kind}` }, spoken(answer, item, item.citations.map((n) => marker(answer, n, open))));
}

/** The bot's own words in one type, the quoted words in another: a reader always sees who is speaking. */
function spoken(answer, item, markers) {
  const text = item.text.replace(/(\s*\[\d+\])+\s*$/, "");
  const quote = item.citations.map((n) => answer.citations.find((c) => c.n === n)?.quote).find((q) => q && text.includes(q));
  if (!quote) return [ending(text, item.kind === "quote" ? "quoted" : "said", markers)];
  const at = text.indexOf(quote);
  const before = text.slice(0, at);
  const after = text.slice(at + quote.length);
  const opening = /[“"«]$/.test(before) ? before.slice(-1) : "";
  const closing = opening !== "" && /^[”"»]/.test(after) ? after.slice(0, 1) : "";
  return [
    stored(before.slice(0, before.length - opening.length), "said"),
    ending(opening + quote + closing, "quoted", after.slice(closing.length) === "" ? markers : []),
    after.slice(closing.length) === "" ? null : ending(after.slice(closing.length), "said", markers),
  ];
}

/** Text with its numbers at the end; the last word takes them along, so that no number begins a line. */
function ending(text, className, markers) {
  const word = /\s\S{1,24}$/.exec(text);
  const cut = word && markers.length > 0 ? word.index + 1 : text.length;
  // Each piece keeps its overrides to itself: none moves a number.
  return el("span", { class: className, dir: "auto" }, el("span", { class: "own" }, text.slice(0, cut)),
    markers.length > 0 ? el("span", { class: "together" }, el("span", { class: "own" }, text.slice(cut)), "\u00a0", markers) : null);
}

/** "Accounts differ on the number: A, “…” [1]; B, “…” [2]." under its own heading, the numbers where they stand. */
function disagreement(answer, items, open) {
  const parts = items.map((item) => /^(Accounts differ[^:]*):\s*([\s\S]*)$/.exec(item.text) ?? [null, "Accounts differ", item.text]);
  return el("section", { class: "differ" },
    el("h3", {}, parts[0][1]),
    parts.map(([, , words], i) => el("p", { class: "sentence" }, numbered(answer, items[i], words, open))));
}

function numbered(answer, item, words, open) {
  const nodes = [];
  for (const account of words.match(/[\s\S]*?\s\[\d+\][;.]?\s*|[\s\S]+$/g) ?? []) {
    const [, before, n, after] = /^([\s\S]*?)\s\[(\d+)\]([;.]?\s*)$/.exec(account) ?? [null, account, "0", ""];
    const own = item.citations.includes(Number(n)) ? [marker(answer, Number(n), open)] : [];
    const quoteAt = before.indexOf("“");
    if (quoteAt > 0) nodes.push(stored(before.slice(0, quoteAt)));
    nodes.push(ending(before.slice(Math.max(quoteAt, 0)), quoteAt >= 0 ? "quoted" : null, own), after);
  }
  return nodes;
}

function marker(answer, n, open) {
  const citation = [...answer.citations, ...answer.related].find((c) => c.n === n);
  const label = citation ? `Source ${n}: ${describe(citation)}` : `Source ${n}`;
  return el("button", {
    type: "button", class: "marker", "aria-label": label,
    "aria-controls": "source", "aria-expanded": "false", "data-cite": `${answer.answerId}/${n}`,
    onclick: (event) => open(answer, n, event.currentTarget),
  }, String(n));
}

function describe(citation) {
  return [citation.title, citation.publisher, dayOf(citation.publishedOn)].filter(Boolean).join(", ");
}

function sources(answer, citations, heading, open) {
  if (citations.length === 0) return null;
  return el("section", { class: "sources" },
    el("h3", {}, heading),
    el("ol", { class: "source-list" }, citations.map((c) => el("li", {},
      marker(answer, c.n, open),
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
    answer.status === "insufficient" ? "noted as a gap; /gaps lists them" : withheld,
    answer.timings.totalMs > 0 ? `${Math.max(1, Math.round(answer.timings.totalMs))} ms` : null,
  ]));
}
