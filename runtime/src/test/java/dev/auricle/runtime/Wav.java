package dev.auricle.runtime;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** WAV files for tests: 32-bit float, mono, of any length without holding it. */
public final class Wav {
  /** Gives the sample at a place. */
  @FunctionalInterface
  interface Sound {
    float at(long sample);
  }

  private Wav() {}

  static Path write(Path file, int sampleRate, long samples, Sound sound) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
    header.put(ascii("RIFF")).putInt((int) (36 + 4 * samples)).put(ascii("WAVEfmt ")).putInt(16);
    header.putShort((short) 3).putShort((short) 1).putInt(sampleRate).putInt(4 * sampleRate);
    header.putShort((short) 4).putShort((short) 32).put(ascii("data")).putInt((int) (4 * samples));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      out.write(header.array());
      byte[] bytes = new byte[4];
      ByteBuffer one = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      for (long i = 0; i < samples; i++) {
        one.putFloat(0, sound.at(i));
        out.write(bytes);
      }
    }
    return file;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
