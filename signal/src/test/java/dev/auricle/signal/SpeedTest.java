package dev.auricle.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Property: tones come out at their new pitch as loud as they were, and where none is, silent. */
class SpeedTest {
  private static final int LENGTH = 16_000;

  @ParameterizedTest(name = "pace {0}")
  @ValueSource(doubles = {0.5, 0.7, 0.9, 0.999, 1.001, 1.1, 1.3, 2})
  void tonesKeepTheirLevelAndNothingElseSounds(double pace) {
    double share = Math.min(1, 1 / pace);
    for (double cycles : new double[] {0.01, 0.1, 0.2, 0.3, 0.35, 0.4}) {
      float[] out = Speed.change(tone(cycles * share), pace, 0.37);
      double amplitude = amplitude(out, cycles * share * pace);
      assertThat(20 * Math.log10(amplitude)).isCloseTo(0, within(0.1));
      assertThat(residue(out, cycles * share * pace)).as("images").isLessThan(1e-3);
    }
    for (double cycles = 0.5 * share; cycles < 0.5; cycles += 0.01) {
      assertThat(peak(Speed.change(tone(cycles + 1e-3), pace, 0))).as("alias").isLessThan(1e-3);
    }
  }

  @Test
  void theMiddleStaysAndTheShiftIsAsTold() {
    float[] x = new float[1001];
    x[500] = 1;
    assertThat(largest(Speed.change(x, 0.8, 0))).isEqualTo(500);
    assertThat(largest(Speed.change(x, 0.8, -80))).isEqualTo(600);
    assertThat(peak(Speed.change(x, 1.2, 1e12))).isZero();
    assertThat(Speed.change(new float[0], 1.2, 0)).isEmpty();
    assertThat(Speed.change(new float[] {1}, 1.2, 0)).hasSize(1);
  }

  @Test
  void kernelsAgreeToTheLastBit() {
    Random random = new Random(3);
    float[] x = new float[5000];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextGaussian();
    }
    for (double pace : new double[] {0.77, 1.23}) {
      assertThat(Speed.change(x, pace, 3.3, VectorKernel.create()))
          .isEqualTo(Speed.change(x, pace, 3.3, new PlainKernel()));
    }
  }

  private static float[] tone(double cycles) {
    float[] tone = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      tone[i] = (float) Math.sin(2 * Math.PI * cycles * i);
    }
    return tone;
  }

  /** Of the middle, where neither end is heard, at a frequency in cycles a sample. */
  private static double amplitude(float[] x, double cycles) {
    double[] fit = fit(x, cycles);
    return Math.hypot(fit[0], fit[1]);
  }

  private static double[] fit(float[] x, double cycles) {
    double cosine = 0;
    double sine = 0;
    double window = 0;
    for (int i = 6000; i < 10_000; i++) {
      double hann = 1 - Math.cos(2 * Math.PI * (i - 6000) / 4000);
      cosine += hann * x[i] * Math.cos(2 * Math.PI * cycles * i);
      sine += hann * x[i] * Math.sin(2 * Math.PI * cycles * i);
      window += hann / 2;
    }
    return new double[] {cosine / window, sine / window};
  }

  private static double residue(float[] x, double cycles) {
    double[] fit = fit(x, cycles);
    double largest = 0;
    for (int i = 6000; i < 10_000; i++) {
      double angle = 2 * Math.PI * cycles * i;
      double expected = fit[0] * Math.cos(angle) + fit[1] * Math.sin(angle);
      largest = Math.max(largest, Math.abs(x[i] - expected));
    }
    return largest;
  }

  private static double peak(float[] x) {
    double largest = 0;
    for (int i = x.length * 3 / 8; i < x.length * 5 / 8; i++) {
      largest = Math.max(largest, Math.abs(x[i]));
    }
    return largest;
  }

  private static int largest(float[] x) {
    int at = 0;
    for (int i = 0; i < x.length; i++) {
      at = x[i] > x[at] ? i : at;
    }
    return at;
  }
}
