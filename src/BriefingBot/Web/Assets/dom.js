// Everything shown goes through here: stored text becomes text nodes, never markup.

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const provenance = {
  "json-ld": "from the page's JSON-LD",
  "metadata": "from the page's metadata",
  "time-element": "from the page's time element",
  "feed": "from the feed",
  "text": "from the text",
  "text-inferred": "inferred from the text",
  "url": "from the address",
};

/** An element with attributes and children; strings become text. Null children are left out. */
export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

/** Text that came from a document: its direction is its own and cannot reach what stands beside it. */
export function stored(text, className = null) {
  return el("bdi", { class: className }, text);
}

/** "2026-03-03" as "3 Mar 2026"; null where there is no date. */
export function dayOf(iso) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? "");
  return parts ? `${Number(parts[3])} ${months[Number(parts[2]) - 1]} ${parts[1]}` : null;
}

/** An instant in the reader's own time, "21 Nov 2026, 18:05". */
export function momentOf(iso) {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return null;
  const two = (n) => String(n).padStart(2, "0");
  return `${at.getDate()} ${months[at.getMonth()]} ${at.getFullYear()}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}

export function provenanceOf(source) {
  return provenance[source] ?? null;
}

/** A date that says on hover how it was found. */
export function dated(citation) {
  const day = dayOf(citation.publishedOn);
  if (!day) return el("span", { class: "undated" }, "undated");
  return el("time", { datetime: citation.publishedOn, title: provenanceOf(citation.publishedFrom) }, day);
}

/** A link to an http or https address; any other scheme is shown as text only. */
export function link(address) {
  let url = null;
  try { url = new URL(address); } catch { return stored(address); }
  if (url.protocol !== "http:" && url.protocol !== "https:") return stored(address);
  return el("a", { href: url.href, rel: "noopener noreferrer", target: "_blank" }, url.host + (url.pathname === "/" ? "" : url.pathname));
}

/** Children with a separator between them. */
export function joined(parts, separator = " · ") {
  return parts.filter(Boolean).flatMap((part, i) => (i === 0 ? [part] : [separator, part]));
}

export function plural(count, one, many) {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** Asks the server; a refusal becomes an Error whose message is the server's sentence. */
export async function call(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { headers: { "Content-Type": "application/json" }, ...options });
  } catch (fault) {
    if (fault.name === "AbortError") throw fault;
    throw new Error("BriefingBot does not answer. Is it still running?", { cause: fault });
  }
  const body = await response.json().catch(() => null);
  if (!response.ok) throw new Error(body?.error ?? `The server answered ${response.status}.`);
  return body;
}
