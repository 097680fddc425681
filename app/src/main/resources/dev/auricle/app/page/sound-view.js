// One sound: heard, seen, and labelled by one model or two.

import { choice, el } from "./dom.js";
import { EventEditor } from "./event-editor.js";
import { complain } from "./notices.js";
import { Pictures } from "./pictures.js";
import { Player } from "./player.js";
import { Timeline } from "./timeline.js";
import { TrackPanel } from "./track-panel.js";
import { Viewport } from "./viewport.js";
import { clock, length, plural } from "./words.js";

const NEW_EVENT_SECONDS = 1;

export class SoundView {
  constructor(entry, library, bundles) {
    Object.assign(this, { entry, library, bundles });
    this.view = new Viewport();
    this.player = new Player(entry.file);
    this.pictures = new Pictures((picture) => this.timeline.take(picture));
    this.timeline = new Timeline(this.view, this.player, this.pictures);
    this.position = el("output", { class: "number position", "aria-live": "off" });
    this.playButton = el("button", { class: "main", onclick: () => this.toggle() }, "Play");
    this.player.addEventListener("tick", () => this.told());
    const others = bundles.filter((bundle) => bundle.id !== library.model).map(({ id }) => [id, id]);
    this.other = choice("Compare with", [["", "no other"], ...others], library.other, (id) => { library.other = id; this.label(); });
    this.other.label.hidden = !others.length;
    this.state = el("p", { class: "state muted" });
    this.spoken = el("p", { class: "spoken", role: "status" });
    this.downloads = el("div", { class: "all-downloads" });
    this.editor = new EventEditor(bundles.flatMap(({ labels }) => labels), (event) => this.play(event), () => this.add());
    this.note = el("p", { class: "muted" });
    this.element = el("article", { class: "sound", "aria-label": entry.name, onkeydown: (press) => this.shortcut(press) },
      el("div", { class: "sound-head" }, el("h1", {}, el("bdi", {}, entry.name)), this.other.label),
      el("div", { class: "toolbar" }, this.playButton, this.position, this.timeline.controls()),
      this.timeline.element, this.note, this.state, this.spoken, this.editor.element, this.downloads);
    this.open().catch(complain);
  }

  async open() {
    this.told();
    const labelled = this.label();
    const seconds = await this.pictures.open(this.entry.file);
    if (seconds === null) {
      this.element.classList.add("unseen");
      this.playButton.disabled = true;
    } else if (!this.tracks) {
      // The picture need not wait for the server.
      this.view.reset(seconds);
    }
    this.timeline.refresh();
    this.told();
    await labelled;
    if (seconds === null && this.tracks) this.note.textContent = "This browser cannot decode this format, so there is nothing to see or hear of it here. The events are the server's.";
  }

  /** Shows the tracks of the models asked for. */
  async label() {
    this.state.textContent = "The server is listening …";
    this.state.hidden = false;
    this.state.className = "state muted";
    this.element.classList.remove("failed");
    try {
      const models = [this.library.model, this.library.other].filter(Boolean);
      const tracks = await Promise.all(models.map((model) => this.library.track(this.entry, model)));
      this.state.hidden = true;
      this.entry.seconds = tracks[0].seconds;
      // Another model on the same sound leaves what is in view.
      if (Math.abs(this.view.duration - tracks[0].seconds) > 0.05) this.view.reset(tracks[0].seconds);
      this.element.classList.add("labelled");
      this.tracks = tracks;
      this.panels = tracks.map((track) => new TrackPanel(track, this.entry.name, this.view, (id, play) => this.choose(track, id, play)));
      for (const track of tracks) track.addEventListener("change", () => this.editor.refresh());
      this.timeline.show(this.panels);
      this.downloads.replaceChildren(...this.panels.map((panel, i) =>
        el("div", { class: "row" }, tracks.length > 1 ? el("b", {}, tracks[i].model) : null, panel.files)));
      this.spoken.textContent = tracks.map((track) => results(track, this.entry.name)).join(" ");
      this.told();
    } catch (error) {
      this.state.textContent = this.spoken.textContent = error.message;
      this.state.className = "state error";
      this.element.classList.add("failed");
    }
  }

  choose(track, id, play) {
    for (const panel of this.panels) {
      panel.lane.chosen = panel.track === track ? id : null;
      panel.lane.draw();
    }
    this.editor.show(track, id);
    if (play) this.play(track.find(id));
  }

  play(event) {
    if (event) this.player.play(event.start, event.end).catch(complain);
  }

  add() {
    const track = this.tracks?.[0];
    if (!track) return;
    const start = Math.min(this.player.moment, Math.max(0, track.seconds - NEW_EVENT_SECONDS));
    const event = track.add(start, start + NEW_EVENT_SECONDS, this.editor.event?.label ?? track.curve.labels[0]);
    this.choose(track, event.id, false);
    this.editor.label.focus();
  }

  toggle() {
    if (this.player.playing) this.player.pause();
    else this.player.play().catch(complain);
  }

  /** Space plays, wherever it does not already mean something. */
  shortcut(press) {
    const typing = press.target.closest("input, select, button, summary");
    if (press.key === " " && !typing) {
      press.preventDefault();
      this.toggle();
    } else if (press.key === "z" && (press.ctrlKey || press.metaKey) && !press.target.closest("input")) {
      this.tracks?.forEach((track) => track === this.editor.track && track.undo());
    }
  }

  told() {
    this.playButton.textContent = this.player.playing ? "Pause" : "Play";
    this.position.textContent = `${clock(this.player.moment)} / ${clock(this.view.duration)}`;
  }

  close() {
    this.player.close();
    this.pictures.close();
    this.timeline.close();
  }
}

/** A model's results in a sentence, for those who do not see them appear. */
function results(track, name) {
  const heard = track.heard().slice(0, 3).map(({ label, seconds }) => `${label} ${length(seconds)}`);
  return `${track.model} on ${name}: ${plural(track.events.length, "event")}${heard.length ? `, ${heard.join(", ")}` : ""}.`;
}
