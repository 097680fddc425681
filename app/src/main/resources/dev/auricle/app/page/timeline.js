// The lanes of one sound above each other, under one cursor and one zoom.

import { el } from "./dom.js";
import { axisLane, spectrogramLane, waveformLane } from "./lanes.js";
import { clock } from "./words.js";

const ZOOM = 1.6;

export class Timeline {
  constructor(view, player, pictures) {
    Object.assign(this, { view, player, pictures });
    this.picture = null;
    this.panels = [];
    const picture = () => this.picture;
    this.lanes = [axisLane(view), waveformLane(view, picture), spectrogramLane(view, picture)];
    this.cursor = el("div", { class: "cursor", "aria-hidden": "true" });
    this.seeker = el("div", { class: "seeker", role: "slider", tabindex: 0, "aria-label": "Position in the sound", "aria-valuemin": 0,
      onpointerdown: (press) => this.seek(press), onpointermove: (move) => { if (move.buttons & 1) this.seek(move); },
      onkeydown: (press) => this.steer(press) }, this.lanes.map((lane) => lane.element));
    this.tracks = el("div", { class: "tracks" });
    this.box = el("div", { class: "timeline", onwheel: (turn) => this.wheel(turn) }, this.seeker, this.tracks, this.cursor);
    this.scroller = el("input", { type: "range", class: "scroller", hidden: true, min: 0, step: "any", "aria-label": "Stretch in view",
      oninput: () => view.show(Number(this.scroller.value), Number(this.scroller.value) + view.span) });
    this.element = el("div", {}, this.box, this.scroller);
    view.addEventListener("change", () => this.refresh());
    player.addEventListener("tick", () => this.moveCursor());
  }

  /** Buttons that zoom. */
  controls() {
    const button = (text, name, act) => el("button", { class: "plain square", "aria-label": name, title: name, onclick: act }, text);
    return el("div", { class: "row", role: "group", "aria-label": "Zoom" },
      button("−", "Zoom out", () => this.view.zoom(ZOOM, this.centre())),
      button("+", "Zoom in", () => this.view.zoom(1 / ZOOM, this.centre())),
      el("button", { class: "plain", onclick: () => this.view.show(0, this.view.duration) }, "Whole"));
  }

  centre() {
    const { start, end } = this.view, moment = this.player.moment;
    return moment >= start && moment <= end ? moment : (start + end) / 2;
  }

  show(panels) {
    for (const panel of this.panels) panel.close();
    this.panels = panels;
    this.tracks.replaceChildren(...panels.map((panel) => panel.element));
    this.refresh();
  }

  refresh() {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      const { view } = this;
      for (const lane of this.lanes) lane.paint();
      for (const panel of this.panels) panel.draw();
      this.pictures.ask(view.start, view.end, Math.max(100, Math.round(this.seeker.clientWidth)));
      this.scroller.max = view.duration - view.span;
      this.scroller.value = view.start;
      this.scroller.hidden = !view.zoomed;
      this.moveCursor();
    });
  }

  /** Takes the worker's next picture. */
  take(picture) {
    this.picture = picture;
    this.lanes[1].paint();
    this.lanes[2].paint();
  }

  moveCursor() {
    const { moment, playing } = this.player;
    if (playing) this.view.follow(moment);
    const share = this.view.place(moment);
    this.cursor.hidden = share < 0 || share > 1;
    this.cursor.style.left = `${100 * share}%`;
    this.seeker.setAttribute("aria-valuemax", this.view.duration.toFixed(1));
    this.seeker.setAttribute("aria-valuenow", moment.toFixed(1));
    this.seeker.setAttribute("aria-valuetext", clock(moment));
  }

  seek(press) {
    const { left, width } = this.seeker.getBoundingClientRect();
    this.player.seek(this.view.moment(Math.max(0, Math.min(1, (press.clientX - left) / width))));
  }

  steer(press) {
    const small = this.view.span / 50, large = this.view.span / 5;
    const steps = { ArrowLeft: -small, ArrowRight: small, PageUp: -large, PageDown: large, Home: -Infinity, End: Infinity };
    if (press.key in steps) {
      press.preventDefault();
      const moment = Math.max(0, Math.min(this.view.duration, this.player.moment + steps[press.key]));
      this.player.seek(moment);
      if (moment < this.view.start || moment > this.view.end) this.view.show(moment - this.view.span / 2, moment + this.view.span / 2);
    } else if (press.key === "+" || press.key === "=") this.view.zoom(1 / ZOOM, this.centre());
    else if (press.key === "-") this.view.zoom(ZOOM, this.centre());
    else if (press.key === "0") this.view.show(0, this.view.duration);
  }

  /** A pinch or Ctrl with the wheel zooms, a sideways turn scrolls; plain turns scroll the page. */
  wheel(turn) {
    const { left, width } = this.seeker.getBoundingClientRect();
    if (turn.ctrlKey || turn.metaKey) {
      turn.preventDefault();
      this.view.zoom(Math.exp(turn.deltaY * 0.004), this.view.moment((turn.clientX - left) / width));
    } else if (Math.abs(turn.deltaX) > Math.abs(turn.deltaY)) {
      turn.preventDefault();
      this.view.scroll((turn.deltaX / width) * this.view.span);
    }
  }

  close() {
    this.show([]);
    for (const lane of this.lanes) lane.close();
  }
}
