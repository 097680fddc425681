// Decodes a file in the browser and asks the worker for pictures of what is in view.

const RATE = 22050;

export class Pictures {
  /** @param onpicture called with each new picture: {start, end, columns, bands, least, most, pixels} */
  constructor(onpicture) {
    this.onpicture = onpicture;
    this.ready = false;
    this.asked = 0;
    this.worker = new Worker(new URL("./picture-worker.js", import.meta.url), { type: "module" });
    this.worker.onmessage = ({ data }) => {
      this.busy = false;
      this.onpicture(data);
      if (this.next) this.ask(...this.next);
    };
  }

  /** Gives the length in seconds, or null where the browser cannot decode the file. */
  async open(file) {
    try {
      const encoded = await file.arrayBuffer();
      const sound = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(encoded);
      const samples = mono(sound);
      this.worker.postMessage({ samples, rate: RATE }, [samples.buffer]);
      this.ready = true;
      return sound.duration;
    } catch {
      return null;
    }
  }

  /** Asks for a stretch; of many requests while the worker is busy only the last one is kept. */
  ask(start, end, columns) {
    if (!this.ready) return;
    if (this.busy) {
      this.next = [start, end, columns];
      return;
    }
    this.next = null;
    this.busy = true;
    this.worker.postMessage({ id: ++this.asked, start, end, columns });
  }

  close() {
    this.worker.terminate();
  }
}

function mono(sound) {
  const out = new Float32Array(sound.length);
  for (let c = 0; c < sound.numberOfChannels; c++) {
    const channel = sound.getChannelData(c);
    for (let i = 0; i < out.length; i++) out[i] += channel[i] / sound.numberOfChannels;
  }
  return out;
}
