package dev.auricle.data;

import dev.auricle.audio.AudioClip;
import dev.auricle.audio.AudioReader;
import dev.auricle.audio.ReadOptions;
import dev.auricle.signal.AuricleException;
import java.util.Locale;
import java.util.function.Consumer;

/** An example's sound: its file, or its stretch of it, mono by the mean of the channels. */
public final class ExampleAudio {
  /** Ends are rounded, and codecs pad: less is not worth a word. */
  private static final double LATE_SECONDS = 0.1;

  /** -80 dB of full scale, the quietest that the audit compares. */
  private static final float AUDIBLE = 1e-4f;

  private ExampleAudio() {}

  /**
   * Opens it for reading in chunks; the caller closes the reader.
   *
   * @param sampleRate in Hz, or {@link AudioReader#NATIVE_RATE}
   * @throws AuricleException if it cannot be read
   */
  public static AudioReader open(Example example, int sampleRate) {
    Double start = example.start();
    Double end = example.end();
    ReadOptions whole = ReadOptions.atRate(sampleRate);
    return AudioReader.open(
        example.path(),
        start == null && end == null
            ? whole
            : whole.stretch(
                start == null ? 0 : start, end == null ? Double.POSITIVE_INFINITY : end));
  }

  /**
   * Reads it at the rate it is stored at.
   *
   * @throws AuricleException if it cannot be read or holds no sample
   */
  public static AudioClip read(Example example) {
    return read(example, damage -> {});
  }

  /**
   * As {@link #read(Example)}, telling what was wrong with a sound that could be read all the same,
   * such as damaged packets, an end that came early, a stretch that goes beyond it, or silence.
   */
  public static AudioClip read(Example example, Consumer<String> damages) {
    try (AudioReader reader = open(example, AudioReader.NATIVE_RATE)) {
      AudioClip clip = reader.readAll();
      reader.warnings().forEach(damages);
      if (clip.samples().length == 0) {
        throw silent(example);
      }
      tellShort(example, clip, damages);
      if (inaudible(clip)) {
        damages.accept("it is silent: no sample reaches -80 dB");
      }
      return clip;
    }
  }

  private static boolean inaudible(AudioClip clip) {
    for (float sample : clip.samples()) {
      if (Math.abs(sample) >= AUDIBLE) {
        return false;
      }
    }
    return true;
  }

  /** A label that ends after its sound was most likely written for another one. */
  private static void tellShort(Example example, AudioClip clip, Consumer<String> damages) {
    Double end = example.end();
    double start = example.start() == null ? 0 : example.start();
    double found = start + clip.seconds();
    if (end != null && end - found > LATE_SECONDS) {
      damages.accept(
          String.format(
              Locale.ROOT,
              "its stretch from %.2f to %.2f s goes beyond the sound's end at %.2f s",
              start,
              end,
              found));
    }
  }

  /** Says that a sound has no sample. */
  public static AuricleException silent(Example example) {
    return new AuricleException(example.path() + ": holds no sound (0 samples)");
  }
}
