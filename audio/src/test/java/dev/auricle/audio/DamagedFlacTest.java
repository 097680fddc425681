package dev.auricle.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Property: whatever is damaged in a FLAC file, what follows keeps its time. */
class DamagedFlacTest {
  private static final int RATE = 8000;
  private static final int SECONDS = 60;

  @TempDir Path folder;
  private byte[] whole = new byte[0];

  /** Noise with a click at each full second. */
  @BeforeEach
  void writeClicks() throws IOException {
    float[] samples = new float[SECONDS * RATE];
    Random random = new Random(1);
    for (int i = 0; i < samples.length; i++) {
      samples[i] =
          i % RATE < 20 ? (i % 2 == 0 ? 0.9f : -0.9f) : (float) (0.02 * random.nextGaussian());
    }
    Path file = folder.resolve("clicks.flac");
    AudioWriter.write(new AudioClip(samples, RATE), file);
    whole = Files.readAllBytes(file);
  }

  @Test
  void bytesWrittenOverBecomeSilence() {
    for (int count : new int[] {40, 4000, 60_000}) {
      byte[] damaged = whole.clone();
      Arrays.fill(damaged, whole.length / 2, whole.length / 2 + count, (byte) 0x55);
      keepsTime(damaged, count);
    }
  }

  @Test
  void bytesThatAreMissingBecomeSilence() {
    for (int count : new int[] {40, 4000, 60_000}) {
      byte[] damaged = Arrays.copyOf(whole, whole.length - count);
      System.arraycopy(
          whole,
          whole.length / 2 + count,
          damaged,
          whole.length / 2,
          damaged.length - whole.length / 2);
      keepsTime(damaged, count);
    }
  }

  @Test
  void aPlaceBeyondTheStatedLengthIsNotBelieved() {
    byte[] damaged = whole.clone();
    damaged[21] &= (byte) 0xf0; // the number of samples: 36 bits from here on
    Arrays.fill(damaged, 22, 26, (byte) 0);
    damaged[24] = 1;
    Arrays.fill(damaged, whole.length / 2, whole.length / 2 + 4000, (byte) 0x55);
    try (AudioReader reader = AudioReader.open(damaged, "odd.flac", ReadOptions.atRate(0))) {
      assertThat(reader.readAll().seconds()).isLessThanOrEqualTo(SECONDS);
    }
  }

  private static void keepsTime(byte[] damaged, int count) {
    try (AudioReader reader = AudioReader.open(damaged, "clicks.flac", ReadOptions.atRate(0))) {
      float[] samples = reader.readAll().samples();
      List<Integer> clicks = clicks(samples);
      assertThat(samples.length / (double) RATE)
          .as("%d bytes", count)
          .isEqualTo(SECONDS, within(0.01));
      assertThat(clicks).as("%d bytes", count).hasSizeGreaterThan(SECONDS * 2 / 3);
      assertThat(clicks).allMatch(at -> at % RATE == 0);
      assertThat(clicks).contains(0, (SECONDS - 1) * RATE);
      assertThat(reader.warnings())
          .anyMatch(line -> line.matches("silence stands for .* s that are damaged"));
    }
  }

  private static List<Integer> clicks(float[] samples) {
    List<Integer> clicks = new ArrayList<>();
    for (int i = 0; i < samples.length; i++) {
      if (Math.abs(samples[i]) > 0.5) {
        clicks.add(i);
        i += RATE / 2;
      }
    }
    return clicks;
  }
}
