package dev.auricle.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.signal.AuricleException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Property: whatever is done to a file's bytes, reading it gives finite samples or an {@link
 * AuricleException}, soon, and the virtual machine lives on.
 *
 * <p>150 mutations of each file; 2,000 with {@code -Psoak}. A failure names its seed.
 */
class FuzzTest {
  private static final int MUTATIONS = Boolean.getBoolean("auricle.soak") ? 2000 : 150;

  static List<Path> tones() {
    return Tones.files();
  }

  @ParameterizedTest
  @MethodSource("tones")
  @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void damageIsSurvived(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    int decoded = 0;
    for (int seed = 0; seed < MUTATIONS; seed++) {
      byte[] bytes = OggPages.sealed(mutate(whole, new Random(seed)));
      String name = file.getFileName() + " with seed " + seed;
      long start = System.nanoTime();
      decoded += decodes(bytes, name, seed % 4 == 0) ? 1 : 0;
      assertThat((System.nanoTime() - start) / 1e9).as("seconds for " + name).isLessThan(20);
    }
    assertThat(decoded).as("some damage leaves a sound to decode").isPositive();
  }

  private static boolean decodes(byte[] bytes, String name, boolean asStream) {
    // Damage can turn half a second into hours; nobody need wait for them.
    ReadOptions options = ReadOptions.atRate(16_000).atMost(60);
    try (AudioReader reader =
        asStream
            ? AudioReader.open(new ByteArrayInputStream(bytes), name, options)
            : AudioReader.open(bytes, name, options)) {
      for (float sample : reader.readAll().samples()) {
        assertThat(Float.isFinite(sample)).as(name).isTrue();
      }
      return true;
    } catch (AuricleException e) {
      assertThat(e).hasMessageContaining(name);
      return false;
    }
  }

  private static byte[] mutate(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes; i++) {
      // Half of the damage goes to the header, where it matters most.
      int reach = random.nextBoolean() ? Math.min(bytes.length, 300) : bytes.length;
      int at = random.nextInt(Math.max(1, reach));
      int length = Math.min(bytes.length - at, 1 + random.nextInt(16));
      switch (random.nextInt(7)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> Arrays.fill(bytes, at, at + length, (byte) (random.nextBoolean() ? 0xff : 0));
        case 3 -> bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
        case 4 -> bytes = splice(bytes, at, at + length, new byte[0]);
        case 5 -> bytes = splice(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
        default -> {
          byte[] noise = new byte[length];
          random.nextBytes(noise);
          bytes = splice(bytes, at, at + length, noise);
        }
      }
    }
    return bytes;
  }

  private static byte[] splice(byte[] bytes, int from, int to, byte[] middle) {
    byte[] joined = Arrays.copyOf(bytes, Math.max(1, from + middle.length + bytes.length - to));
    System.arraycopy(middle, 0, joined, from, middle.length);
    System.arraycopy(bytes, to, joined, from + middle.length, bytes.length - to);
    return joined;
  }
}
