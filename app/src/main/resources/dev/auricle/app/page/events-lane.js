// Events as coloured stretches: a click plays one, the edges of the chosen one can be dragged.

import { colourClass } from "./colours.js";
import { el } from "./dom.js";
import { clock, percent } from "./words.js";

const LEAST_SECONDS = 0.01;
const MOST_SHOWN = 1500;

export class EventsLane {
  /** @param choose called with an event's id, and whether to play it */
  constructor(track, view, choose) {
    this.track = track;
    this.view = view;
    this.choose = choose;
    this.chosen = null;
    this.element = el("div", { class: "lane events", role: "group", "aria-label": `Events that ${track.model} heard` });
    this.nodes = new Map();
  }

  draw() {
    const rows = this.rows();
    this.element.style.setProperty("--rows", Math.max(1, rows.count));
    const seen = new Set();
    for (const [event, row] of rows.placed) {
      const left = this.view.place(event.start), right = this.view.place(event.end);
      if (right < 0 || left > 1 || seen.size > MOST_SHOWN) continue;
      seen.add(event.id);
      this.place(event, row, Math.max(-0.01, left), Math.min(1.01, right));
    }
    for (const [id, node] of this.nodes) {
      if (!seen.has(id)) {
        node.remove();
        this.nodes.delete(id);
      }
    }
  }

  /** Events that overlap stand in rows of their own. */
  rows() {
    const ends = [];
    const placed = this.track.events.map((event) => {
      let row = ends.findIndex((end) => end <= event.start + 1e-6);
      if (row < 0) row = ends.push(0) - 1;
      ends[row] = event.end;
      return [event, row];
    });
    return { placed, count: ends.length };
  }

  place(event, row, left, right) {
    let node = this.nodes.get(event.id);
    if (!node) {
      node = this.make(event.id);
      this.nodes.set(event.id, node);
      this.element.append(node);
    }
    const chosen = event.id === this.chosen;
    const score = event.score === null ? "corrected" : percent(event.score);
    node.className = `event ${colourClass(event.label)}${chosen ? " chosen" : ""}${event.edited ? " edited" : ""}`;
    Object.assign(node.dataset, { label: event.label, start: event.start, end: event.end });
    node.style.left = `${100 * left}%`;
    node.style.width = `${100 * (right - left)}%`;
    node.style.setProperty("--row", row);
    node.querySelector(".name").textContent = event.label;
    node.querySelector(".name").title = `${event.label}, ${clock(event.start)} – ${clock(event.end)}, ${score}`;
    const button = node.querySelector("button");
    button.setAttribute("aria-label", `${event.label}, ${clock(event.start)} to ${clock(event.end)}, ${score}; play`);
    button.setAttribute("aria-pressed", chosen);
  }

  make(id) {
    const button = el("button", {
      onclick: () => this.choose(id, true),
      onkeydown: (press) => { if (press.key === "Delete") this.track.remove(id); },
    }, el("span", { class: "name" }));
    const node = el("div", {}, button,
      el("span", { class: "edge start", onpointerdown: (press) => this.drag(press, id, "start") }),
      el("span", { class: "edge end", onpointerdown: (press) => this.drag(press, id, "end") }));
    return node;
  }

  drag(press, id, edge) {
    press.preventDefault();
    const { left, width } = this.element.getBoundingClientRect();
    const handle = press.target;
    handle.setPointerCapture(press.pointerId);
    let begun = false;
    handle.onpointermove = (move) => {
      if (!begun) this.track.remember();
      begun = true;
      const moment = this.view.moment((move.clientX - left) / width);
      const event = this.track.find(id);
      this.track.change(id, edge === "start"
        ? { start: Math.min(moment, event.end - LEAST_SECONDS) }
        : { end: Math.max(moment, event.start + LEAST_SECONDS) });
    };
    handle.onpointerup = handle.onpointercancel = () => { handle.onpointermove = null; };
  }
}
