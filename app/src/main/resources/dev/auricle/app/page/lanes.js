// What is drawn over time: the axis, the waveform, the spectrogram, the probabilities.

import { CanvasLane } from "./canvas-lane.js";
import { colour, themed } from "./colours.js";
import { clock } from "./words.js";

const STEPS = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];
const TICK_PIXELS = 84;

/** Room for the scale above the curves, in pixels. */
const CURVE_TOP = 14;

export function axisLane(view) {
  return new CanvasLane("axis", "Time axis", (context, width, height) => {
    const step = STEPS.find((each) => (each / view.span) * width >= TICK_PIXELS) ?? 14400;
    context.font = `12px ${themed("--font")}`;
    context.fillStyle = context.strokeStyle = themed("--muted");
    context.textBaseline = "middle";
    for (let i = Math.ceil(view.start / step); i * step <= view.end; i++) {
      const x = Math.round(view.place(i * step) * width) + 0.5;
      context.beginPath();
      context.moveTo(x, height - 5);
      context.lineTo(x, height);
      context.stroke();
      const text = clock(i * step, step < 0.1 ? 2 : step < 1 ? 1 : 0);
      const half = context.measureText(text).width / 2;
      context.fillText(text, Math.max(0, Math.min(width - 2 * half, x - half)), height / 2 - 3);
    }
  });
}

/** The picture is what the worker made last; it may be of another stretch while the next one is made. */
export function waveformLane(view, picture) {
  return new CanvasLane("waveform", "Waveform", (context, width, height) => {
    const { start, end, columns, least, most, gain } = picture() ?? {};
    context.fillStyle = themed("--line");
    context.fillRect(0, height / 2 - 0.5, width, 1);
    if (!columns) return;
    const left = view.place(start) * width;
    const step = ((end - start) / view.span) * width / columns;
    context.fillStyle = themed("--wave");
    for (let c = 0; c < columns; c++) {
      const top = (0.5 - 0.48 * gain * most[c]) * height, bottom = (0.5 - 0.48 * gain * least[c]) * height;
      context.fillRect(left + c * step, top, Math.max(step, 0.5), Math.max(1, bottom - top));
    }
  });
}

export function spectrogramLane(view, picture) {
  const store = document.createElement("canvas");
  let stored = null;
  return new CanvasLane("spectrogram", "Mel spectrogram", (context, width, height) => {
    const now = picture();
    if (!now) return;
    if (stored !== now) {
      store.width = now.columns;
      store.height = now.bands;
      const image = new ImageData(new Uint8ClampedArray(now.pixels.buffer), now.columns, now.bands);
      store.getContext("2d").putImageData(image, 0, 0);
      stored = now;
    }
    context.imageSmoothingQuality = "high";
    context.drawImage(store, view.place(now.start) * width, 0, ((now.end - now.start) / view.span) * width, height);
  });
}

/** A line a label that is ever likely. */
export function curveLane(view, curve, labels) {
  const description = `Probabilities over time of ${labels.join(", ")}`;
  return new CanvasLane("curve", description, (context, width, height) => {
    context.font = `10px ${themed("--font")}`;
    context.fillStyle = themed("--muted");
    context.fillText("100 %", 0, 9);
    context.fillStyle = themed("--line");
    for (const level of [0, 0.5, 1]) context.fillRect(0, Math.round(CURVE_TOP + (1 - level) * (height - CURVE_TOP - 6)), width, 1);
    const first = Math.max(0, Math.floor(view.start / curve.step) - 1);
    const last = Math.min(curve.probabilities.length, Math.ceil(view.end / curve.step) + 1);
    context.lineWidth = 1.75;
    context.lineJoin = "round";
    for (const label of labels) {
      const index = curve.labels.indexOf(label);
      context.strokeStyle = colour(label);
      context.beginPath();
      for (let i = first; i < last; i++) {
        const x = view.place((i + 0.5) * curve.step) * width;
        context.lineTo(x, CURVE_TOP + 0.5 + (1 - curve.probabilities[i][index]) * (height - CURVE_TOP - 6));
      }
      context.stroke();
    }
  });
}
