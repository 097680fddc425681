package dev.auricle.audio;

import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.Locale;

/** What {@link AudioWriter} can write; always one channel. */
public enum AudioFormat {
  /**
   * WAV, 16-bit integers: what every program reads. Rounded, without dither; louder than 1 clips.
   */
  WAV_16("wav"),
  /** WAV, 24-bit integers. */
  WAV_24("wav"),
  /** WAV, 32-bit floats: the samples themselves, beyond [-1, 1] too. */
  WAV_FLOAT("wav"),
  /** FLAC, 16 bits: about half of WAV's size. */
  FLAC_16("flac"),
  /** FLAC, 24 bits. */
  FLAC_24("flac"),
  /**
   * Opus at 24 kbit/s in Ogg: 16 kB for five seconds, for pages and listening. Sounds whose rate
   * Opus lacks (it has 8, 12, 16, 24 and 48 kHz) are resampled to the next higher.
   */
  OPUS("opus");

  private final String extension;

  AudioFormat(String extension) {
    this.extension = extension;
  }

  /** The usual ending of a file's name, without the dot. */
  public String extension() {
    return extension;
  }

  /** As a user writes it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format a file's name asks for: 16 bits for {@code .wav} and {@code .flac}. */
  public static AudioFormat of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".wav")) {
      return WAV_16;
    }
    if (name.endsWith(".flac")) {
      return FLAC_16;
    }
    if (name.endsWith(".opus") || name.endsWith(".ogg")) {
      return OPUS;
    }
    throw new AuricleException(
        "Cannot tell how to write " + file + "; let its name end in .wav, .flac, .opus or .ogg.");
  }
}
