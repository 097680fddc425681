package dev.auricle.signal;

import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/**
 * Many features of a sound from one pass over its spectra, in a fraction of the time that they take
 * one by one, and in memory that does not grow with the spectra. Immutable and thread-safe. Each
 * agrees with librosa as the class of its name says.
 */
public final class SpectralFeatures {
  /** Spectra are kept for the chroma, whose filters wait for the tuning, up to this many values. */
  private static final int KEPT_VALUES = 1 << 22;

  /** Blocks of spectra of the sound before, for the next; as much as {@link #KEPT_VALUES}. */
  private static final ThreadLocal<SoftReference<float[][]>> SPARE =
      ThreadLocal.withInitial(() -> new SoftReference<>(new float[0][]));

  private final Stft stft;
  private final int sampleRate;
  private final MelSpectrogram mel;
  private final Decibels decibels;
  private final SpectralContrast contrast;
  private final float rolloffShare;

  private SpectralFeatures(
      MelSpectrogram mel,
      Decibels decibels,
      SpectralContrast contrast,
      double rolloffShare,
      int sampleRate) {
    if (!mel.ofPowers()) {
      throw new IllegalArgumentException("expected mel bands of powers, found bands of magnitudes");
    }
    this.stft = mel.stft();
    this.sampleRate = Samples.requirePositive(sampleRate, "sample rate");
    this.mel = mel;
    this.decibels = decibels;
    this.contrast = contrast;
    this.rolloffShare = (float) SpectralShape.requireShare(rolloffShare);
  }

  /**
   * With librosa's defaults: a range of 80 dB, {@link SpectralContrast#DEFAULT}, a roll-off of
   * 0.85.
   *
   * @param mel bands of powers; its transform, of even length, serves the other features too
   */
  public static SpectralFeatures of(MelSpectrogram mel, int sampleRate) {
    return new SpectralFeatures(mel, Decibels.OF_POWER, SpectralContrast.DEFAULT, 0.85, sampleRate);
  }

  public SpectralFeatures withDecibels(Decibels decibels) {
    return new SpectralFeatures(mel, decibels, contrast, rolloffShare, sampleRate);
  }

  public SpectralFeatures withContrast(SpectralContrast contrast) {
    return new SpectralFeatures(mel, decibels, contrast, rolloffShare, sampleRate);
  }

  public SpectralFeatures withRolloff(double share) {
    return new SpectralFeatures(mel, decibels, contrast, share, sampleRate);
  }

  /**
   * The features of each frame.
   *
   * @param logMel bands x frames, in dB; {@link Mfcc#fromLogMel} and {@link Onset#strength(Matrix,
   *     Stft)} go on from here
   * @param chroma 12 x frames
   * @param contrast bands x frames, in dB
   * @param centroid {@code float[frames]}, in Hz
   * @param bandwidth {@code float[frames]}, in Hz
   * @param rolloff {@code float[frames]}, in Hz
   * @param flatness {@code float[frames]}
   * @param tuning in semitones from A4 = 440 Hz, as estimated or given
   */
  @SuppressWarnings("ArrayRecordComponent") // The arrays are the results; nobody compares them.
  public record Result(
      Matrix logMel,
      Matrix chroma,
      Matrix contrast,
      float[] centroid,
      float[] bandwidth,
      float[] rolloff,
      float[] flatness,
      double tuning) {}

  /** All features, with the tuning estimated. Throws as {@link Stft#complex} does. */
  public Result compute(float[] x) {
    return compute(x, null, Kernel.best(x.length));
  }

  /** All features, for a known tuning in semitones from A4 = 440 Hz. */
  public Result compute(float[] x, double tuning) {
    return compute(x, tuning, Kernel.best(x.length));
  }

  Result compute(float[] x, @Nullable Double knownTuning, Kernel kernel) {
    Frames frames = new Frames(stft, x, kernel);
    PreciseFft fft = kernel.preciseFft(frames);
    ShapeKernel shapes = kernel.shapes();
    int lanes = kernel.lanes();
    int bins = stft.bins();
    FilterBank filters = mel.filters();
    Matrix logMel = Matrix.zeros(filters.bands(), frames.count());
    Matrix rows = Matrix.zeros(4, frames.count());
    SpectralContrast.Extremes extremes =
        contrast.new Extremes(bins, sampleRate, frames.count(), kernel);
    SpectralPeaks peaks = new SpectralPeaks(bins, sampleRate, kernel);
    float[][] powers = room(frames.count(), bins, lanes);
    float[] magnitude = new float[bins * lanes];
    float[] bands = new float[filters.bands() * lanes];
    float[] numbers = new float[lanes];
    float[] more = new float[lanes];
    for (int t = 0; t < frames.count(); t += lanes) {
      float[] power = powers[t / lanes % powers.length];
      fft.power(t, power);
      kernel.apply(filters, power, bands);
      logMel.putBlock(bands, lanes, t);
      if (knownTuning == null) {
        peaks.add(power, Math.min(lanes, frames.count() - t));
      }
      kernel.squareRoots(power, magnitude, magnitude.length);
      shapes.meanLogarithm(magnitude, bins, SpectralShape.MAGNITUDE_FLOOR, numbers);
      shapes.mean(power, bins, SpectralShape.FLATNESS_FLOOR, more);
      SpectralShape.flatness(numbers, more);
      rows.putRow(3, numbers, lanes, t);
      shapes.centroid(magnitude, bins, numbers);
      rows.putRow(0, numbers, lanes, t);
      shapes.bandwidth(magnitude, bins, numbers, more);
      rows.putRow(1, more, lanes, t);
      shapes.rolloff(magnitude, bins, rolloffShare, numbers);
      rows.putRow(2, numbers, lanes, t);
      extremes.add(magnitude, t);
    }
    decibels.toLevels(logMel, kernel);
    double tuning = knownTuning != null ? knownTuning : Tuning.fromPeaks(peaks);
    Chroma chroma = Chroma.of(stft, sampleRate);
    return new Result(
        logMel,
        powers.length * lanes >= frames.count()
            ? chroma.fromBlocks(powers, frames.count(), tuning, kernel)
            : chroma.compute(frames, tuning, kernel),
        extremes.contrast(),
        SpectralShape.inHz(rows.row(0), bins, sampleRate),
        SpectralShape.inHz(rows.row(1), bins, sampleRate),
        SpectralShape.inHz(rows.row(2), bins, sampleRate),
        rows.row(3),
        tuning);
  }

  /** Room for all of a sound's blocks of spectra, or where those would be too many, for one. */
  private static float[][] room(int frames, int bins, int lanes) {
    int values = bins * lanes;
    if ((long) frames * bins > KEPT_VALUES) {
      return new float[1][values];
    }
    int blocks = (frames + lanes - 1) / lanes;
    float[][] spare = SPARE.get().get();
    boolean fits = spare != null && spare.length > 0 && spare[0].length == values;
    if (spare != null && fits && spare.length >= blocks) {
      return spare;
    }
    float[][] more = new float[blocks][];
    for (int block = 0; block < blocks; block++) {
      more[block] =
          spare != null && fits && block < spare.length ? spare[block] : new float[values];
    }
    SPARE.set(new SoftReference<>(more));
    return more;
  }
}
