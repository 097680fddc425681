// Which stretch of a sound is in view.

const LEAST_SECONDS = 0.2;

export class Viewport extends EventTarget {
  constructor() {
    super();
    this.duration = 1;
    this.start = 0;
    this.end = 1;
  }

  get span() {
    return this.end - this.start;
  }

  get zoomed() {
    return this.span < this.duration - 1e-6;
  }

  reset(duration) {
    this.duration = duration;
    this.show(0, duration);
  }

  /** Shows a stretch, moved into the sound where it leaves it. */
  show(start, end) {
    const span = Math.min(this.duration, Math.max(LEAST_SECONDS, end - start));
    this.start = Math.max(0, Math.min(start, this.duration - span));
    this.end = this.start + span;
    this.dispatchEvent(new Event("change"));
  }

  /** Shows factor times as much, keeping a moment where it is. */
  zoom(factor, about = (this.start + this.end) / 2) {
    const span = Math.min(this.duration, Math.max(LEAST_SECONDS, this.span * factor));
    const start = about - ((about - this.start) / this.span) * span;
    this.show(start, start + span);
  }

  scroll(seconds) {
    this.show(this.start + seconds, this.end + seconds);
  }

  /** Follows a moment that has left the view. */
  follow(moment) {
    if (this.zoomed && (moment < this.start || moment > this.end)) {
      const start = moment - 0.05 * this.span;
      this.show(start, start + this.span);
    }
  }

  /** A moment's place as a share of the width; outside [0, 1] when out of view. */
  place(moment) {
    return (moment - this.start) / this.span;
  }

  moment(share) {
    return this.start + share * this.span;
  }
}
