// A real signal's power spectrum by an iterative radix-2 FFT.

export class Fft {
  constructor(size) {
    this.size = size;
    this.re = new Float32Array(size);
    this.im = new Float32Array(size);
    this.cos = Float32Array.from({ length: size / 2 }, (_, i) => Math.cos((2 * Math.PI * i) / size));
    this.sin = Float32Array.from({ length: size / 2 }, (_, i) => -Math.sin((2 * Math.PI * i) / size));
    this.window = Float32Array.from({ length: size }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size));
    this.reversed = new Uint32Array(size);
    for (let i = 1, bits = Math.log2(size); i < size; i++) {
      this.reversed[i] = (this.reversed[i >> 1] >> 1) | ((i & 1) << (bits - 1));
    }
    this.power = new Float32Array(size / 2 + 1);
  }

  /** The power of bins 0 to size/2 of the stretch from a sample on, under a Hann window. */
  spectrum(samples, from) {
    const { size, re, im, cos, sin, window, reversed, power } = this;
    for (let i = 0; i < size; i++) {
      re[reversed[i]] = (samples[from + i] ?? 0) * window[i];
    }
    im.fill(0);
    for (let half = 1; half < size; half *= 2) {
      const stride = size / (2 * half);
      for (let start = 0; start < size; start += 2 * half) {
        for (let k = 0, a = start, b = start + half; k < half; k++, a++, b++) {
          const c = cos[k * stride], s = sin[k * stride];
          const r = re[b] * c - im[b] * s, i = re[b] * s + im[b] * c;
          re[b] = re[a] - r;
          im[b] = im[a] - i;
          re[a] += r;
          im[a] += i;
        }
      }
    }
    for (let i = 0; i <= size / 2; i++) power[i] = re[i] * re[i] + im[i] * im[i];
    return power;
  }
}
