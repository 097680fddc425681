// Files, their state, and the one that is open.

import { choice, el } from "./dom.js";
import { chosen, dropped } from "./intake.js";
import { Library } from "./library.js";
import { complain } from "./notices.js";
import { Recorder } from "./recorder.js";
import { SoundView } from "./sound-view.js";
import { colourClass } from "./colours.js";
import { bytes, clock, length, percent, plural } from "./words.js";

export class FilesView {
  constructor(bundles) {
    this.bundles = bundles;
    this.library = new Library(bundles[0]?.id ?? "");
    this.library.addEventListener("change", () => this.drawList());
    this.list = el("ul", { class: "files" });
    this.detail = el("div", { class: "detail" });
    const side = el("aside", { class: "side", "aria-label": "Files" }, this.models(), this.zone(), this.list);
    this.element = el("div", { class: "files-view" }, side, this.detail);
    this.welcome();
    addEventListener("dragover", (drag) => { drag.preventDefault(); document.body.classList.add("dragging"); });
    addEventListener("dragleave", (drag) => { if (!drag.relatedTarget) document.body.classList.remove("dragging"); });
    addEventListener("drop", (drop) => this.drop(drop));
  }

  models() {
    const { label } = choice("Model", this.bundles.map(({ id }) => [id, id]), this.library.model, (id) => {
      this.library.choose(id);
      if (this.open) this.show(this.open);
    });
    return label;
  }

  zone() {
    const input = (properties) => el("input", { type: "file", hidden: true, multiple: true, ...properties,
      onchange: (change) => { this.add(chosen(change.target)); change.target.value = ""; } });
    const files = input({ "aria-label": "Sound files", accept: "audio/*,video/*,.amr,.caf,.w64,.ape,.wv,.gsm" });
    const folder = input({ "aria-label": "Folder of sounds", webkitdirectory: true });
    this.record = el("button", { class: "plain", onclick: () => this.toggleRecording().catch(complain) }, "Record");
    return el("div", { class: "zone" }, el("p", {}, "Drop sounds or a folder here"),
      el("div", { class: "sources" },
        el("button", { class: "main", onclick: () => files.click() }, "Choose files"),
        el("button", { class: "plain", onclick: () => folder.click() }, "A folder"), this.record), files, folder);
  }

  welcome() {
    const words = this.bundles.length
      ? [el("h1", {}, "What is in a sound, and when"),
        el("p", {}, "Drop a file anywhere on this page. You will see its waveform, its spectrogram and what the model hears over time; you can listen to each event, correct it, and take the labels with you."),
        el("p", {}, "Sounds go to this server only, and it keeps none.")]
      : [el("h1", {}, "There is no model in the server's folder yet"),
        el("p", {}, "Train one with "), el("p", {}, el("code", {}, "auricle train YOUR-FOLDER -r cnn -o models/mine.auricle")),
        el("p", {}, "into the folder that is served; it is found within a second. Then load this page again.")];
    this.detail.replaceChildren(el("div", { class: "welcome" },
      el("div", { class: "empty" }, el("img", { src: "page/icon.svg", alt: "", width: 72, height: 72 }), words)));
  }

  async drop(drop) {
    drop.preventDefault();
    document.body.classList.remove("dragging");
    this.add(await dropped(drop.dataTransfer));
  }

  add(files) {
    if (!files.length || !this.bundles.length) return;
    location.hash = "#files";
    const entries = this.library.add(files);
    if (!this.open) this.show(entries[0]);
  }

  async toggleRecording() {
    if (!this.recorder) {
      const recorder = new Recorder();
      await recorder.start((seconds) => { this.record.textContent = `Stop, ${clock(seconds, 0)}`; });
      this.recorder = recorder;
      this.record.classList.add("recording");
    } else {
      const recorder = this.recorder;
      this.recorder = null;
      const file = await recorder.stop();
      this.record.classList.remove("recording");
      this.record.textContent = "Record";
      this.open = null;
      this.add([{ file }]);
    }
  }

  show(entry) {
    this.sound?.close();
    this.open = entry;
    this.sound = new SoundView(entry, this.library, this.bundles);
    this.detail.replaceChildren(this.sound.element);
    this.drawList();
  }

  drawList() {
    const at = document.activeElement?.closest?.(".files li");
    const index = at ? [...this.list.children].indexOf(at) : -1;
    const inner = index < 0 ? null : document.activeElement.className;
    this.list.replaceChildren(...this.library.entries.map((entry) => this.item(entry)));
    // A list drawn anew must not take the keyboard's place away.
    if (index >= 0) this.list.children[Math.min(index, this.list.children.length - 1)]?.querySelector(`button[class="${inner}"]`)?.focus();
  }

  item(entry) {
    const state = this.library.state(entry);
    return el("li", { class: `file ${state.name}`, "aria-current": entry === this.open ? "true" : null },
      el("button", { class: "open", onclick: () => this.show(entry) },
        el("span", { class: "file-name" }, el("bdi", {}, entry.name)), el("span", { class: "file-state" }, this.words(entry, state)), strip(state.track)),
      el("button", { class: "quiet away", "aria-label": `Take ${entry.name} away`, onclick: () => this.take(entry) }, "×"));
  }

  words(entry, state) {
    if (state.name === "busy") return "listening …";
    if (state.name === "failed") return state.words;
    if (state.name === "waiting") return `waiting, ${bytes(entry.file.size)}`;
    const { track } = state;
    if (track.whole) return `${length(track.seconds)} · ${track.whole.label} ${percent(track.whole.probability)}`;
    return `${length(track.seconds)} · ${plural(track.events.length, "event")}${track.corrected ? ", corrected" : ""}`;
  }

  take(entry) {
    this.library.remove(entry);
    if (entry !== this.open) return;
    this.sound.close();
    this.open = null;
    const [next] = this.library.entries;
    if (next) this.show(next);
    else this.welcome();
  }

  hidden() {
    this.sound?.player.pause();
  }
}

/** A file's events as one thin line. */
function strip(track) {
  if (!track) return null;
  return el("span", { class: "strip", "aria-hidden": "true" }, track.events.slice(0, 300).map((event) => {
    const mark = el("i", { class: colourClass(event.label) });
    mark.style.left = `${(100 * event.start) / track.seconds}%`;
    mark.style.width = `${(100 * (event.end - event.start)) / track.seconds}%`;
    return mark;
  }));
}
