// One model's events on one sound, as the user has corrected them, with undo.

let nextId = 1;

export class Track extends EventTarget {
  constructor(model, result) {
    super();
    this.model = model;
    this.seconds = result.seconds;
    this.curve = result.curve;
    this.whole = result.whole ?? null;
    this.events = result.events.map((event) => ({ ...event, id: nextId++ }));
    this.past = [];
  }

  get corrected() {
    return this.past.length > 0;
  }

  /** The labels that have an event, the one heard longest first. */
  heard() {
    const seconds = new Map();
    for (const { label, start, end } of this.events) seconds.set(label, (seconds.get(label) ?? 0) + end - start);
    return [...seconds].sort((a, b) => b[1] - a[1]).map(([label, total]) => ({ label, seconds: total }));
  }

  find(id) {
    return this.events.find((event) => event.id === id);
  }

  /** Begins a change that undo takes back as a whole. */
  remember() {
    this.past.push(this.events.map((event) => ({ ...event })));
  }

  /** Changes an event; what a person says has no score. */
  change(id, values) {
    const event = this.find(id);
    Object.assign(event, values, { score: null, edited: true });
    event.start = Math.max(0, Math.min(event.start, this.seconds));
    event.end = Math.max(event.start, Math.min(event.end, this.seconds));
    this.changed();
  }

  add(start, end, label) {
    this.remember();
    const event = { id: nextId++, start, end: Math.min(end, this.seconds), label, score: null, edited: true };
    this.events.push(event);
    this.changed();
    return event;
  }

  remove(id) {
    this.remember();
    this.events = this.events.filter((event) => event.id !== id);
    this.changed();
  }

  undo() {
    if (!this.corrected) return;
    this.events = this.past.pop();
    this.changed();
  }

  changed() {
    this.events.sort((a, b) => a.start - b.start || a.end - b.end);
    this.dispatchEvent(new Event("change"));
  }
}
