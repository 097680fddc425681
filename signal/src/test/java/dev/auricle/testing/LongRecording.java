package dev.auricle.testing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** Recordings too long for memory: 16-bit mono WAV files that take no room on the disk. */
public final class LongRecording {
  private LongRecording() {}

  /** Writes one of up to 24 hours (at 16 kHz): silence, with a burst of a second each minute. */
  public static Path write(Path file, int minutes, int sampleRate) throws IOException {
    long samples = 60L * minutes * sampleRate;
    byte[] burst = new byte[2 * sampleRate];
    for (int i = 0; i < burst.length; i++) {
      burst[i] = (byte) (i * 37 % 251);
    }
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(44 + 2 * samples);
      out.write(Wav.header(samples, sampleRate));
      for (int minute = 0; minute < minutes; minute++) {
        out.seek(44 + 2L * sampleRate * (60L * minute + 30));
        out.write(burst);
      }
    }
    return file;
  }
}
