package dev.auricle.learn.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.data.Layouts;
import dev.auricle.data.Protocol;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.recipe.Recipes;
import dev.auricle.learn.training.SideBySide;
import dev.auricle.learn.training.TrainingContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Property: folds fitted at the same time end as they do one after the other. */
class FoldsSideBySideTest {
  private static final int RATE = 8_000;

  @TempDir Path data;

  @BeforeEach
  void write() throws IOException {
    TwoTones.write(data, 8, RATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"float32", "bf16"})
  void networksAreTheSame(String precision) {
    Recipe recipe =
        Recipes.parse(
            """
            preparation: {sample-rate: 8000, seconds: 0.3}
            front-end: logmel-64
            model: {type: cnn, channels: [4, 8], dropout: 0.3}
            training: {epochs: 8, batch: 4, precision: %s}
            augmentation: {shift: 0.1, mixup: 0.5}
            answers: {calibration: temperature}
            """
                .formatted(precision),
            "network.yaml");
    assertThat(probabilities(recipe, 4)).isDeepEqualTo(probabilities(recipe, 1));
  }

  @Test
  void boostedTreesAreTheSameAndShareNoThreads() {
    Recipe recipe =
        Recipes.parse("front-end: descriptors\nmodel: {type: xgboost, rounds: 10}", "boosted.yaml");
    assertThat(probabilities(recipe, 4)).isDeepEqualTo(probabilities(recipe, 1));
    List<String> stages = new CopyOnWriteArrayList<>();
    Stages heard =
        stage -> {
          stages.add(stage);
          return TrainingContext.Progress.NONE;
        };
    try (Experiment experiment =
        Experiment.open(Layouts.open(data), Protocol.parse("kfold:4", 1), recipe, 2, heard)) {
      experiment.judge(recipe);
    }
    assertThat(stages).contains("training boosted, 4 fits, 2 at a time");
  }

  @ParameterizedTest
  @CsvSource({"false, 12", "true, 48"}) // 4 folds of 3 epochs; each with 3 more fits inside
  void theyAreHeardAsOneStageThatCountsAllTheirEpochs(boolean thresholds, int epochs) {
    Recipe recipe = network(thresholds);
    List<String> stages = new CopyOnWriteArrayList<>();
    Set<Integer> steps = new ConcurrentSkipListSet<>();
    Set<String> said = new ConcurrentSkipListSet<>();
    Stages heard =
        stage -> {
          stages.add(stage);
          return (done, total, message) -> {
            if (stage.startsWith("training")) {
              assertThat(total).isEqualTo(epochs);
              steps.add(done);
              said.add(message.split(":")[0]);
            }
          };
        };
    try (Experiment experiment = open(recipe, 2, heard)) {
      experiment.judge(recipe);
    }
    assertThat(stages).filteredOn(stage -> stage.startsWith("training")).hasSize(1);
    assertThat(steps).hasSize(epochs).contains(1, epochs);
    assertThat(said).containsExactly("fold 1 of 4", "fold 2 of 4", "fold 3 of 4", "fold 4 of 4");
  }

  @Test
  void theModelForTheBundleIsFittedBesideThem() {
    Recipe recipe = network();
    byte[] alone;
    try (Experiment experiment = open(recipe, 1, Stages.NONE)) {
      alone = experiment.bundle(experiment.judge(recipe)).graph();
    }
    List<String> stages = new CopyOnWriteArrayList<>();
    Stages heard =
        stage -> {
          stages.add(stage);
          return TrainingContext.Progress.NONE;
        };
    try (Experiment experiment = open(recipe, 2, heard)) {
      Race race = new Race(experiment, Double.POSITIVE_INFINITY, true).withBundles();
      assertThat(experiment.bundle(race.judge(recipe)).graph()).isEqualTo(alone);
      race.done(recipe);
    }
    assertThat(stages).filteredOn(stage -> stage.startsWith("training")).hasSize(1);
  }

  @Test
  void placesAreMadeForAllFoldsWhicheverAreLeft() {
    Recipe recipe = network();
    try (Experiment experiment = open(recipe, 2, Stages.NONE)) {
      List<Map.Entry<Integer, SideBySide>> found =
          experiment.eachFold(
              recipe,
              experiment.folds(),
              new int[] {3},
              (number, lane) -> Map.entry(number, lane.plan()));
      assertThat(found).containsExactly(Map.entry(3, new SideBySide(2, 1)));
    }
  }

  @Test
  void oneThatFailsEndsTheOthers() {
    Recipe recipe = network();
    List<Integer> begun = new CopyOnWriteArrayList<>();
    try (Experiment experiment = open(recipe, 2, Stages.NONE)) {
      assertThatThrownBy(
              () ->
                  experiment.eachFold(
                      recipe,
                      experiment.folds(),
                      new int[] {0, 1, 2, 3},
                      (number, lane) -> {
                        begun.add(number);
                        if (number == 0) {
                          throw new IllegalArgumentException("fold 0");
                        }
                        while (!lane.inVain()) {
                          Thread.onSpinWait();
                        }
                        return number;
                      }))
          .hasMessage("fold 0");
      assertThat(experiment.judge(recipe).folds()).hasSize(4); // what they read is still open
    }
    assertThat(begun).contains(0).doesNotContain(3);
  }

  private float[][] probabilities(Recipe recipe, int threads) {
    try (Experiment experiment = open(recipe, threads, Stages.NONE)) {
      return experiment.judge(recipe).test().predictions().probabilities();
    }
  }

  private static Recipe network() {
    return network(false);
  }

  private static Recipe network(boolean thresholds) {
    return Recipes.parse(
        """
        preparation: {sample-rate: 8000, seconds: 0.3}
        front-end: logmel-64
        model: {type: cnn, channels: [4, 8]}
        training: {epochs: 3, batch: 4}
        answers: {thresholds: %s}
        """
            .formatted(thresholds),
        "network.yaml");
  }

  private Experiment open(Recipe recipe, int threads, Stages stages) {
    return Experiment.open(
        Layouts.open(data), Protocol.parse("kfold:4", 1), recipe, threads, stages);
  }
}
