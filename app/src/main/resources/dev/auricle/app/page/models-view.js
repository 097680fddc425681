// The server's models and what is known of each.

import * as api from "./api.js";
import { el } from "./dom.js";
import { missingCard, modelCard } from "./model-card.js";

export class ModelsView {
  constructor() {
    this.element = el("div", { class: "models" });
  }

  /** Asked for each time the view is opened: the folder may have changed. */
  async shown() {
    if (!this.element.children.length) this.element.append(el("p", { class: "empty" }, "Reading the cards …"));
    try {
      const { bundles, faults } = await api.bundles();
      const cards = await Promise.all(bundles.map(({ id }) => card(id)));
      this.element.replaceChildren(el("h1", {}, "Models"), ...faults.map(fault),
        el("div", { class: "cards" }, cards));
      if (!cards.length) this.element.append(el("p", { class: "muted" }, "The server's folder holds no bundle yet."));
    } catch (error) {
      this.element.replaceChildren(el("h1", {}, "Models"), el("p", { class: "error" }, error.message));
    }
  }
}

/** A bundle may be taken away, or hold what nobody expects; the others' cards are shown all the same. */
async function card(id) {
  try {
    return modelCard(await api.card(id));
  } catch (error) {
    return missingCard(id, error);
  }
}

function fault({ id, error }) {
  return el("div", { class: "fault", role: "alert" }, el("b", {}, `${id}.auricle is not in service as it stands. `), error);
}
