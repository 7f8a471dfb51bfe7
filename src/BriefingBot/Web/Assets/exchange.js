import { renderAnswer } from "./answer.js";
import { dayOf, el, joined, stored } from "./dom.js";

/** One exchange: what was said, and below it the answer, the progress, or why there is none. */
export function renderExchange(exchange, page) {
  const node = el("article", { class: "exchange", id: `x-${exchange.id}`, "data-state": exchange.state, "data-order": exchange.order, "data-parent": exchange.parent });
  const by = page.isMine(exchange) || exchange.asked === null ? null : exchange.by === null ? "The operator" : stored(exchange.by);
  if (by !== null || (exchange.private && !page.alone())) node.append(el("p", { class: "by" }, ...joined([by, exchange.private && !page.alone() ? "Only you see this" : null])));
  if (exchange.asked !== null) node.append(el(exchange.parent === null ? "h2" : "h3", { class: "question" }, stored(exchange.asked)));
  node.append(el("div", { class: "brief" }, body(exchange, page)), el("div", { class: "said-back", role: "status", hidden: true }));
  if (exchange.parent === null) node.append(el("div", { class: "thread" }));
  return node;
}

function body(exchange, page) {
  const { reply, answer } = exchange;
  if (exchange.state === "working") return working(exchange, page);
  if (exchange.state === "interrupted") return interrupted(exchange, page);
  if (answer !== null) return [...understood(answer), ...renderAnswer(answer, page.open), tools(exchange, answer, page)];
  if (reply?.isAnswer) return [el("p", { class: "words footer" }, `The answer ${reply.answerId} is not in this library any more.`)];
  return [...blocks(reply, page), ...buttons(exchange, reply, page), ...files(reply)];
}

function working(exchange, page) {
  const cancel = exchange.reply?.actions.find((action) => action.id.startsWith("cancel"));
  return [el("div", { class: "so-far" }, soFar(exchange)),
    el("div", { class: "working" }, el("p", { class: "progress", role: "status" }, progress(exchange)),
      cancel && page.mayEnd(exchange) ? el("button", { type: "button", class: "quiet", onclick: () => page.press(exchange.id, cancel.id) }, "Cancel") : null)];
}

function progress(exchange) {
  const words = exchange.reply?.blocks.filter((block) => block.kind === "text").map((block) => block.text).join(" ");
  return words || "Taken. Searching the library…";
}

/** What has been verified before the whole is there. */
function soFar(exchange) {
  return blocks({ blocks: (exchange.reply?.blocks ?? []).filter((block) => block.kind !== "text"), answerId: null });
}

/** Changes the progress of an exchange where it stands; false where it has to be drawn anew. */
export function progressOf(node, exchange) {
  const line = node.querySelector(":scope > .brief .progress");
  const canEnd = exchange.reply?.actions.some((action) => action.id.startsWith("cancel")) ?? false;
  if (line === null || (canEnd && line.nextElementSibling === null)) return false;
  line.textContent = progress(exchange);
  node.querySelector(":scope > .brief > .so-far").replaceChildren(...soFar(exchange));
  return true;
}

/** An accepted question keeps its place in the inbox and is taken up there; anything else is said again. */
function interrupted(exchange, page) {
  const retry = exchange.reply?.actions.find((action) => action.id.startsWith("retry "));
  const again = retry ? () => page.press(exchange.id, retry.id) : () => page.say(exchange.asked, exchange.parent);
  return [el("div", { class: "trouble" }, el("p", {}, "This was interrupted by a restart before it was answered."),
    (exchange.asked === null && !retry) || !page.mayEnd(exchange) ? null : el("button", { type: "button", class: "quiet", onclick: again }, "Ask again"))];
}

function understood(answer) {
  return answer.rewrittenQuestion === null ? [] : [el("p", { class: "words footer" }, "Understood as: ", stored(answer.rewrittenQuestion))];
}

/** The reply's blocks as text; nothing in them is markup. */
export function blocks(reply, page = null) {
  const place = (n, words) => reply.answerId === null || page === null ? null : el("button", {
    type: "button", class: "quiet", "aria-controls": "source", "aria-expanded": "false", onclick: (event) => page.openPlace(reply.answerId, n, event.currentTarget),
  }, words);
  return reply.blocks.map((block) => {
    switch (block.kind) {
      case "place": return el("p", { class: "words" }, place(block.number, `Open quote ${block.number} in the library`));
      case "heading": return el("h3", { class: "words" }, stored(block.text));
      case "facts": return el("ul", { class: "fact-list" }, block.lines.map((line) => el("li", { class: "words" }, stored(line))));
      case "quote": return [el("blockquote", { class: "in-place", dir: "auto" }, stored(block.before), " ", el("mark", {}, stored(block.text)), " ", stored(block.after)),
        el("div", { class: "tools" }, place(block.number, "Open in the library"))];
      case "source": return el("p", { class: "words" }, `[${block.number}] `, stored(block.text), el("span", { class: "grey" }, block.lines.map((line) => [" · ", stored(line)])));
      case "claim": return el("p", { class: "words" }, stored(block.before ?? ""), " ", stored(block.text));
      default: return el("p", { class: `words ${block.tone ?? ""}` }, stored(block.text));
    }
  }).flat();
}

