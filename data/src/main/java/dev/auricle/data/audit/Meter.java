package dev.auricle.data.audit;

import dev.auricle.audio.AudioInfo;
import java.util.Arrays;

/** Measures a sound as its samples come by; see {@link FileFacts} for what. */
final class Meter {
  private static final double SILENCE = 1e-3; // -60 dB
  private static final double FULL_SCALE = 0.9995;
  private static final int RUN = 3;
  private static final double FRAME_SECONDS = 0.02;
  private static final double FLOOR_DB = -120;
  private final int sampleRate;
  private final int frameLength;
  private final Bandwidth bandwidth;
  private float[] levels = new float[256];
  private int frames;
  private long samples;
  private double sum;
  private double squares;
  private double frameSum;
  private double frameSquares;
  private int inFrame;
  private double peak;
  private int run;
  private long clipped;

  Meter(int sampleRate) {
    this.sampleRate = sampleRate;
    this.bandwidth = new Bandwidth(sampleRate);
    this.frameLength = Math.max(1, (int) Math.round(FRAME_SECONDS * sampleRate));
  }

  void add(float[] buffer, int length) {
    bandwidth.add(buffer, length);
    int from = 0;
    while (from < length) {
      int to = Math.min(length, from + frameLength - inFrame);
      measure(buffer, from, to);
      inFrame += to - from;
      from = to;
      if (inFrame == frameLength) {
        closeFrame();
      }
    }
    samples += length;
  }

  /** Sums of a part of a frame, in locals: fields would cost a store for each sample. */
  private void measure(float[] buffer, int from, int to) {
    double partSum = frameSum;
    double partSquares = frameSquares;
    float highest = 0;
    for (int i = from; i < to; i++) {
      double x = buffer[i];
      partSum += x;
      partSquares += x * x;
      highest = Math.max(highest, Math.abs(buffer[i]));
    }
    frameSum = partSum;
    frameSquares = partSquares;
    peak = Math.max(peak, highest);
    if (highest < FULL_SCALE) {
      run = 0;
      return;
    }
    for (int i = from; i < to; i++) {
      run = Math.abs(buffer[i]) >= FULL_SCALE ? run + 1 : 0;
      clipped += run == RUN ? RUN : run > RUN ? 1 : 0;
    }
  }

  private void closeFrame() {
    if (frames == levels.length) {
      levels = Arrays.copyOf(levels, 2 * frames);
    }
    levels[frames++] = (float) Math.sqrt(frameSquares / inFrame);
    sum += frameSum;
    squares += frameSquares;
    frameSum = 0;
    frameSquares = 0;
    inFrame = 0;
  }

  /** Ends the sound. */
  FileFacts facts(String id, AudioInfo info) {
    if (inFrame > 0) {
      closeFrame();
    }
    int first = 0;
    while (first < frames && levels[first] <= SILENCE) {
      first++;
    }
    int last = frames;
    while (last > first && levels[last - 1] <= SILENCE) {
      last--;
    }
    double seconds = samples / (double) sampleRate;
    double frame = frameLength / (double) sampleRate;
    float[] sorted = Arrays.copyOf(levels, frames);
    Arrays.sort(sorted);
    return new FileFacts(
        id,
        seconds,
        info.codec(),
        info.sampleRate(),
        info.channels(),
        info.bitsPerSample(),
        peak,
        samples == 0 ? FLOOR_DB : decibels(Math.sqrt(squares / samples)),
        samples == 0 ? 0 : sum / samples,
        samples == 0 ? 0 : clipped / (double) samples,
        first == frames ? seconds : first * frame,
        first == frames ? seconds : (frames - last) * frame,
        frames == 0 ? FLOOR_DB : decibels(sorted[frames / 10]),
        bandwidth.hertz());
  }

  private static double decibels(double amplitude) {
    return Math.max(FLOOR_DB, 20 * Math.log10(amplitude));
  }
}
