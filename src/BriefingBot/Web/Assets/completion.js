import { call, el } from "./dom.js";
import { at } from "./requests.js";

const list = document.getElementById("completion");
let choices = [];
let chosen = 0;
let asked = 0;

/** Completes commands after a slash, and the values of options the program knows. */
export async function complete(field, commands, channel) {
  const turn = ++asked;
  const found = await find(field.value, commands, channel);
  if (turn !== asked) return;
  choices = found.slice(0, 12);
  chosen = 0;
  draw(field);
}

async function find(text, commands, channel) {
  if (!text.startsWith("/") || text.includes("\n")) return [];
  const line = text.slice(1);
  const command = commands.filter((c) => line.startsWith(`${c.name} `)).sort((a, b) => b.name.length - a.name.length)[0];
  const names = commands.filter((c) => c.name.startsWith(line.toLowerCase()) && c.name !== line).map((c) => ({ text: `/${c.name} `, label: `/${c.name}`, detail: c.description }));
  if (!command || names.length > 0) return names;
  const rest = line.slice(command.name.length + 1);
  const named = [...rest.matchAll(/(?:^|\s)([a-z-]+):\s?/g)].at(-1);
  const option = named ? command.options.find((o) => o.name === named[1]) : command.options[0];
  const typed = named ? rest.slice(named.index + named[0].length) : rest;
  const values = option?.suggests ? await suggestions(channel, command.name, option.name, typed) : [];
  const before = text.slice(0, text.length - typed.length);
  const others = typed.trim() === "" || typed.endsWith(" ") ? command.options.filter((o) => o !== option && !rest.includes(`${o.name}:`)) : [];
  return [
    ...values.map((value) => ({ text: `${before}${value.value}`, label: value.label, detail: "" })),
    ...others.map((o) => ({ text: `${text.trimEnd()} ${o.name}: `, label: `${o.name}:`, detail: o.description })),
  ];
}

async function suggestions(channel, command, option, typed) {
  try {
    return (await call(at(channel, `suggest?${new URLSearchParams({ command, option, typed })}`))).choices;
  } catch {
    return [];
  }
}

function draw(field) {
  list.hidden = choices.length === 0;
  list.replaceChildren(...choices.map((choice, i) => el("li", {
    role: "option", id: `choice-${i}`, "aria-selected": String(i === chosen), onmousedown: (event) => { event.preventDefault(); chosen = i; take(field); },
  }, choice.label, choice.detail === "" ? null : el("span", { class: "grey" }, ` ${choice.detail}`))));
  if (list.hidden) field.removeAttribute("aria-activedescendant");
  else field.setAttribute("aria-activedescendant", `choice-${chosen}`);
}

function take(field) {
  field.value = choices[chosen].text;
  close(field);
  field.dispatchEvent(new Event("input"));
}

export function close(field) {
  asked++;
  choices = [];
  draw(field);
}

/** True when the key was the list's. */
export function completionKey(event, field) {
  if (choices.length === 0) return false;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    chosen = (chosen + (event.key === "ArrowDown" ? 1 : choices.length - 1)) % choices.length;
    draw(field);
  } else if (event.key === "Tab" && !event.shiftKey) take(field);
  else if (event.key === "Enter" && choices[chosen].text.trim() !== field.value.trim() && choices[chosen].label.startsWith("/")) take(field);
  else if (event.key === "Escape") close(field);
  else return false;
  return true;
}
