package dev.auricle.runtime.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Property: a change of timbre, level kept, is found within three hundredths of a second. */
class ChangePointTest {
  private static final int RATE = 16_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aChangeIsFoundWhereItIs(long seed) {
    Random random = new Random(seed);
    float[] sound = new float[8 * RATE];
    int change = (int) ((3 + 2 * random.nextDouble()) * RATE);
    double before = 0;
    for (int i = 0; i < sound.length; i++) {
      double noise = random.nextGaussian();
      // Noise of low frequencies, then of all; both pulse, as speech and music do.
      double low = 0.8 * before + 0.6 * noise;
      before = low;
      double pulse = 0.15 + 0.1 * Math.sin(2 * Math.PI * 2.5 * i / RATE);
      sound[i] = (float) (pulse * (i < change ? low : noise));
    }
    ChangePoint changes = new ChangePoint(RATE);
    int found = changes.locate(sound, 2 * RATE, 6 * RATE, 4 * RATE, RATE);
    assertThat(found / (double) RATE).isCloseTo(change / (double) RATE, within(0.03));
    // Outside what may be chosen, it is not chosen.
    assertThat(changes.locate(sound, 2 * RATE, (int) (2.5 * RATE), 2 * RATE, RATE))
        .isBetween(2 * RATE, (int) (2.5 * RATE));
    assertThat(changes.locate(new float[100], 0, 100, 50, RATE)).isEqualTo(50);
  }
}
