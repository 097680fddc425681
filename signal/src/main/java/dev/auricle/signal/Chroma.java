package dev.auricle.signal;

import java.util.function.IntFunction;

/**
 * Energy of each pitch class over time, as {@code librosa.feature.chroma_stft}: each frame is
 * divided by its largest value. Immutable and thread-safe. Agrees with librosa 0.11 within 1e-4.
 */
public final class Chroma {
  private final Stft stft;
  private final int sampleRate;

  private Chroma(Stft stft, int sampleRate) {
    this.stft = stft;
    this.sampleRate = sampleRate;
  }

  /** Twelve classes, from C, of sounds at {@code sampleRate} Hz. */
  public static Chroma of(Stft stft, int sampleRate) {
    return new Chroma(stft, Samples.requirePositive(sampleRate, "sample rate"));
  }

  /** 12 x frames, with the tuning estimated from the sound. Throws as {@link Stft#complex} does. */
  public Matrix compute(float[] x) {
    Matrix power = stft.power(x);
    return fromPower(power, Tuning.estimate(power, sampleRate));
  }

  /** 12 x frames for a known tuning, in semitones from A4 = 440 Hz. */
  public Matrix compute(float[] x, double tuning) {
    Kernel kernel = Kernel.best(x.length);
    return compute(new Frames(stft, x, kernel), tuning, kernel);
  }

  /** As {@link #compute(float[], double)}, without keeping spectra. */
  Matrix compute(Frames frames, double tuning, Kernel kernel) {
    BlockFft fft = kernel.quickFft(frames);
    float[] power = new float[stft.bins() * kernel.lanes()];
    return overBlocks(
        frames.count(),
        tuning,
        kernel,
        t -> {
          fft.power(t, power);
          return power;
        });
  }

  /** 12 x frames of blocks of squared magnitudes, as {@link BlockFft} gives them. */
  Matrix fromBlocks(float[][] powers, int frames, double tuning, Kernel kernel) {
    return overBlocks(frames, tuning, kernel, t -> powers[t / kernel.lanes()]);
  }

  private Matrix overBlocks(
      int frames, double tuning, Kernel kernel, IntFunction<float[]> powerFrom) {
    FilterBank filters = ChromaFilterBank.of(sampleRate, stft.length(), tuning).filters();
    int lanes = kernel.lanes();
    Matrix chroma = Matrix.zeros(filters.bands(), frames);
    float[] classes = new float[filters.bands() * lanes];
    for (int t = 0; t < frames; t += lanes) {
      kernel.apply(filters, powerFrom.apply(t), classes);
      chroma.putBlock(classes, lanes, t);
    }
    divideByLargest(chroma);
    return chroma;
  }

  /** 12 x frames of squared magnitudes, bins x frames, for a known tuning. */
  public Matrix fromPower(Matrix power, double tuning) {
    Matrix chroma = ChromaFilterBank.of(sampleRate, stft.length(), tuning).filters().apply(power);
    divideByLargest(chroma);
    return chroma;
  }

  private static void divideByLargest(Matrix chroma) {
    int frames = chroma.columns();
    for (int t = 0; t < frames; t++) {
      float largest = 0;
      for (int row = 0; row < chroma.rows(); row++) {
        largest = Math.max(largest, chroma.get(row, t));
      }
      if (largest >= Float.MIN_NORMAL) {
        for (int row = 0; row < chroma.rows(); row++) {
          chroma.values()[row * frames + t] /= largest;
        }
      }
    }
  }
}
