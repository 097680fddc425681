package dev.auricle.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Property: for a frame, log-mel and MFCC allocate its place in the result and in the table that
 * the result is made from, and nothing else: no boxed numbers, no small arrays. Descriptors stay
 * below a bound.
 */
class AllocationTest {
  private static final int RATE = 22_050;
  private static final int HOP = 512;
  private static final long PATIENCE = 40_000_000_000L;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static Stream<Arguments> presets() {
    return Stream.of(
        // Bands x 4 bytes: the result.
        Arguments.of("logmel-64", 64 * 4),
        Arguments.of("logmel-128", 128 * 4),
        // The levels, the coefficients.
        Arguments.of("mfcc-20", (128 + 20) * 4),
        // Tables of some 140 numbers a frame and their like: 2864 bytes in plain Java. On the
        // Vector
        // API HotSpot keeps 9 kB a frame of vectors as objects, in logarithms and comparisons.
        Arguments.of("descriptors", 20_000));
  }

  @ParameterizedTest
  @MethodSource("presets")
  void nothingForAFrame(String preset, int bytesPerFrame) {
    FrontEnd frontEnd = FrontEnds.of(Map.of("preset", preset));
    float[] shorter = noise(20);
    float[] longer = noise(60);
    int[] shape = frontEnd.shape(longer.length);
    int[] before = frontEnd.shape(shorter.length);
    double frames = shape.length == 2 ? shape[1] - before[1] : 40.0 * RATE / HOP;
    // Until the virtual machine has compiled the Vector API, every vector is an object.
    double each = Double.POSITIVE_INFINITY;
    long end = System.nanoTime() + PATIENCE;
    while (each > 1.05 * bytesPerFrame && System.nanoTime() < end) {
      each = (allocated(frontEnd, longer) - allocated(frontEnd, shorter)) / frames;
    }
    assertThat(each).as("bytes a frame").isLessThanOrEqualTo(1.05 * bytesPerFrame);
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
