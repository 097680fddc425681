package dev.auricle.signal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The short-time Fourier transform, as {@code librosa.stft} has it. Immutable and thread-safe.
 *
 * <p>Frame t covers the samples from {@code t * hop - length / 2} where frames are centred (the
 * default; what lies outside the sound is {@link Padding}) and from {@code t * hop} where they are
 * not. A window shorter than the transform stands in its middle. Bin k lies at {@code k *
 * sampleRate / length} Hz. Spectra are not scaled: a sine of amplitude a peaks at {@code a / 2}
 * times the window's sum. Agrees with librosa 0.11 within 1e-6 of the largest value.
 */
public final class Stft {
  private final int length;
  private final int hop;
  private final int windowLength;
  private final Window window;
  private final boolean symmetric;
  private final boolean centred;
  private final Padding padding;
  private final double[] weights;
  private volatile @Nullable FloatTables tables;

  private Stft(
      int length,
      int hop,
      int windowLength,
      Window window,
      boolean symmetric,
      boolean centred,
      Padding padding) {
    this.length = Samples.requirePositive(length, "transform length");
    this.hop = Samples.requirePositive(hop, "hop");
    this.windowLength = Samples.requirePositive(windowLength, "window length");
    if (windowLength > length) {
      throw new IllegalArgumentException(
          "window length " + windowLength + " is longer than the transform, " + length);
    }
    this.window = window;
    this.symmetric = symmetric;
    this.centred = centred;
    this.padding = padding;
    this.weights = new double[length];
    double[] values = symmetric ? window.symmetric(windowLength) : window.periodic(windowLength);
    System.arraycopy(values, 0, weights, (length - windowLength) / 2, windowLength);
  }

  /**
   * A transform with librosa's defaults: periodic Hann window as long as the transform, centred
   * frames, silence outside the sound.
   *
   * @param length samples in a transform (n_fft); any positive number, powers of two are quickest
   * @param hop samples from one frame to the next
   */
  public static Stft of(int length, int hop) {
    return new Stft(length, hop, length, Window.HANN, false, true, Padding.ZERO);
  }

  public Stft withWindow(Window window) {
    return new Stft(length, hop, windowLength, window, symmetric, centred, padding);
  }

  /** Samples under the window (win_length), at most the transform's length. */
  public Stft withWindowLength(int windowLength) {
    return new Stft(length, hop, windowLength, window, symmetric, centred, padding);
  }

  /** Whether the window's first and last value are equal; librosa's windows are periodic. */
  public Stft withSymmetricWindow(boolean symmetric) {
    return new Stft(length, hop, windowLength, window, symmetric, centred, padding);
  }

  public Stft withCentred(boolean centred) {
    return new Stft(length, hop, windowLength, window, symmetric, centred, padding);
  }

  public Stft withPadding(Padding padding) {
    return new Stft(length, hop, windowLength, window, symmetric, centred, padding);
  }

  public int length() {
    return length;
  }

  public int hop() {
    return hop;
  }

  /** Bins in a spectrum: {@code length / 2 + 1}. */
  public int bins() {
    return length / 2 + 1;
  }

  /** Frames in the transform of a sound of {@code samples} samples. */
  public int frames(int samples) {
    int padded = centred ? samples + 2 * (length / 2) : samples;
    return padded < length ? 0 : 1 + (padded - length) / hop;
  }

  boolean centred() {
    return centred;
  }

  Padding padding() {
    return padding;
  }

  /** The transform's tables in float; only where {@link FloatTables#support} says so. */
  FloatTables tables() {
    FloatTables made = tables;
    if (made == null) {
      made = new FloatTables(FftPlan.of(length), weights);
      tables = made;
    }
    return made;
  }

  /** The window as it multiplies a frame: {@code double[length]}. */
  double[] weights() {
    return weights;
  }

