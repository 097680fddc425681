// Triangular bands on Slaney's mel scale, as many as asked for.

const LINEAR = 200 / 3;
const BREAK_HZ = 1000;
const BREAK_MEL = BREAK_HZ / LINEAR;
const LOG_STEP = Math.log(6.4) / 27;

const toMel = (hz) => hz < BREAK_HZ ? hz / LINEAR : BREAK_MEL + Math.log(hz / BREAK_HZ) / LOG_STEP;
const toHz = (mel) => mel < BREAK_MEL ? mel * LINEAR : BREAK_HZ * Math.exp(LOG_STEP * (mel - BREAK_MEL));

/** For each band its first bin and the weights from there on. */
export function melBands(rate, size, count) {
  const top = toMel(rate / 2);
  const edges = Array.from({ length: count + 2 }, (_, i) => toHz((top * i) / (count + 1)) * size / rate);
  return Array.from({ length: count }, (_, band) => {
    const [low, middle, high] = edges.slice(band, band + 3);
    const first = Math.min(Math.ceil(low), Math.floor(middle));
    const weights = [];
    for (let bin = first; bin <= Math.min(Math.max(high, middle + 1), size / 2); bin++) {
      weights.push(Math.max(0, Math.min((bin - low) / (middle - low), (high - bin) / (high - middle))));
    }
    // The lowest bands may be narrower than a bin: they take the nearest one.
    const sum = weights.reduce((a, b) => a + b, 0);
    return sum > 0 ? { first, weights: weights.map((w) => w / sum) } : { first: Math.round(middle), weights: [1] };
  });
}

/** Fills dB values, one per band, from a power spectrum. */
export function bandLevels(power, bands, into, at = 0) {
  for (let i = 0; i < bands.length; i++) {
    const { first, weights } = bands[i];
    let sum = 0;
    for (let k = 0; k < weights.length; k++) sum += weights[k] * power[first + k];
    into[at + i] = 10 * Math.log10(sum + 1e-12);
  }
}
