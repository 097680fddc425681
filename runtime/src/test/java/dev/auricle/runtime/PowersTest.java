package dev.auricle.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

/** Property: powers of levels are what {@link Math#pow} says, to the twelfth digit. */
class PowersTest {
  @Test
  void agreeWithMath() {
    for (double level = -300; level <= 300; level += 0.0371) {
      assertThat(Powers.ofLevel(level))
          .isCloseTo(Math.pow(10, level / 10), withinPercentage(1e-10));
    }
    assertThat(Powers.ofLevel(0)).isEqualTo(1);
  }
}
