package dev.auricle.data.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Small WAV files that tests make. */
final class Sounds {
  static final int RATE = 16000;

  private Sounds() {}

  /** Bursts of coloured noise with pauses: as unlike another seed's as two recordings are. */
  static float[] bursts(long seed, double seconds) {
    Random random = new Random(seed);
    float[] samples = new float[(int) (seconds * RATE)];
    double state = 0;
    double colour = 0;
    double level = 0;
    for (int i = 0; i < samples.length; i++) {
      if (i % (RATE / 10) == 0) {
        level = 0.05 + 0.6 * random.nextDouble() * random.nextDouble();
        colour = 1.6 * random.nextDouble() - 0.8;
      }
      state = colour * state + (1 - Math.abs(colour)) * random.nextGaussian();
      samples[i] = (float) (level * Math.max(-1, Math.min(1, 0.4 * state)));
    }
    return samples;
  }

  static Path write(Path file, float[] samples) {
    ByteBuffer wav = ByteBuffer.allocate(44 + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes()).putInt(36 + 2 * samples.length).put("WAVEfmt ".getBytes());
    wav.putInt(16).putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes()).putInt(2 * samples.length);
    for (float x : samples) {
      wav.putShort((short) Math.round(32767 * Math.max(-1, Math.min(1, x))));
    }
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, wav.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
