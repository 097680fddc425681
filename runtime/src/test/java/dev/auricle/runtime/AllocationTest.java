package dev.auricle.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Property: for a frame, log-mel and MFCC allocate its place in the result and in the table that
 * the result is made from, and nothing else: no boxed numbers, no small arrays. Descriptors
 * allocate tables of some 140 numbers a frame and their like.
 *
 * <p>Measured in plain Java and in a process of its own. On the Vector API it depends on what
 * HotSpot inlines, from run to run and with whatever counts the tests' coverage, whether some
 * vectors of a frame become objects.
 */
class AllocationTest {

  @ParameterizedTest
  @CsvSource({
    // Bands x 4 bytes: the result.
    "logmel-64, 256",
    "logmel-128, 512",
    // The levels of 128 bands, and 20 coefficients.
    "mfcc-20, 592",
    "descriptors, 3000"
  })
  void nothingForAFrame(String preset, int bytesPerFrame) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dauricle.kernel=plain",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Measure.class.getName(),
                preset,
                Integer.toString(bytesPerFrame))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> lines = process.inputReader().lines().toList();
    assertThat(process.waitFor()).isZero();
    assertThat(Double.parseDouble(lines.get(0)))
        .as("bytes a frame")
        .isLessThanOrEqualTo(1.05 * bytesPerFrame);
  }

  /** Prints what a frame allocates once the virtual machine has compiled what it runs. */
  static final class Measure {
    private static final int RATE = 22_050;
    private static final int HOP = 512;
    private static final long PATIENCE = 15_000_000_000L;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Measure() {}

    public static void main(String[] args) {
      FrontEnd frontEnd = FrontEnds.of(Map.of("preset", args[0]));
      double enough = 1.05 * Integer.parseInt(args[1]);
      float[] shorter = noise(20);
      float[] longer = noise(60);
      int[] shape = frontEnd.shape(longer.length);
      int[] before = frontEnd.shape(shorter.length);
      double frames = shape.length == 2 ? shape[1] - before[1] : 40.0 * RATE / HOP;
      double each = Double.POSITIVE_INFINITY;
      long end = System.nanoTime() + PATIENCE;
      while (each > enough && System.nanoTime() < end) {
        each = (allocated(frontEnd, longer) - allocated(frontEnd, shorter)) / frames;
      }
      System.out.println(each);
    }

    private static long allocated(FrontEnd frontEnd, float[] sound) {
      long least = Long.MAX_VALUE;
      for (int i = 0; i < 3; i++) {
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        frontEnd.compute(sound);
        long after = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        least = Math.min(least, after - before);
      }
      return least;
    }

    private static float[] noise(int seconds) {
      Random random = new Random(seconds);
      float[] x = new float[seconds * RATE];
      for (int i = 0; i < x.length; i++) {
        x[i] = (float) (0.1 * random.nextGaussian());
      }
      return x;
    }
  }
}
