package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.data.Protocol;
import dev.auricle.learn.evaluation.Evaluation;
import dev.auricle.learn.evaluation.Predictions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Property: the matrix names its columns in whole words where they fit, else by letters. */
class ConfusionTextTest {
  @Test
  void shortLabelsHeadTheirColumns() {
    assertThat(ConfusionText.of(evaluation("dog", "cat")).lines())
        .containsExactly(
            "true \\ said  dog  cat", "dog            1    .", "cat            1    .");
  }

  @Test
  void longLabelsAreLettered() {
    String dog = "a dog that barks behind a fence".repeat(2);
    String cat = "a cat that has not been fed yet".repeat(2);
    assertThat(ConfusionText.of(evaluation(dog, cat)).lines())
        .satisfiesExactly(
            heading -> assertThat(heading).matches("true \\\\ said +a  b"),
            row -> assertThat(row).isEqualTo("a = " + dog + "  1  ."),
            row -> assertThat(row).isEqualTo("b = " + cat + "  1  ."));
  }

  /** One clip of each, both taken for the first. */
  private static Evaluation evaluation(String first, String second) {
    float[][] targets = {{1, 0}, {0, 1}};
    float[][] probabilities = {{0.9f, 0.1f}, {0.8f, 0.2f}};
    List<String> ids = List.of("1", "2");
    return new Evaluation(
        new Predictions(List.of(first, second), ids, ids, targets, probabilities, false),
        Protocol.of(Protocol.Kind.BUNDLE));
  }
}
