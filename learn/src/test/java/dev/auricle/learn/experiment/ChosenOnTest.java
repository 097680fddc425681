package dev.auricle.learn.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.data.Layouts;
import dev.auricle.data.Protocol;
import dev.auricle.learn.recipe.ChosenOn;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.recipe.Recipes;
import dev.auricle.runtime.Classifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Property: that settings were chosen on clips is said wherever some of these are judged. */
class ChosenOnTest {
  private static final String PLAIN = "front-end: descriptors\nmodel: {type: forest, trees: 5}\n";

  @TempDir Path data;

  @BeforeEach
  void write() throws IOException {
    TwoTones.write(data, 6, 16_000);
  }

  @Test
  void itIsSaidOfTheSameClipsAndOfFewer() throws IOException {
    Recipe recipe = chosenHere();
    assertThat(findings(recipe))
        .containsExactly(
            "the settings of mine were chosen on these clips, so that its score flatters: on clips"
                + " that no choice had seen, accuracy was 0.7500");
    Files.delete(data.resolve("low/0.wav"));
    assertThat(findings(recipe))
        .containsExactly(
            "the settings of mine were chosen on 12 clips of it's mine: those of them that are"
                + " among these clips are judged too well (on clips that no choice had seen,"
                + " accuracy was 0.7500)");
    assertThat(findings(Recipes.parse(PLAIN, "mine.yaml"))).isEmpty();
  }

  @Test
  void recipesOfBeforeDoNotNameTheDataset() {
    Recipe recipe =
        Recipes.parse(
            PLAIN + "chosen-on: {clips: abc, metric: accuracy, nested: 0.75}", "mine.yaml");
    assertThat(findings(recipe).get(0)).contains("were chosen on other clips: those of them");
  }

  @Test
  void ofABundleItIsSaidUnlessItWasTrainedOnAllOfThem() {
    Recipe recipe = chosenHere();
    assertThat(judged(recipe, "holdout:0.5")).anyMatch(each -> each.contains("were chosen on"));
    assertThat(judged(recipe, "kfold:2")).noneMatch(each -> each.contains("were chosen on"));
  }

  private Recipe chosenHere() {
    Recipe plain = Recipes.parse(PLAIN, "mine.yaml");
    try (Experiment experiment = open(plain, "kfold:2")) {
      ChosenOn chosen = new ChosenOn(experiment.fingerprint(), 12, "it's mine", "accuracy", 0.75);
      return Recipes.parse(chosen.in(PLAIN), "mine.yaml");
    }
  }

  private List<String> findings(Recipe recipe) {
    try (Experiment experiment = open(recipe, "kfold:2")) {
      return experiment.findings(recipe);
    }
  }

  private List<String> judged(Recipe recipe, String protocol) {
    try (Experiment experiment = open(recipe, protocol);
        Classifier classifier = Classifier.of(experiment.bundle(experiment.judge(recipe)), 1)) {
      return BundleJudge.judge(classifier, Layouts.open(data), 1, 0, 1, Stages.NONE)
          .comparison()
          .findings();
    }
  }

  private Experiment open(Recipe recipe, String protocol) {
    return Experiment.open(Layouts.open(data), Protocol.parse(protocol, 1), recipe, 1, Stages.NONE);
  }
}
