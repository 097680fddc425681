package dev.auricle.learn.neural;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.learn.training.Device;
import org.junit.jupiter.api.Test;

/** Property: bfloat16 is used where its scores are those of float32, and nowhere else. */
class PrecisionProbeTest {
  @Test
  void scoresDecide() {
    double distance = PrecisionProbe.distance();
    assertThat(distance).isPositive().isLessThan(2);
    if (distance > 0.1) {
      assertThat(Precision.BF16.on(Device.CPU)).isEqualTo(Precision.FLOAT32);
    } else {
      assertThat(PrecisionProbe.agrees()).isEqualTo(distance < 0.05);
    }
    assertThat(Precision.FLOAT32.on(Device.CPU)).isEqualTo(Precision.FLOAT32);
  }
}
