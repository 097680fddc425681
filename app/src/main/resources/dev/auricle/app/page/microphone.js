// The microphone's samples, as they come.

export class Microphone {
  /** @param onsamples called with mono samples in [-1, 1] */
  static async open(onsamples) {
    if (!navigator.mediaDevices || !window.AudioWorkletNode) {
      throw new Error("Browsers give the microphone only to pages from this machine or over HTTPS.");
    }
    // The browser's noise suppression takes away what is no speech: just what a classifier listens for.
    const audio = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio });
    } catch (error) {
      throw new Error(error.name === "NotAllowedError" ? "The browser did not allow this page the microphone; its address bar lets you change that."
        : "There is no microphone that the browser can open.");
    }
    const context = new AudioContext();
    await context.audioWorklet.addModule(new URL("./capture-worklet.js", import.meta.url));
    const source = context.createMediaStreamSource(stream);
    const capture = new AudioWorkletNode(context, "capture", { numberOfOutputs: 0 });
    capture.port.onmessage = ({ data }) => onsamples(data);
    source.connect(capture);
    return new Microphone(stream, context);
  }

  constructor(stream, context) {
    this.stream = stream;
    this.context = context;
    this.rate = context.sampleRate;
  }

  close() {
    for (const track of this.stream.getTracks()) track.stop();
    return this.context.close();
  }
}
