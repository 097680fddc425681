package dev.auricle.learn.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.data.Layouts;
import dev.auricle.data.Protocol;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.recipe.Recipes;
import dev.auricle.runtime.Features;
import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Property: the cache on disk is invisible to results, and a changed sound is noticed; what is
 * known is not computed again.
 */
class CachedFeaturesTest {
  private static final String BOUND = "auricle.cache.mb";
  private static final int RATE = 16_000;

  @TempDir Path data;

  @AfterEach
  void forget() {
    System.clearProperty(BOUND);
  }

  @Test
  void resultsAreTheSameWithAndWithoutIt() throws IOException {
    for (int i = 0; i < 6; i++) {
      tone("low/" + i, 300 + 17 * i);
      tone("high/" + i, 320 + 19 * i);
    }
    System.setProperty(BOUND, "0");
    Outcome without = run();
    System.clearProperty(BOUND);
    Outcome first = run();
    Outcome second = run();
    assertThat(first.probabilities()).isDeepEqualTo(without.probabilities());
    assertThat(second.probabilities()).isDeepEqualTo(without.probabilities());
    assertThat(second.fingerprint()).isEqualTo(without.fingerprint());
    assertThat(without.stages()).noneMatch(stage -> stage.startsWith("decoding"));
    tone("low/0", 700);
    assertThat(run().fingerprint()).isNotEqualTo(without.fingerprint());
  }

  @Test
  void featuresComeBackAsTheyWere() {
    Features features = new Features(new float[] {1, Float.NaN, -3e-20f, 4, 5, 6}, 2, 3);
    Features back = CachedFeatures.read(CachedFeatures.bytes(features));
    assertThat(back.values()).isEqualTo(features.values());
    assertThat(back.shape()).containsExactly(2, 3);
  }

  private void tone(String name, double hz) throws IOException {
    Wav.write(data.resolve(name + ".wav"), Wav.tone(hz, 0.3, RATE, (int) hz), RATE);
  }

  private record Outcome(float[][] probabilities, String fingerprint, List<String> stages) {}

  private Outcome run() {
    List<String> entered = new ArrayList<>();
    Stages stages =
        stage -> {
          entered.add(stage);
          return Stages.NONE.enter(stage);
        };
    Recipe recipe =
        Recipes.parse("front-end: descriptors\nmodel: {type: forest, trees: 5}\n", "small.yaml");
    try (Experiment experiment =
        Experiment.open(Layouts.open(data), Protocol.parse("kfold:2", 1), recipe, 2, stages)) {
      RecipeResult result = experiment.judge(recipe);
      return new Outcome(
          result.test().predictions().probabilities(),
          experiment.comparison(List.of(result)).fingerprint(),
          entered);
    }
  }
}
