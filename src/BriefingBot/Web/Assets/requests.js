import { call } from "./dom.js";

let token = null;

/** A change carries the page's token; after a restart of the program the token is another, and is fetched again. */
export async function change(path, options) {
  for (let turn = 0; ; turn++) {
    token ??= (await call("/api/session")).token;
    try {
      return await call(path, { method: "POST", ...options, headers: { "Content-Type": "application/json", "X-BriefingBot-Token": token, ...options.headers } });
    } catch (fault) {
      if (fault.status !== 403 || turn > 0) throw fault;
      token = null;
    }
  }
}

/** Whoever signs in gets a token of their own. */
export function forgetToken() {
  token = null;
}

export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}

export const at = (channel, rest) => `/api/channels/${encodeURIComponent(channel)}/${rest}`;

export function say(channel, text, repliesTo) {
  return change(at(channel, "requests"), { body: JSON.stringify({ id: newId(), text, repliesTo }) });
}

export function press(channel, messageId, action, value = null) {
  return change(at(channel, "requests"), { body: JSON.stringify({ id: newId(), action, value, messageId }) });
}

export function addFile(channel, file) {
  return change(at(channel, `files?name=${encodeURIComponent(file.name)}`), { body: file, headers: { "Content-Type": "application/octet-stream" } });
}
