// Shows the view that the address names.

import * as api from "./api.js";
import { know } from "./colours.js";
import { el } from "./dom.js";
import { FilesView } from "./files-view.js";
import { LiveView } from "./live-view.js";
import { ModelsView } from "./models-view.js";

const MAKERS = { files: FilesView, live: LiveView, models: ModelsView };
const TITLES = { files: "Files", live: "Live", models: "Models" };
const main = document.querySelector("#main");
const views = {};
let shown = null;

async function start() {
  main.replaceChildren(el("p", { class: "empty" }, "Asking the server for its models …"));
  try {
    const { bundles, faults } = await api.bundles();
    for (const bundle of bundles) know(bundle.labels);
    for (const name of Object.keys(MAKERS)) views[name] = new MAKERS[name](bundles, faults);
    addEventListener("hashchange", show);
    show();
  } catch (error) {
    main.replaceChildren(el("div", { class: "empty" }, el("h1", {}, "The models could not be listed"),
      el("p", {}, error.message), el("button", { class: "main", onclick: start }, "Try again")));
  }
}

function show() {
  const hash = location.hash.slice(1);
  const name = MAKERS[hash] ? hash : "files";
  if (hash === "main") return;
  if (shown === views[name]) return;
  shown?.hidden?.();
  shown = views[name];
  main.replaceChildren(shown.element);
  document.title = `${TITLES[name]} · Auricle`;
  for (const link of document.querySelectorAll("nav a")) {
    if (link.getAttribute("href") === `#${name}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  shown.shown?.();
}

start();
