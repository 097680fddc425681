package dev.auricle.runtime.detection;

import dev.auricle.runtime.DetectionOptions;
import dev.auricle.runtime.Preparation;

/**
 * Cells of one hop each, and the windows about them. All places and lengths in samples.
 *
 * @param rate samples a second
 * @param hop length of a cell
 * @param window length of a window, centred on its cell
 */
record Grid(int rate, int hop, int window) {
  static Grid of(DetectionOptions options, Preparation preparation) {
    int rate = preparation.sampleRate();
    return new Grid(
        rate, samples(options.hop(), rate), samples(options.windowSeconds(preparation), rate));
  }

  private static int samples(double seconds, int rate) {
    return (int) Math.max(1, Math.round(seconds * rate));
  }

  /** Where a cell starts. */
  long start(long cell) {
    return cell * hop;
  }

  /** Where a cell's window starts; negative where that is before the sound. */
  long windowStart(long cell) {
    return cell * hop + (hop - window) / 2;
  }

  /**
   * The same in a sound of which there is no more than {@code end} samples. Where windows lie
   * apart, the last cell may be too short to reach its window: a window that reaches beyond the
   * sound is moved back so that it ends with it. Where windows overlap, it stays and is cut short.
   */
  long windowStart(long cell, long end) {
    long start = windowStart(cell);
    return hop > window ? Math.min(start, end - window) : start;
  }

  long windowEnd(long cell) {
    return windowStart(cell) + window;
  }

  /** Cells that a sound of that many samples has; the last one may be cut short. */
  long cells(long samples) {
    return (samples + hop - 1) / hop;
  }

  /** A time in whole cells, rounded. */
  int cells(double seconds) {
    return (int) Math.round(seconds * rate / hop);
  }
}