  /**
   * The transform itself.
   *
   * @param x samples
   * @return bins x frames
   * @throws AuricleException if a sample is not a finite number, or the sound is too short
   */
  public ComplexMatrix complex(float[] x) {
    return complex(x, Kernel.best(x.length));
  }

  ComplexMatrix complex(float[] x, Kernel kernel) {
    Frames frames = new Frames(this, x, kernel);
    PreciseFft fft = kernel.preciseFft(frames);
    int lanes = kernel.lanes();
    Matrix real = Matrix.zeros(bins(), frames.count());
    Matrix imaginary = Matrix.zeros(bins(), frames.count());
    float[] re = new float[bins() * lanes];
    float[] im = new float[bins() * lanes];
    for (int t = 0; t < frames.count(); t += lanes) {
      fft.complex(t, re, im);
      real.putBlock(re, lanes, t);
      imaginary.putBlock(im, lanes, t);
    }
    return new ComplexMatrix(real, imaginary);
  }

  /** Magnitudes: bins x frames. Throws as {@link #complex} does. */
  public Matrix magnitude(float[] x) {
    Matrix power = power(x);
    float[] values = power.values();
    Kernel.best(values.length).squareRoots(values, values, values.length);
    return power;
  }

  /** Squared magnitudes: bins x frames. Throws as {@link #complex} does. */
  public Matrix power(float[] x) {
    return power(x, Kernel.best(x.length));
  }

  Matrix power(float[] x, Kernel kernel) {
    Frames frames = new Frames(this, x, kernel);
    PreciseFft fft = kernel.preciseFft(frames);
    int lanes = kernel.lanes();
    Matrix power = Matrix.zeros(bins(), frames.count());
    float[] block = new float[bins() * lanes];
    for (int t = 0; t < frames.count(); t += lanes) {
      fft.power(t, block);
      power.putBlock(block, lanes, t);
    }
    return power;
  }

  /**
   * The sound whose transform is nearest to the given one in the least-squares sense, as {@code
   * librosa.istft}: overlapping frames are windowed again, added, and divided by the sum of the
   * squared windows. Gives the sound back wherever windows overlap enough that this sum is not
   * zero.
   *
   * @param spectra bins x frames
   * @param samples length of the sound
   */
  public float[] inverse(ComplexMatrix spectra, int samples) {
    if (spectra.rows() != bins()) {
      throw new IllegalArgumentException(
          "expected spectra of " + bins() + " bins, found " + spectra.rows());
    }
    int frames = spectra.columns();
    int margin = centred ? length / 2 : 0;
    int total = Math.max(samples + margin, length + hop * Math.max(0, frames - 1));
    double[] sum = new double[total];
    double[] weight = new double[total];
    RealFft fft = new RealFft(FftPlan.of(length));
    double[] frame = new double[length];
    double[] re = new double[bins()];
    double[] im = new double[bins()];
    for (int t = 0; t < frames; t++) {
      for (int bin = 0; bin < bins(); bin++) {
        re[bin] = spectra.real().get(bin, t);
        im[bin] = spectra.imaginary().get(bin, t);
      }
      fft.inverse(re, im, frame);
      for (int n = 0; n < length; n++) {
        sum[t * hop + n] += frame[n] * weights[n];
        weight[t * hop + n] += weights[n] * weights[n];
      }
    }
    float[] x = new float[samples];
    for (int n = 0; n < samples; n++) {
      double w = weight[n + margin];
      x[n] = (float) (w > Float.MIN_NORMAL ? sum[n + margin] / w : sum[n + margin]);
    }
    return x;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Stft that
        && length == that.length
        && hop == that.hop
        && centred == that.centred
        && padding == that.padding
        && Arrays.equals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * length + hop) + Arrays.hashCode(weights);
  }

  @Override
  public String toString() {
    return "Stft[length="
        + length
        + ", hop="
        + hop
        + ", window="
        + window
        + " "
        + windowLength
        + (symmetric ? " symmetric" : " periodic")
        + (centred ? ", centred, padding=" + padding : ", not centred")
        + "]";
  }
}
