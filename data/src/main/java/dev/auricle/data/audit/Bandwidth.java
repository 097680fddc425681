package dev.auricle.data.audit;

import dev.auricle.signal.Matrix;
import dev.auricle.signal.Stft;
import java.util.Arrays;

/**
 * Finds where a sound's spectrum ends, from spectra taken here and there as its samples come by.
 */
final class Bandwidth {
  private static final int TRANSFORM = 2048;

  /** A spectrum is taken at every so many samples, up to so many of them. */
  private static final int HOP = 8192;

  private static final int MOST_SPECTRA = 256;

  /** Transformed at once, which is much quicker than one by one. */
  private static final int TOGETHER = 16;

  private static final double BAND_DB = 60;
  private static final Stft STFT = Stft.of(TRANSFORM, TRANSFORM).withCentred(false);

  private final int sampleRate;
  private final double[] spectrum = new double[TRANSFORM / 2 + 1];
  private final float[] windows = new float[TRANSFORM * TOGETHER];
  private int inHop;
  private int waiting;
  private int spectra;

  Bandwidth(int sampleRate) {
    this.sampleRate = sampleRate;
  }

  void add(float[] buffer, int length) {
    int from = 0;
    while (from < length && spectra < MOST_SPECTRA) {
      int wanted = (inHop < TRANSFORM ? TRANSFORM : HOP) - inHop;
      int count = Math.min(wanted, length - from);
      if (inHop < TRANSFORM) {
        System.arraycopy(buffer, from, windows, TRANSFORM * waiting + inHop, count);
      }
      inHop += count;
      from += count;
      if (inHop == TRANSFORM) {
        spectra++;
        if (++waiting == TOGETHER) {
          addSpectra();
        }
      }
      inHop = inHop == HOP ? 0 : inHop;
    }
  }

  private void addSpectra() {
    Matrix power = STFT.power(Arrays.copyOf(windows, TRANSFORM * waiting));
    for (int k = 0; k < spectrum.length; k++) {
      for (int t = 0; t < waiting; t++) {
        spectrum[k] += power.get(k, t);
      }
    }
    waiting = 0;
  }

  /** Highest frequency within 60 dB of the strongest; 0 for silence. Ends the sound. */
  double hertz() {
    if (spectra == 0) {
      waiting = 1; // shorter than a transform: what there is, and silence
    }
    if (waiting > 0) {
      addSpectra();
    }
    double strongest = Arrays.stream(spectrum).max().orElse(0);
    int k = spectrum.length - 1;
    while (k > 0 && spectrum[k] <= strongest * Math.pow(10, -BAND_DB / 10)) {
      k--;
    }
    return strongest == 0 ? 0 : k * (double) sampleRate / TRANSFORM;
  }
}
