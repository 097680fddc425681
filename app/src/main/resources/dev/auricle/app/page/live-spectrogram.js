// A mel spectrogram that moves to the left as sound comes in.

import { MAGMA } from "./colour-map.js";
import { Fft } from "./fft.js";
import { bandLevels, melBands } from "./mel.js";

const SIZE = 2048;
const BANDS = 96;
const COLUMNS = 600;
const RANGE_DB = 70;
const FLOOR_DB = -30;

export class LiveSpectrogram {
  constructor(canvas) {
    canvas.width = COLUMNS;
    canvas.height = BANDS;
    this.context = canvas.getContext("2d");
    this.fft = new Fft(SIZE);
    this.levels = new Float32Array(BANDS);
    this.column = new ImageData(1, BANDS);
    this.pixels = new Uint32Array(this.column.data.buffer);
  }

  reset(rate) {
    this.bands = melBands(rate, SIZE, BANDS);
    this.last = new Float32Array(SIZE);
    this.loudest = FLOOR_DB;
    this.context.fillStyle = "#000004";
    this.context.fillRect(0, 0, COLUMNS, BANDS);
  }

  /** Takes samples, not more than a window at a time, and adds a column. */
  take(samples) {
    this.last.copyWithin(0, samples.length);
    this.last.set(samples, SIZE - samples.length);
    bandLevels(this.fft.spectrum(this.last, 0), this.bands, this.levels);
    // The brightest colour follows the loudest sound at once and quietness slowly.
    this.loudest = Math.max(FLOOR_DB, this.loudest - 0.05, ...this.levels);
    for (let b = 0; b < BANDS; b++) {
      const level = Math.round(255 * (1 + (this.levels[b] - this.loudest) / RANGE_DB));
      this.pixels[BANDS - 1 - b] = MAGMA[Math.max(0, Math.min(255, level))];
    }
    this.context.drawImage(this.context.canvas, -1, 0);
    this.context.putImageData(this.column, COLUMNS - 1, 0);
  }
}
