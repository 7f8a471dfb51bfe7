import { call, dated, dayOf, el, joined, plural, stored } from "./dom.js";
import { at } from "./requests.js";
import { openDocument } from "./source.js";

const page = document.getElementById("documents");
let filters = { q: "", publisher: "", from: "", to: "" };
let asked = 0;

/** The library page: what the library holds, narrowed by words, publisher and day. */
export async function showLibrary(channel) {
  filters = { q: "", publisher: "", from: "", to: "" };
  const results = el("div", { id: "document-results" });
  const publisher = el("select", { name: "publisher", onchange: (event) => narrow({ publisher: event.target.value }) }, el("option", { value: "" }, "every publisher"));
  const narrow = (change) => {
    filters = { ...filters, ...change };
    return load(channel, results, publisher);
  };
  page.replaceChildren(
    el("h2", { id: "documents-title", tabindex: "-1" }, "Documents of ", stored(channel)),
    el("form", { class: "filters", role: "search", onsubmit: (event) => event.preventDefault() },
      el("label", {}, "Search", el("input", { type: "search", name: "q", maxlength: "500", oninput: (event) => narrow({ q: event.target.value }) })),
      el("label", {}, "Publisher", publisher),
      el("label", {}, "From", el("input", { type: "date", name: "from", onchange: (event) => narrow({ from: event.target.value }) })),
      el("label", {}, "To", el("input", { type: "date", name: "to", onchange: (event) => narrow({ to: event.target.value }) }))),
    results);
  page.querySelector("h2").focus({ preventScroll: true });
  await narrow({});
}

async function load(channel, results, publisher) {
  const turn = ++asked;
  try {
    const found = await call(at(channel, `documents?${new URLSearchParams(filters)}`));
    if (turn !== asked) return;
    if (publisher.options.length === 1) publisher.append(...found.publishers.map((p) => el("option", { value: p.name }, `${p.name} (${p.count})`)));
    results.replaceChildren(...view(channel, found));
  } catch (fault) {
    if (turn === asked) results.replaceChildren(el("p", { class: "trouble" }, fault.message));
  }
}

function view(channel, found) {
  if (found.total === 0) return [el("p", { role: "status" }, "No document matches. Loosen a filter, or drop a file on the page to add it.")];
  return [
    ...chart(found),
    el("p", { class: "grey", role: "status" }, found.total > found.documents.length ? `The newest ${found.documents.length} of ${plural(found.total, "document", "documents")}` : plural(found.total, "document", "documents")),
    el("ul", { class: "document-list" }, found.documents.map((d) => el("li", {},
      el("button", { type: "button", class: "document-open", onclick: (event) => openDocument(channel, d.id, event.currentTarget) }, stored(d.title)),
      el("div", { class: "grey" }, ...joined([d.publisher ? stored(d.publisher) : null, dated(d), d.byline ? stored(d.byline) : null, plural(d.passages, "passage", "passages")]))))),
  ];
}

/** Documents per day; where the days are many, per equal span of days. */
function chart(found) {
  if (found.days.length === 0) return [];
  const day = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86400000);
  const first = day(found.days[0].name);
  const span = day(found.days.at(-1).name) - first + 1;
  const per = Math.max(1, Math.ceil(span / 60));
  const bars = new Array(Math.ceil(span / per)).fill(0);
  for (const d of found.days) bars[Math.floor((day(d.name) - first) / per)] += d.count;
  const most = Math.max(...bars);
  const svg = (name, attributes) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };
  const words = `${dayOf(found.days[0].name)} to ${dayOf(found.days.at(-1).name)}, at most ${most} ${per === 1 ? "a day" : `in ${per} days`}${found.undated > 0 ? `, ${found.undated} undated` : ""}`;
  const picture = svg("svg", { class: "chart", viewBox: `0 0 ${bars.length * 10} 100`, preserveAspectRatio: "none", role: "img", "aria-label": `Documents per day: ${words}` });
  bars.forEach((count, i) => { if (count > 0) picture.append(svg("rect", { x: i * 10 + 1, y: 100 - (count / most) * 96, width: 8, height: (count / most) * 96 })); });
  return [picture, el("p", { class: "chart-words" }, `Documents per ${per === 1 ? "day" : `${per} days`}: ${words}`)];
}
