// The microphone: bars, a moving spectrogram, and events as they end.

import { colourClass } from "./colours.js";
import { choice, el } from "./dom.js";
import { LiveBars } from "./live-bars.js";
import { LiveSpectrogram } from "./live-spectrogram.js";
import { LiveStream } from "./live-stream.js";
import { Microphone } from "./microphone.js";
import { clock, percent } from "./words.js";

const MOST_EVENTS = 200;

export class LiveView {
  constructor(bundles) {
    this.bundles = bundles;
    this.model = bundles[0]?.id;
    const { label, select } = choice("Model", bundles.map(({ id }) => [id, id]), this.model, (id) => { this.model = id; });
    this.select = select;
    this.button = el("button", { class: "main", disabled: !bundles.length, onclick: () => this.toggle() }, "Start listening");
    this.time = el("output", { class: "number position", "aria-live": "off" });
    this.state = el("p", { class: "muted", role: "status" }, bundles.length ? "Sound goes to this server only, and it keeps none." : "There is no model in the server's folder yet.");
    this.bars = new LiveBars();
    const canvas = el("canvas", { role: "img", "aria-label": "Mel spectrogram of the last seconds" });
    this.spectrogram = new LiveSpectrogram(canvas);
    this.none = el("p", { class: "muted" }, "Events stand here as soon as they have ended.");
    this.events = el("ol", { class: "live-events", "aria-live": "polite", "aria-label": "Events, the newest first" });
    this.element = el("div", { class: "live" },
      el("div", { class: "sound-head" }, el("h1", {}, "Live"), label),
      el("div", { class: "toolbar" }, this.button, this.time, this.state),
      el("div", { class: "live-spectrogram" }, canvas),
      el("div", { class: "live-grid" },
        el("section", {}, el("h2", {}, "Now"), this.bars.element),
        el("section", {}, el("h2", {}, "Events"), this.none, this.events)));
    this.prepare();
  }

  get bundle() {
    return this.bundles.find(({ id }) => id === this.model);
  }

  prepare() {
    this.bars.reset(this.bundle?.labels ?? []);
    this.spectrogram.reset(48000);
  }

  toggle() {
    this.button.disabled = true;
    const done = this.microphone ? this.stop() : this.start();
    done.catch((error) => this.failed(error.message)).finally(() => { this.button.disabled = false; });
  }

  async start() {
    this.say("Opening the microphone …");
    this.prepare();
    this.events.replaceChildren();
    this.none.hidden = false;
    let samples = 0;
    const microphone = await Microphone.open((chunk) => {
      samples += chunk.length;
      this.time.textContent = clock(samples / microphone.rate);
      this.spectrogram.take(chunk);
      this.stream?.send(chunk);
    });
    this.microphone = microphone;
    this.spectrogram.reset(microphone.rate);
    this.button.textContent = "Stop";
    this.select.disabled = true;
    this.stream = await LiveStream.open(this.model, microphone.rate, {
      heard: ({ top }) => this.bars.show(top),
      event: (event) => this.add(event),
      failed: (words) => this.failed(words),
    });
    this.say("Listening.");
  }

  add({ label, start, end, score }) {
    this.none.hidden = true;
    this.events.prepend(el("li", { class: colourClass(label) }, el("i"), el("b", {}, label), " ",
      el("span", { class: "number" }, `${clock(start)} – ${clock(end)}`), " ", el("span", { class: "muted number" }, score === null ? "" : percent(score))));
    while (this.events.children.length > MOST_EVENTS) this.events.lastChild.remove();
  }

  async stop() {
    const { microphone, stream } = this;
    this.microphone = this.stream = null;
    this.button.textContent = "Start listening";
    this.select.disabled = false;
    await microphone?.close();
    await stream?.end();
    this.say("Stopped.");
  }

  failed(words) {
    this.stop().finally(() => this.say(words, "error"));
  }

  say(words, kind = "muted") {
    this.state.textContent = words;
    this.state.className = kind;
  }

  hidden() {
    if (this.microphone) this.toggle();
  }
}
