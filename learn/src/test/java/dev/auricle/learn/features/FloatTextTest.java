package dev.auricle.learn.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Property: a float's digits give the same float back, and no more of them than Java's own. */
class FloatTextTest {
  @Test
  void digitsGiveTheFloatBack() {
    Random random = new Random(5);
    for (int i = 0; i < 2_000_000; i++) {
      float value = Float.intBitsToFloat(random.nextInt());
      check(value);
      check((float) random.nextGaussian() * (1 << (i % 20)));
      check(Math.round(value % 1000 * 100) / 100f);
    }
  }

  @Test
  void looksAsJavaWritesIt() {
    for (float value :
        new float[] {
          0,
          -0f,
          1,
          -1,
          0.5f,
          12,
          100,
          0.001f,
          0.0125f,
          9_999_999,
          1e7f,
          1234567.5f,
          1e-4f,
          0.99999994f,
          9.999999f,
          0.1f,
          0.3f,
          -80,
          3.4e38f,
          Float.MIN_VALUE,
          Math.nextDown(0.01f),
          8_388_608f
        }) {
      assertThat(text(value)).isEqualTo(Float.toString(value));
    }
    assertThat(text(Float.NaN)).isEqualTo("NaN");
    assertThat(text(Float.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
  }

  private static void check(float value) {
    String text = text(value);
    if (Float.floatToIntBits(Float.parseFloat(text)) != Float.floatToIntBits(value)
        || text.length() > Float.toString(value).length()) {
      throw new AssertionError(text + " for " + Float.toString(value));
    }
  }

  private static String text(float value) {
    StringBuilder out = new StringBuilder();
    FloatText.append(out, value);
    return out.toString();
  }
}
