// A recording as a WAV file.

import { Microphone } from "./microphone.js";

const MOST_SECONDS = 600;

export class Recorder {
  /** @param onlength called with the seconds recorded so far */
  async start(onlength) {
    this.chunks = [];
    let samples = 0;
    this.microphone = await Microphone.open((chunk) => {
      if (samples >= MOST_SECONDS * 48000) return;
      this.chunks.push(chunk);
      samples += chunk.length;
      onlength(samples / (this.microphone?.rate ?? 48000));
    });
  }

  async stop() {
    await this.microphone.close();
    const when = new Date().toTimeString().slice(0, 8).replaceAll(":", "-");
    return new File([wav(this.chunks, this.microphone.rate)], `recording-${when}.wav`, { type: "audio/wav" });
  }
}

function wav(chunks, rate) {
  const count = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const view = new DataView(new ArrayBuffer(44 + 2 * count));
  const text = (at, words) => [...words].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  text(0, "RIFF");
  view.setUint32(4, 36 + 2 * count, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, 2 * rate, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, "data");
  view.setUint32(40, 2 * count, true);
  let at = 44;
  for (const chunk of chunks) {
    for (const value of chunk) {
      view.setInt16(at, Math.round(32767 * Math.max(-1, Math.min(1, value))), true);
      at += 2;
    }
  }
  return view.buffer;
}
