package dev.auricle.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Sounds that tests make: 16-bit mono WAV files, written without the code under test. */
public final class Wav {
  private Wav() {}

  /** Writes samples in [-1, 1] and makes the folders above the file. */
  public static Path write(Path file, float[] samples, int sampleRate) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(44 + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(header(samples.length, sampleRate));
    for (float sample : samples) {
      bytes.putShort((short) Math.round(Math.max(-1, Math.min(1, sample)) * 32767));
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    return Files.write(file, bytes.array());
  }

  static byte[] header(long samples, int sampleRate) {
    ByteBuffer bytes = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt((int) (36 + 2 * samples));
    bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    bytes.putShort((short) 1).putShort((short) 1).putInt(sampleRate).putInt(2 * sampleRate);
    bytes.putShort((short) 2).putShort((short) 16);
    bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt((int) (2 * samples));
    return bytes.array();
  }

  /** A tone with a little seeded noise, at half of full scale. */
  public static float[] tone(double hertz, double seconds, int sampleRate, long seed) {
    Random random = new Random(seed);
    float[] samples = new float[(int) Math.round(seconds * sampleRate)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] =
          (float)
              (0.5 * Math.sin(2 * Math.PI * hertz * i / sampleRate) + 0.01 * random.nextGaussian());
    }
    return samples;
  }
}
