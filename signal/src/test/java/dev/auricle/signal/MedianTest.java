package dev.auricle.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Property: the median is the middle of the sorted values, whatever their order and repetition. */
class MedianTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 216, 601, 1000, 50_001})
  void isTheMiddleOfTheSortedValues(int count) {
    Random random = new Random(count);
    float[] noise = new float[count];
    float[] repeated = new float[count];
    float[] rising = new float[count];
    float[] falling = new float[count];
    float[] same = new float[count];
    for (int i = 0; i < count; i++) {
      noise[i] = (float) random.nextGaussian();
      repeated[i] = random.nextInt(5) - 2;
      rising[i] = i - count / 3f;
      falling[i] = -rising[i];
      same[i] = -0.25f;
    }
    for (float[] values : new float[][] {noise, repeated, rising, falling, same}) {
      float[] sorted = values.clone();
      Arrays.sort(sorted);
      double middle = ((double) sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
      float[] around = new float[count + 2];
      System.arraycopy(values, 0, around, 1, count);
      assertThat(Median.of(around, 1, count + 1)).isEqualTo((float) middle);
      assertThat(Arrays.copyOfRange(around, 1, count + 1)).containsExactly(values);
    }
  }
}
