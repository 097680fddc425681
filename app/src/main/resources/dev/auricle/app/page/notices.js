// Short messages at the foot of the page.

import { el } from "./dom.js";

export function notice(text, kind = "note") {
  const close = el("button", { class: "quiet", "aria-label": "Close this message", onclick: () => box.remove() }, "×");
  const box = el("div", { class: `notice ${kind}` }, el("span", {}, text), close);
  document.querySelector("#notices").append(box);
  setTimeout(() => box.remove(), kind === "note" ? 6000 : 15_000);
}

export function complain(error) {
  notice(error.message ?? String(error), "error");
}