function buttons(exchange, reply, page) {
  const plain = reply.actions.filter((action) => action.kind === "button");
  // Pages of our own only: an address from elsewhere is no link here.
  const pages = reply.actions.filter((action) => action.kind === "link" && /^\/[a-z]/.test(action.id));
  return plain.length + pages.length === 0 ? [] : [el("div", { class: "tools" },
    pages.map((action) => el("a", { href: action.id, target: "_blank", class: "quiet" }, action.label)),
    plain.map((action) => el("button", { type: "button", class: "quiet", onclick: () => page.press(exchange.id, action.id) }, action.label)))];
}

/** A memo has an address; any other file is handed out once, from memory. */
export function files(reply) {
  return reply.files.map((file) => {
    if (file.address !== null) return el("p", { class: "words" }, el("a", { href: file.address, download: file.name }, `Save ${file.name}`));
    const bytes = Uint8Array.from(atob(file.base64), (c) => c.charCodeAt(0));
    const href = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
    return el("p", { class: "words" }, el("a", { href, download: file.name }, `Save ${file.name}`));
  });
}

function tools(exchange, answer, page) {
  const id = answer.answerId;
  const wrong = answer.citations.length === 0 ? null : wrongForm(exchange, answer, page);
  return el("div", {},
    el("div", { class: "tools" },
      el("button", { type: "button", class: "quiet", onclick: () => page.reply(exchange) }, "Ask further"),
      el("button", { type: "button", class: "quiet", onclick: () => page.press(exchange.id, `feedback ${id} up`) }, "Good answer"),
      el("button", { type: "button", class: "quiet", onclick: () => page.press(exchange.id, `feedback ${id} down`) }, "Not a good answer"),
      wrong === null ? null : el("button", { type: "button", class: "quiet", "aria-expanded": "false", onclick: (event) => {
        wrong.hidden = !wrong.hidden;
        event.currentTarget.setAttribute("aria-expanded", String(!wrong.hidden));
        if (!wrong.hidden) wrong.querySelector("select").focus();
      } }, "Wrong citation"),
      el("button", { type: "button", class: "quiet", onclick: () => page.press(exchange.id, `export ${id} md`) }, "Export memo")),
    wrong);
}

function wrongForm(exchange, answer, page) {
  const number = el("select", { "aria-label": "Which citation is wrong" }, answer.citations.map((c) => el("option", { value: String(c.n) }, `[${c.n}] ${c.title.slice(0, 60)}`)));
  const note = el("input", { type: "text", maxlength: "900", "aria-label": "What is wrong with it", placeholder: "What is wrong with it" });
  const form = el("form", { class: "wrong", hidden: true, onsubmit: (event) => {
    event.preventDefault();
    page.press(exchange.id, `feedback ${answer.answerId} wrong`, `${number.value} ${note.value}`);
    form.hidden = true;
  } }, number, note, el("button", { type: "submit", class: "quiet" }, "Report"));
  return form;
}

/** The quote behind a number while the pointer or the focus is on it. */
export function watchQuotes(root, find) {
  const peek = document.getElementById("peek");
  const hide = () => { peek.hidden = true; };
  const show = (event) => {
    const marker = event.target.closest?.("[data-cite]");
    const citation = marker && find(marker.dataset.cite);
    if (!citation || citation.quote === "") return hide();
    peek.replaceChildren(el("p", { class: "quoted", dir: "auto" }, "“", stored(citation.quote), "”"),
      el("p", { class: "grey" }, stored([citation.title, citation.publisher, dayOf(citation.publishedOn)].filter(Boolean).join(" · "))));
    peek.hidden = false;
    const box = marker.getBoundingClientRect();
    const own = peek.getBoundingClientRect();
    peek.style.left = `${Math.max(8, Math.min(box.left, innerWidth - own.width - 8))}px`;
    peek.style.top = `${box.top - own.height - 6 > 0 ? box.top - own.height - 6 : box.bottom + 6}px`;
  };
  root.addEventListener("mouseover", show);
  root.addEventListener("focusin", show);
  root.addEventListener("mouseout", hide);
  root.addEventListener("focusout", hide);
  root.addEventListener("click", hide);
}
