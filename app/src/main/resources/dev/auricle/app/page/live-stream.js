// The server's live stream: samples out, what it hears in.

import * as api from "./api.js";

export class LiveStream {
  /** @param on {heard, event, failed}: called with the server's messages, and with words when it went wrong */
  static open(bundle, rate, on) {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(api.streamAddress(bundle, rate));
      const stream = new LiveStream(socket);
      socket.binaryType = "arraybuffer";
      socket.onopen = () => resolve(stream);
      socket.onmessage = ({ data }) => {
        const message = JSON.parse(data);
        if (message.type === "problem") on.failed(message.problem.detail);
        else on[message.type]?.(message);
      };
      socket.onclose = (closed) => {
        stream.closed();
        if (stream.ending || closed.code === 1000) return;
        const words = closed.code === 1013 ? closed.reason : "The stream broke off. Is the server still running?";
        reject(new Error(words));
        on.failed(words);
      };
    });
  }

  constructor(socket) {
    this.socket = socket;
    this.ended = new Promise((resolve) => { this.closed = resolve; });
  }

  send(samples) {
    if (this.socket.readyState === WebSocket.OPEN && !this.ending) this.socket.send(samples);
  }

  /** Ends the sound; what the server still has to say comes before this is done. */
  async end() {
    this.ending = true;
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send("end");
    setTimeout(() => this.socket.close(), 3000);
    await this.ended;
  }
}
