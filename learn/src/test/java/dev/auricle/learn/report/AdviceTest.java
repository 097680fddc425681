package dev.auricle.learn.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.learn.experiment.Advice;
import dev.auricle.learn.experiment.Comparison;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Golden: the sentence on which recipe to use, of made-up results. */
class AdviceTest {
  private final Comparison all = MadeUpComparison.usual().comparison();

  private Comparison only(int... recipes) {
    return new Comparison(
        all.dataset(),
        all.protocol(),
        all.foldCount(),
        all.majority(),
        IntStream.of(recipes).mapToObj(r -> all.results().get(r)).toList(),
        List.of(),
        "");
  }

  @Test
  void aClearLeadIsNamed() {
    assertThat(Advice.of(all))
        .startsWith("Use cnn: it is clearly the most accurate (forest is 14.6 points behind");
  }

  @Test
  void amongEqualsTheFastestWins() {
    assertThat(Advice.of(only(0, 0)))
        .startsWith("Use forest: the most accurate, though not clearly");
  }

  @Test
  void oneRecipeNeedsNoAdvice() {
    assertThat(Advice.of(only(1))).isEmpty();
  }
}
