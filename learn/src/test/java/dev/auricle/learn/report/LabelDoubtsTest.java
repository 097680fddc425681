package dev.auricle.learn.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.learn.evaluation.Predictions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Golden: confident learning worked by hand on five clips of two labels. */
class LabelDoubtsTest {
  private static final float[] CAT = {1, 0};
  private static final float[] DOG = {0, 1};

  private static Predictions judged(float... dog) {
    float[][] probabilities = new float[dog.length][];
    for (int i = 0; i < dog.length; i++) {
      probabilities[i] = new float[] {1 - dog[i], dog[i]};
    }
    return new Predictions(
        List.of("cat", "dog"),
        List.of("a", "b", "c", "d", "e"),
        List.of("a", "b", "c", "d", "e"),
        new float[][] {CAT, CAT, CAT, DOG, DOG},
        probabilities,
        false);
  }

  @Test
  void aClipIsDoubtfulWhenTheOtherLabelPassesItsThreshold() {
    // Mean over both recipes of p(dog): a 0.1, b 0.55, c 0.95, d 0.9, e 0.7.
    // Threshold of dog: (0.9 + 0.7) / 2 = 0.8. b leans to dog but stays below it; c passes.
    List<ClipRow> doubts =
        LabelDoubts.find(
            List.of(judged(0.1f, 0.6f, 1.0f, 0.9f, 0.6f), judged(0.1f, 0.5f, 0.9f, 0.9f, 0.8f)), 9);
    assertThat(doubts).extracting(ClipRow::id).containsExactly("c");
    assertThat(doubts.get(0).guess()).isEqualTo(1);
    assertThat(doubts.get(0).confidence()).isCloseTo(0.95, within(1e-6));
  }

  @Test
  void theClearestStandsFirst() {
    // Thresholds: dog (0.7 + 0.7) / 2 = 0.7; cat (0.8 + 0.1 + 0.2) / 3.
    List<ClipRow> doubts = LabelDoubts.find(List.of(judged(0.2f, 0.9f, 0.8f, 0.7f, 0.7f)), 9);
    assertThat(doubts).extracting(ClipRow::id).containsExactly("b", "c");
    assertThat(LabelDoubts.find(List.of(judged(0.2f, 0.9f, 0.8f, 0.7f, 0.7f)), 1)).hasSize(1);
  }
}
