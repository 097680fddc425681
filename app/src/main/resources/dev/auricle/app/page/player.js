// Plays a file, whole or from one moment to another, and says where it is.

export class Player extends EventTarget {
  constructor(file) {
    super();
    this.address = URL.createObjectURL(file);
    this.audio = new Audio(this.address);
    this.audio.preload = "auto";
    this.until = Infinity;
    for (const name of ["play", "pause", "ended", "seeked"]) this.audio.addEventListener(name, () => this.tick());
  }

  get playing() {
    return !this.audio.paused && !this.audio.ended;
  }

  get moment() {
    return this.audio.currentTime;
  }

  async play(from = null, until = Infinity) {
    this.until = until;
    if (from !== null) this.audio.currentTime = from;
    try {
      await this.audio.play();
    } catch (error) {
      if (error.name === "AbortError") return;
      throw new Error("This browser cannot play this format. Its events are right all the same: the server decoded it.");
    }
  }

  pause() {
    this.audio.pause();
  }

  seek(moment) {
    this.until = Infinity;
    this.audio.currentTime = Math.max(0, moment);
    this.tick();
  }

  tick() {
    if (this.playing && this.moment >= this.until) this.audio.pause();
    this.dispatchEvent(new Event("tick"));
    cancelAnimationFrame(this.frame);
    if (this.playing) this.frame = requestAnimationFrame(() => this.tick());
  }

  close() {
    this.audio.pause();
    cancelAnimationFrame(this.frame);
    URL.revokeObjectURL(this.address);
  }
}
