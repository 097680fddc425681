// The files on the page and what the models said of them. The server is asked for one at a time.

import * as api from "./api.js";
import { Track } from "./track.js";

/** Up to this length the label of the whole sound is asked for too. */
const SHORT_SECONDS = 30;

export class Library extends EventTarget {
  constructor(model) {
    super();
    this.model = model;
    this.other = "";
    this.entries = [];
    this.queue = Promise.resolve();
  }

  add(files) {
    const entries = files.map(({ file, name }) => ({ file, name: name ?? file.name, tracks: new Map(), states: new Map() }));
    this.entries.push(...entries);
    for (const entry of entries) this.track(entry, this.model).catch(() => {});
    this.told();
    return entries;
  }

  remove(entry) {
    entry.gone = true;
    this.entries = this.entries.filter((each) => each !== entry);
    this.told();
  }

  /** Chooses the model by which all files are labelled. */
  choose(model) {
    this.model = model;
    if (this.other === model) this.other = "";
    for (const entry of this.entries) this.track(entry, model).catch(() => {});
    this.told();
  }

  state(entry) {
    return entry.states.get(this.model) ?? { name: "waiting" };
  }

  /** A model's track of a file; asked for once, and again after a failure. */
  track(entry, model) {
    if (!entry.tracks.has(model)) {
      entry.states.set(model, { name: "waiting" });
      const track = this.queue.then(() => this.ask(entry, model));
      entry.tracks.set(model, track);
      this.queue = track.catch(() => {});
    }
    return entry.tracks.get(model);
  }

  async ask(entry, model) {
    if (entry.gone) throw new Error("The file was taken away.");
    this.say(entry, model, { name: "busy" });
    try {
      const result = await api.detect(entry.file, model);
      if (result.seconds <= SHORT_SECONDS) result.whole = await api.classify(entry.file, model);
      const track = new Track(model, result);
      track.addEventListener("change", () => this.told());
      this.say(entry, model, { name: "done", track });
      return track;
    } catch (error) {
      entry.tracks.delete(model);
      this.say(entry, model, { name: "failed", words: error.message });
      throw error;
    }
  }

  say(entry, model, state) {
    entry.states.set(model, state);
    this.told();
  }

  told() {
    this.dispatchEvent(new Event("change"));
  }
}
