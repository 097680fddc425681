// A bar a label: how likely it is just now.

import { colourClass } from "./colours.js";
import { el } from "./dom.js";
import { percent } from "./words.js";

/** With more labels than this the likeliest are shown, in order of likelihood. */
const FIXED = 10;

export class LiveBars {
  constructor() {
    this.element = el("ul", { class: "bars", "aria-label": "Probabilities now" });
  }

  reset(labels) {
    this.fixed = labels.length <= FIXED;
    this.rows = new Map();
    this.element.replaceChildren();
    for (const label of labels.slice(0, this.fixed ? FIXED : 0)) this.row(label);
  }

  row(label) {
    if (!this.rows.has(label)) {
      const fill = el("i"), number = el("span", { class: "number" }, "–");
      const item = el("li", { class: colourClass(label) }, el("span", { class: "name" }, label), el("span", { class: "bar-line" }, fill), number);
      this.rows.set(label, { item, fill, number });
      this.element.append(item);
    }
    return this.rows.get(label);
  }

  show(top) {
    const most = top[0]?.label;
    for (const { label, probability } of top) {
      const { item, fill, number } = this.row(label);
      fill.style.width = `${100 * probability}%`;
      number.textContent = percent(probability);
      item.classList.toggle("most", label === most && probability > 0.5);
    }
    if (this.fixed) return;
    const now = top.map(({ label }) => label);
    for (const [label, { item }] of this.rows) {
      if (now.includes(label)) continue;
      item.remove();
      this.rows.delete(label);
    }
    now.forEach((label) => this.element.append(this.rows.get(label).item));
  }
}
