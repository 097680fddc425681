// The server's token, asked for when it wants one and kept until the tab is closed.

import { el } from "./dom.js";

const KEY = "auricle.token";
let asking = null;

export function token() {
  return sessionStorage.getItem(KEY);
}

/** Asks once, however many requests were refused; gives false if the user declined. */
export function askForToken() {
  asking ??= show().finally(() => { asking = null; });
  return asking;
}

function show() {
  return new Promise((resolve) => {
    const refused = token() !== null;
    const input = el("input", { type: "password", autocomplete: "current-password", required: true, id: "token" });
    const form = el("form", { method: "dialog" },
      el("h2", {}, "This server asks for a token"),
      el("p", {}, refused ? "It did not take the last one. Whoever started the server knows it."
        : "Whoever started the server knows it: it stands behind --token or in AURICLE_TOKEN."),
      // So that a password manager knows what to keep it under.
      el("input", { autocomplete: "username", value: "auricle", hidden: true }),
      el("label", { class: "field" }, el("span", {}, "Token"), input),
      el("div", { class: "row end" },
        el("button", { type: "button", class: "plain", onclick: () => dialog.close("no") }, "Cancel"),
        el("button", { class: "main", value: "yes" }, "Continue")));
    const dialog = el("dialog", { "aria-label": "Token" }, form);
    dialog.addEventListener("close", () => {
      const given = dialog.returnValue === "yes" && input.value;
      if (given) sessionStorage.setItem(KEY, input.value);
      dialog.remove();
      resolve(Boolean(given));
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
