package dev.auricle.learn.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.signal.AuricleException;
import org.junit.jupiter.api.Test;

/** Property: the two bounds of a number of epochs agree, whichever of them is given. */
class TrainingSettingsTest {
  @Test
  void whatIsNotGivenMakesRoomForWhatIs() {
    assertThat(epochs("{}")).containsExactly(15, 80);
    assertThat(epochs("{max-epochs: 2}")).containsExactly(2, 2);
    assertThat(epochs("{max-epochs: 30}")).containsExactly(15, 30);
    assertThat(epochs("{min-epochs: 100}")).containsExactly(100, 100);
    assertThat(epochs("{min-epochs: 3, max-epochs: 4}")).containsExactly(3, 4);
  }

  @Test
  void boundsThatContradictAreRefused() {
    assertThatThrownBy(() -> epochs("{min-epochs: 5, max-epochs: 4}"))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("min-epochs")
        .hasMessageContaining("from 1 to 4");
  }

  private static int[] epochs(String yaml) {
    TrainingSettings settings = TrainingSettings.from(YamlSettings.of("training", yaml));
    return new int[] {settings.minEpochs(), settings.maxEpochs()};
  }
}
