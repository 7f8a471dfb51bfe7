import { call, el, stored } from "./dom.js";
import { change, forgetToken } from "./requests.js";

const view = document.getElementById("sign-in");
const who = document.getElementById("who");

/** Who is at the page; the operator of a page without sign-in has no name. */
export let me = { name: null, role: "editor" };

/** Waits until somebody is signed in. A link signs in by a press of a button, not by being opened, and leaves the address at once. */
export async function signedIn() {
  const code = /^#invite=([0-9a-z]{10,60})$/.exec(location.hash)?.[1] ?? null;
  if (code !== null) history.replaceState(null, "", location.pathname);
  const { person } = await call("/api/session");
  if (person !== null && (code === null || person.name === null)) return enter(person);
  return new Promise((done) => ask(code, person, (entered) => done(enter(entered))));
}

function enter(person) {
  me = person;
  // The conversation behind the sign-in is still to come.
  delete document.documentElement.dataset.ready;
  show(false);
  who.replaceChildren();
  if (person.name === null) return person;
  who.append(stored(person.name), person.role === "reader" ? "" : `, ${person.role}`, el("button", { type: "button", class: "quiet", onclick: leave }, "Sign out"));
  return person;
}

function ask(code, person, entered) {
  const trouble = el("p", { class: "trouble", role: "alert", hidden: true });
  const form = el("form", { onsubmit: async (event) => {
    event.preventDefault();
    try {
      const found = await change("/api/sign-in", { body: JSON.stringify({ code }) });
      forgetToken();
      entered(found);
    } catch (fault) {
      trouble.hidden = false;
      trouble.replaceChildren(fault.message);
    }
  } }, el("button", { type: "submit", class: "strong" }, "Sign in"));
  view.replaceChildren(...[
    el("h2", { id: "sign-in-title", tabindex: "-1" }, "Sign in"),
    code === null
      ? el("p", {}, "This page is for those who were invited. Open the link you were given; it works once. Whoever runs BriefingBot makes one with ", el("code", {}, "briefingbot web invite"), ".")
      : el("p", {}, "You were invited. The link works once: this browser stays signed in for a month."),
    person === null ? null : el("p", {}, "You are signed in as ", stored(person.name), "; that ends."),
    code === null ? null : form,
    trouble,
  ].filter(Boolean));
  show(true);
  view.querySelector("h2").focus();
  document.documentElement.dataset.ready = "true";
}

function show(asking) {
  view.hidden = !asking;
  document.getElementById("columns").hidden = asking;
  document.getElementById("to-library").hidden = asking;
  document.querySelector(".skip").hidden = asking;
}

async function leave() {
  await change("/api/sign-out", {}).catch(() => null);
  location.reload();
}
