package dev.auricle.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
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
    "767999, 22050",
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

  /** A million weights are 4 MB; a file of a few bytes may claim any rate. */
  @Test
  void filtersOfOddRatesAreSmallAndFewAreKept() {
    for (int from = 767_999; from > 767_979; from -= 2) {
      assertThat(ResamplingFilter.of(from, 22_050).weights).hasSizeLessThanOrEqualTo(1 << 20);
      assertThat(ResamplingFilter.keptBytes()).isBetween(1L, ResamplingFilter.MOST_KEPT_BYTES);
    }
    ResamplingFilter usual = ResamplingFilter.of(44_100, 16_000);
    ResamplingFilter.of(767_971, 22_050);
    assertThat(ResamplingFilter.of(88_200, 32_000)).isSameAs(usual);
  }

  /** Rates that no file has are resampled as well, or refused, but never run out of memory. */
  @Test
  void extremeRatesAreResampled() {
    float[] x = new float[50_000];
    Arrays.fill(x, 0.5f);
    assertThat(Resampler.resample(x, 10_000_000, 22_050)).hasSize(111);
    assertThat(Resampler.resample(x, Integer.MAX_VALUE, Integer.MAX_VALUE - 1)).hasSize(50_000);
    assertThat(Resampler.resample(x, 4096, 1)).hasSize(13);
    // The longest filters have a single phase; this one spans 600,000 samples.
    float[] tone =
        Resampler.resample(Sounds.sine(1_500_000, 400, 15_485_863, 0.5), 15_485_863, 4001);
    for (int i = 150; i < 200; i++) {
      assertThat(tone[i])
          .isCloseTo((float) (0.5 * Math.sin(2 * Math.PI * 400 * i / 4001)), within(1e-5f));
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
