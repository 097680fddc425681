// Holds a sound's samples and draws any stretch of them: extremes for the waveform, pixels for the mel spectrogram.

import { MAGMA } from "./colour-map.js";
import { Fft } from "./fft.js";
import { bandLevels, melBands } from "./mel.js";

const SIZE = 1024;
const BANDS = 96;
const RANGE_DB = 75;
const PROBES = 400;
const MOST_FRAMES = 3;
const MOST_GAIN = 30;

const fft = new Fft(SIZE);
const levels = new Float32Array(BANDS);
let samples, rate, bands, loudest, gain;

onmessage = ({ data }) => {
  if (data.samples) {
    ({ samples, rate } = data);
    bands = melBands(rate, SIZE, BANDS);
    loudest = findLoudest();
    gain = findGain();
  } else {
    const { id, start, end, columns } = data;
    const picture = { id, start, end, columns, gain, bands: BANDS, ...extremes(start, end, columns), pixels: pixels(start, end, columns) };
    postMessage(picture, [picture.least.buffer, picture.most.buffer, picture.pixels.buffer]);
  }
};

/** The level from which colours count, from frames spread over the whole sound. */
function findLoudest() {
  let most = -100;
  for (let i = 0; i < PROBES; i++) {
    bandLevels(fft.spectrum(samples, Math.floor((i / PROBES) * Math.max(0, samples.length - SIZE))), bands, levels);
    for (const level of levels) most = Math.max(most, level);
  }
  return most;
}

/** Quiet sounds are drawn larger, up to a limit: silence stays flat. */
function findGain() {
  const peak = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return Math.min(MOST_GAIN, 1 / Math.max(peak, 1e-6));
}

function extremes(start, end, columns) {
  const least = new Float32Array(columns), most = new Float32Array(columns);
  for (let c = 0; c < columns; c++) {
    const from = place(start, end, columns, c);
    const to = Math.max(from + 1, place(start, end, columns, c + 1));
    // Over hours a column spans millions of samples: some of them show the same outline.
    const step = Math.max(1, Math.floor((to - from) / 2000));
    let low = Infinity, high = -Infinity;
    for (let i = from; i < to; i += step) {
      const value = samples[i] ?? 0;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    least[c] = low;
    most[c] = high;
  }
  return { least, most };
}

function place(start, end, columns, column) {
  return Math.floor((start + ((end - start) * column) / columns) * rate);
}

/** Row 0 is the highest band. */
function pixels(start, end, columns) {
  const out = new Uint32Array(columns * BANDS);
  const column = new Float32Array(BANDS);
  for (let c = 0; c < columns; c++) {
    const from = place(start, end, columns, c), to = place(start, end, columns, c + 1);
    const frames = Math.min(MOST_FRAMES, Math.max(1, Math.floor((to - from) / SIZE)));
    column.fill(-200);
    for (let f = 0; f < frames; f++) {
      const centre = from + Math.floor(((f + 0.5) * (to - from)) / frames);
      bandLevels(fft.spectrum(samples, centre - SIZE / 2), bands, levels);
      for (let b = 0; b < BANDS; b++) column[b] = Math.max(column[b], levels[b]);
    }
    for (let b = 0; b < BANDS; b++) {
      const level = 1 + (column[b] - loudest) / RANGE_DB;
      out[(BANDS - 1 - b) * columns + c] = MAGMA[Math.max(0, Math.min(255, Math.round(255 * level)))];
    }
  }
  return out;
}
