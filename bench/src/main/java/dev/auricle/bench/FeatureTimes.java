package dev.auricle.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Times the benchmarks of {@link FeatureBench} for {@code bench/peers/features.py}, which times
 * librosa and PyTorch on the same sounds in turns with this: each line read from standard input is
 * a benchmark's name, and is answered by the least processor time of a few runs, in ms.
 *
 * <p>Arguments: a folder, where the two sounds are put as raw floats for the others to read, and
 * the names to warm up. Processor time, and the least of many, because they suffer least from what
 * else the machine does.
 */
public final class FeatureTimes {
  private static final int RUNS = 8;
  private static final int WARM_UP_MS = 6000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** What came out last, kept so that nothing is computed for nothing. */
  private static volatile @Nullable Object result;

  private FeatureTimes() {}

  public static void main(String[] arguments) {
    write(Path.of(arguments[0], "sound22050.f32"), BenchSounds.chords(60, 22_050));
    write(Path.of(arguments[0], "sound44100.f32"), BenchSounds.chords(60, 44_100));
    FeatureBench bench = new FeatureBench();
    for (String name : List.of(arguments).subList(1, arguments.length)) {
      long start = THREADS.getCurrentThreadCpuTime();
      while (THREADS.getCurrentThreadCpuTime() - start < WARM_UP_MS * 1_000_000L) {
        result = benchmark(bench, name).get();
      }
    }
    System.out.println("ready");
    try (Scanner lines = new Scanner(System.in)) {
      while (lines.hasNextLine()) {
        System.out.printf(Locale.ROOT, "%.3f%n", best(benchmark(bench, lines.nextLine())));
      }
    }
  }

  private static Supplier<?> benchmark(FeatureBench bench, String name) {
    return switch (name) {
      case "logmel-64" -> bench::logMel64;
      case "logmel-128" -> bench::logMel128;
      case "mfcc-20" -> bench::mfcc20;
      case "descriptors" -> bench::descriptors;
      case "resample" -> bench::resample;
      default -> throw new IllegalArgumentException("no benchmark is named " + name);
    };
  }

  private static double best(Supplier<?> benchmark) {
    long best = Long.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      long start = THREADS.getCurrentThreadCpuTime();
      result = benchmark.get();
      best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
    }
    return best / 1e6;
  }

  private static void write(Path file, float[] sound) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * sound.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(sound);
    try {
      Files.write(file, bytes.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
