package dev.auricle.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.signal.AuricleException;
import dev.auricle.testing.Shared;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Property: reading leaves no native memory behind, and a long sound needs no more than a short.
 */
class MemoryTest {
  private static final long MEGABYTE = 1 << 20;

  @TempDir Path folder;

  /**
   * The process's resident memory once the heap is swept, without what the heap has taken: the
   * collector lets it grow as it sees fit, which would pass for a leak.
   */
  private static long nativeMegabytes() {
    System.gc();
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
    return (Pointer.physicalBytes() - heap) / MEGABYTE;
  }

  private static void readAll(List<Path> files) {
    for (Path file : files) {
      try {
        AudioReader.read(file, AudioReader.NATIVE_RATE);
        AudioReader.probe(file);
      } catch (AuricleException e) {
        // Broken files must not leak either.
      }
    }
  }

  /**
   * Twenty rounds in four quarters. The heap grows and shrinks as it likes, but a leak grows in
   * every quarter, so the smallest growth tells.
   */
  private static void assertFlat(List<Path> files) {
    readAll(files);
    long start = nativeMegabytes();
    long before = start;
    long smallest = Long.MAX_VALUE;
    for (int quarter = 0; quarter < 4; quarter++) {
      for (int round = 0; round < 5; round++) {
        readAll(files);
      }
      long after = nativeMegabytes();
      smallest = Math.min(smallest, after - before);
      before = after;
    }
    System.out.println(
        files.size() + " files, 20 rounds: " + start + " MB, then " + before + " MB");
    assertThat(smallest).as("MB grown in each 5 rounds at least").isLessThan(4);
  }

  @Test
  void everyCodingTwentyTimes() {
    assertFlat(Tones.files());
  }

  @Test
  void theFormatZooTwentyTimes() throws IOException {
    Path zoo = Shared.require("data/format-zoo");
    assertFlat(FormatZooTest.rows(zoo).stream().map(row -> zoo.resolve(row.path())).toList());
  }

  /** A rate of 1 Hz is beyond the resampler, which is made once the file and decoder are open. */
  @Test
  void aReaderThatCannotResampleLeavesNothingOpen() throws IOException {
    Path open = Path.of("/proc/self/fd");
    Assumptions.assumeTrue(Files.isDirectory(open), "needs Linux's list of open files");
    Path file = folder.resolve("left-open.wav");
    AudioWriter.write(Tones.sine(44_100, 0.1, 440), file);
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> AudioReader.open(file, 1))
          .isInstanceOf(AuricleException.class)
          .hasMessageContaining(file + ": found rates of 44100 and 1 Hz");
    }
    try (Stream<Path> all = Files.list(open)) {
      assertThat(all.filter(one -> leadsTo(one, file))).isEmpty();
    }
  }

  private static boolean leadsTo(Path link, Path file) {
    try {
      return Files.readSymbolicLink(link).equals(file.toRealPath());
    } catch (IOException e) {
      // Others open and close files meanwhile.
      return false;
    }
  }

  /** Ten minutes; with {@code -Psoak} a day, whose samples (7.6 GB) would not fit the heap. */
  @Test
  void aLongSoundPassesThroughInChunks() {
    int minutes = Boolean.getBoolean("auricle.soak") ? 24 * 60 : 10;
    Path file = folder.resolve("long.flac");
    AudioClip minute = Tones.sine(16_000, 60, 440);
    try (AudioWriter writer = AudioWriter.open(file, AudioFormat.FLAC_16, 16_000)) {
      for (int i = 0; i < minutes; i++) {
        writer.write(minute.samples(), 0, minute.samples().length);
      }
      writer.finish();
    }
    // The first time, code is compiled and libraries are read in; what is kept of a sound is kept
    // the second time, too.
    assertThat(readInChunks(file)).isEqualTo(minutes * 60L * 22_050);
    long before = nativeMegabytes();
    assertThat(readInChunks(file)).isEqualTo(minutes * 60L * 22_050);
    long grown = nativeMegabytes() - before;
    System.out.println(minutes + " minutes once more: " + grown + " MB more");
    assertThat(grown).as("MB grown outside the heap").isLessThan(30);
  }

  private static long readInChunks(Path file) {
    long length = 0;
    try (AudioReader reader = AudioReader.open(file, 22_050)) {
      float[] buffer = new float[22_050];
      int count;
      while ((count = reader.read(buffer, 0, buffer.length)) > 0) {
        length += count;
      }
    }
    return length;
  }
}
