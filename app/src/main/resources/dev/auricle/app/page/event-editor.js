// The chosen event in words and numbers, to be corrected by keyboard as well as by mouse.

import { el } from "./dom.js";

export class EventEditor {
  constructor(labels, onplay, onadd) {
    this.onplay = onplay;
    const list = el("datalist", { id: "labels" }, labels.map((label) => el("option", { value: label })));
    this.label = el("input", { list: "labels", autocomplete: "off", spellcheck: "false", size: 14, onchange: () => this.apply("label", this.label.value.trim()) });
    this.start = this.number("start");
    this.end = this.number("end");
    this.fields = el("fieldset", { class: "row", disabled: true },
      field("Label", this.label), field("Start, s", this.start), field("End, s", this.end),
      el("button", { class: "plain", onclick: () => this.onplay(this.event) }, "Play it"),
      el("button", { class: "plain", onclick: () => this.remove() }, "Delete"));
    this.hint = el("p", { class: "muted hint" });
    this.element = el("section", { class: "editor", "aria-label": "Chosen event" }, list, this.fields,
      el("button", { class: "plain", onclick: onadd }, "Add an event at the cursor"), this.hint);
    this.show(null, null);
  }

  get event() {
    return this.track?.find(this.id);
  }

  number(name) {
    const input = el("input", { type: "number", min: 0, step: "0.01", onchange: () => this.apply(name, Number(input.value)) });
    return input;
  }

  show(track, id) {
    this.track = track;
    this.id = id;
    this.refresh();
  }

  refresh() {
    const event = this.event;
    this.fields.disabled = !event;
    this.hint.textContent = event ? "Drag its edges, or type. Delete removes it." : "Click an event to hear and correct it.";
    this.label.value = event?.label ?? "";
    this.start.value = event ? event.start.toFixed(2) : "";
    this.end.value = event ? event.end.toFixed(2) : "";
  }

  apply(name, value) {
    const event = this.event;
    const good = event && (name === "label" ? value !== ""
      : name === "start" ? value >= 0 && value <= event.end : value >= event.start && value <= this.track.seconds + 0.005);
    if (good) {
      this.track.remember();
      this.track.change(this.id, { [name]: value });
    }
    this.refresh();
  }

  remove() {
    if (this.event) this.track.remove(this.id);
    this.refresh();
  }
}

function field(name, input) {
  return el("label", { class: "field" }, el("span", {}, name), input);
}
