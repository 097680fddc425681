package dev.auricle.learn.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Property: ticks are few, inside, evenly apart and round. */
class TicksTest {
  @Test
  void anyAxis() {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      double low = Math.scalb(random.nextGaussian(), random.nextInt(20) - 10);
      double high = low + Math.scalb(random.nextDouble() + 1e-3, random.nextInt(20) - 10);
      int most = 2 + random.nextInt(10);
      Ticks ticks = Ticks.between(low, high, most);
      assertThat(ticks.values()).as("%s to %s", low, high).hasSizeLessThanOrEqualTo(most);
      double slack = 1e-6 * ticks.step();
      assertThat(ticks.values())
          .allMatch(tick -> tick >= low - slack && tick <= high + slack)
          .allMatch(tick -> Math.abs(Math.IEEEremainder(tick, ticks.step())) < slack);
    }
  }

  @Test
  void labelsShowWhatTheStepNeeds() {
    Ticks ticks = Ticks.between(0, 1, 6);
    assertThat(ticks.values().stream().map(ticks::label))
        .containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
    assertThat(Ticks.between(-80, 0, 5).label(-80)).isEqualTo("−80");
  }
}
