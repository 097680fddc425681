// A model's part of the timeline: its name, what it heard for how long, events, probabilities, and the label file.

import * as api from "./api.js";
import { colourClass } from "./colours.js";
import { choice, el } from "./dom.js";
import { EventsLane } from "./events-lane.js";
import { curveLane } from "./lanes.js";
import { complain } from "./notices.js";
import { length, percent } from "./words.js";

const FORMATS = [["csv", "CSV"], ["jsonl", "JSON lines"], ["audacity", "Audacity"], ["raven", "Raven"], ["rttm", "RTTM"], ["textgrid", "Praat TextGrid"], ["webvtt", "WebVTT"]];
const MOST_CURVES = 8;
const WORTH_DRAWING = 0.1;

export class TrackPanel {
  constructor(track, fileName, view, choose) {
    this.track = track;
    this.fileName = fileName;
    this.lane = new EventsLane(track, view, choose);
    this.curve = curveLane(view, track.curve, likeliest(track.curve));
    this.legend = el("ul", { class: "legend", "aria-label": "How long each label is heard" });
    this.undo = el("button", { class: "plain", onclick: () => track.undo() }, "Undo");
    const whole = track.whole && el("span", { class: "whole" }, "whole sound: ",
      el("b", {}, track.whole.label), ` ${percent(track.whole.probability)}`);
    this.element = el("section", { class: "track", "aria-label": `Model ${track.model}` },
      el("div", { class: "track-head" }, el("h3", {}, track.model), whole, this.legend),
      this.lane.element, this.curve.element);
    this.files = this.downloads();
    track.addEventListener("change", () => this.draw());
    this.draw();
  }

  draw() {
    this.lane.draw();
    this.curve.paint();
    this.undo.disabled = !this.track.corrected;
    const heard = this.track.heard();
    this.legend.replaceChildren(...heard.slice(0, 10).map(({ label, seconds }) =>
      el("li", { class: colourClass(label) }, el("i"), label, " ", el("span", { class: "number" }, length(seconds)))));
    if (!heard.length) this.legend.append(el("li", { class: "muted" }, "nothing heard surely enough to be an event"));
  }

  downloads() {
    const { label, select } = choice("Labels as", FORMATS, "csv", () => {});
    const button = el("button", { class: "plain", onclick: () => this.download(select.value).catch(complain) }, "Download");
    return el("div", { class: "row downloads" }, label, button, this.undo);
  }

  async download(format) {
    const { text, extension } = await api.labelFile({
      file: this.fileName,
      seconds: this.track.seconds,
      events: this.track.events.map(({ start, end, label, score }) => ({ start, end, label, score })),
    }, format);
    const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    el("a", { href: address, download: `${this.fileName.replace(/\.[^.]*$/, "")}.${extension}` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  close() {
    this.curve.close();
  }
}

/** The labels whose curve is worth a line. */
function likeliest(curve) {
  const most = curve.labels.map((label, i) => [label, curve.probabilities.reduce((top, cell) => Math.max(top, cell[i]), 0)]);
  return most.filter(([, top]) => top > WORTH_DRAWING).sort((a, b) => b[1] - a[1]).slice(0, MOST_CURVES).map(([label]) => label);
}
