package dev.auricle.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Property: a stream gives what the whole sound gives, however it is cut. */
class ResamplerTest {
  @ParameterizedTest
  @CsvSource({
    "44100, 16000",
    "16000, 44100",
    "48000, 32000",
    "22050, 16000",
    "8000, 8000",
    "44101, 16000",
    "7919, 44100",
    "192000, 8000"
  })
  void chunksGiveWhatTheWholeGives(int from, int to) {
    Random random = new Random(from + to);
    for (int length : new int[] {0, 1, 2, 100, 5000}) {
      float[] x = noise(length, random);
      float[] whole = Resampler.resample(x, from, to);
      assertThat(whole).hasSize((int) Math.ceil((double) length * to / from));
      for (int round = 0; round < 5; round++) {
        assertThat(inChunks(x, from, to, random)).containsExactly(whole);
      }
    }
  }

  /** What a live sound's listener waits for is the filter, whatever groups are best computed. */
  @ParameterizedTest
  @CsvSource({"44100, 16000", "48000, 16000", "22050, 16000", "16000, 44100"})
  void aLiveSoundIsNotHeldBack(int from, int to) {
    Resampler stream = new Resampler(from, to);
    long received = 0;
    long given = 0;
    for (int chunk = 0; chunk < 300; chunk++) {
      float[] x = new float[(chunk % 10 + 1) * from / 100];
      received += x.length;
      given += stream.process(x).length;
      double late = (double) received / from - (double) given / to;
      assertThat(late).as("seconds late after chunk %d", chunk).isBetween(0.0, 0.02);
    }
  }

  private static float[] inChunks(float[] x, int from, int to, Random random) {
    Resampler stream = new Resampler(from, to);
    float[] joined = new float[0];
    for (int at = 0; at < x.length; ) {
      int count = Math.min(x.length - at, random.nextInt(10) == 0 ? 0 : random.nextInt(700));
      joined = join(joined, stream.process(x, at, count));
      at += count;
    }
    return join(joined, stream.flush());
  }

  private static float[] join(float[] a, float[] b) {
    float[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static float[] noise(int length, Random random) {
    float[] x = new float[length];
    for (int i = 0; i < length; i++) {
      x[i] = (float) (0.2 * random.nextGaussian());
    }
    return x;
  }
}
