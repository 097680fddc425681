package dev.auricle.signal;

import java.util.Arrays;

/**
 * The peaks of a sound's spectra between 150 and 4000 Hz that reach a tenth of their frame's
 * highest, collected block by block ({@code librosa.piptrack}).
 */
final class SpectralPeaks {
  private static final double MIN_HZ = 150;
  private static final double MAX_HZ = 4000;
  private static final float THRESHOLD = 0.1f;

  private final ShapeKernel shapes;
  private final int lanes;
  private final int bins;
  private final int from;
  private final int to;
  private final float hzPerBin;
  private final float[] thresholds;
  private float[] places = new float[0];
  private float[] heights = new float[0];
  private int count;

  SpectralPeaks(int bins, int sampleRate, Kernel kernel) {
    this.shapes = kernel.shapes();
    this.lanes = kernel.lanes();
    this.thresholds = new float[lanes];
    this.bins = bins;
    int length = 2 * (bins - 1);
    this.hzPerBin = (float) sampleRate / length;
    double maxHz = Math.min(MAX_HZ, sampleRate / 2.0);
    int first = 1;
    while (first < bins - 1 && (double) first * sampleRate / length < MIN_HZ) {
      first++;
    }
    int end = first;
    while (end < bins - 1 && (double) end * sampleRate / length < maxHz) {
      end++;
    }
    this.from = first;
    this.to = end;
  }

  /** Takes the first {@code frames} frames of a block of magnitudes or powers. */
  void add(float[] spectra, int frames) {
    shapes.largest(spectra, bins, thresholds);
    for (int lane = 0; lane < lanes; lane++) {
      // What lies below the threshold counts as zero, and so is no peak and lower than any.
      thresholds[lane] *= THRESHOLD;
    }
    int most = (to - from) * lanes;
    if (count + most > places.length) {
      places = Arrays.copyOf(places, 2 * (count + most));
      heights = Arrays.copyOf(heights, 2 * (count + most));
    }
    count = shapes.peaks(spectra, from, to, frames, thresholds, places, heights, count);
  }

  int count() {
    return count;
  }

  /** Frequency of a peak, in Hz. */
  float hz(int peak) {
    return places[peak] * hzPerBin;
  }

  /** Heights; the first {@link #count} count. */
  float[] heights() {
    return heights;
  }
}
