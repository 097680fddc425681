package dev.auricle.learn.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.data.Layouts;
import dev.auricle.data.Protocol;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.recipe.Recipes;
import dev.auricle.learn.training.TrainingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Property: a comparison that was stopped goes on with what it had finished, and nothing else. */
class RaceTest {
  private static final int RATE = 16_000;
  private static final double LONG = Double.POSITIVE_INFINITY;

  @TempDir Path data;

  /** Named anew each time, so that nothing of an earlier run of the tests is found. */
  private final Recipe recipe =
      Recipes.parse(
          "# %s\nfront-end: descriptors\nmodel: {type: forest, trees: 5}\n"
              .formatted(UUID.randomUUID()),
          "small.yaml");

  @BeforeEach
  void write() throws IOException {
    TwoTones.write(data, 6, RATE);
  }

  @Test
  void itGoesOnWhereItWasStopped() throws IOException {
    try (Experiment experiment = open("kfold:3", 1)) {
      Race noTime = new Race(experiment, -1, false);
      assertThat(noTime.judge(recipe)).isNull();
      new JudgedFolds(experiment).keep(recipe, 0, experiment.judge(recipe, 0)); // then killed
    }
    RecipeResult whole;
    try (Experiment experiment = open("kfold:3", 1)) {
      Race resumed = new Race(experiment, LONG, false);
      whole = resumed.judge(recipe);
      assertThat(resumed.found()).isEqualTo(1);
    }
    try (Experiment experiment = open("kfold:3", 1)) {
      Race again = new Race(experiment, LONG, false);
      RecipeResult found = again.judge(recipe);
      assertThat(again.found()).isEqualTo(3);
      assertThat(found.test().predictions().probabilities())
          .isDeepEqualTo(whole.test().predictions().probabilities());
      assertThat(found.fitSeconds()).isEqualTo(whole.fitSeconds());
      assertThat(found.bundleBytes()).isEqualTo(whole.bundleBytes()).isPositive();
      Race fresh = new Race(experiment, LONG, true);
      assertThat(fresh.judge(recipe).test().accuracy()).isEqualTo(whole.test().accuracy());
      assertThat(fresh.found()).isZero();
    }
  }

  @Test
  void anotherSeedProtocolOrLabelIsAnotherComparison() throws IOException {
    try (Experiment experiment = open("kfold:3", 1)) {
      new Race(experiment, LONG, false).judge(recipe);
    }
    assertThat(found("kfold:3", 1)).isEqualTo(3);
    assertThat(found("kfold:3", 2)).isZero();
    assertThat(found("kfold:2", 1)).isZero();
    Files.move(data.resolve("low/0.wav"), data.resolve("high/9.wav"));
    assertThat(found("kfold:3", 1)).isZero();
  }

  /** A split's own folds divide the clips that its answers are fitted on. */
  @Test
  void otherFoldsAreAnotherComparisonThoughTheSplitStays() throws IOException {
    Path manifest = data.resolve("clips.csv");
    StringBuilder csv = new StringBuilder("path,label,split,fold\n");
    for (int i = 0; i < 12; i++) {
      String label = i % 2 == 0 ? "low" : "high";
      String split = i < 8 ? "train" : "test";
      csv.append("%s/%d.wav,%s,%s,%d\n".formatted(label, i / 2, label, split, i % 3));
    }
    Files.writeString(manifest, csv);
    try (Experiment experiment = open(manifest, "official", 1)) {
      new Race(experiment, LONG, false).judge(recipe);
    }
    assertThat(found(manifest, "official", 1)).isEqualTo(1);
    Files.writeString(manifest, csv.toString().replace("train,2", "train,1"));
    assertThat(found(manifest, "official", 1)).isZero();
  }

  @Test
  void aHoldOutThatWasFoundStillHasItsBundle() throws IOException {
    byte[] graph;
    try (Experiment experiment = open("holdout:0.5", 1)) {
      graph = experiment.bundle(new Race(experiment, LONG, false).judge(recipe)).graph();
    }
    try (Experiment experiment = open("holdout:0.5", 1)) {
      Race race = new Race(experiment, LONG, false);
      assertThat(experiment.bundle(race.judge(recipe)).graph()).isEqualTo(graph);
      assertThat(race.found()).isEqualTo(1);
    }
  }

  @Test
  void aFoldThatWasFinishedIsKeptThoughTheTimeIsUp() {
    AtomicBoolean asked = new AtomicBoolean();
    Stages whenItTrains =
        stage -> {
          asked.compareAndSet(false, stage.startsWith("training"));
          return TrainingContext.Progress.NONE;
        };
    try (Experiment experiment =
        Experiment.open(
            Layouts.open(data), Protocol.parse("kfold:3", 1), recipe, 2, whenItTrains)) {
      assertThat(new Race(experiment, LONG, false).stopWhen(asked::get).judge(recipe)).isNull();
    }
    assertThat(found("kfold:3", 1)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: cnn, channels: [4, 8]} | none | 6
          {type: cnn, channels: [4, 8]} | temperature | 24
          {type: voting, members: [{type: cnn, channels: [4]}, {type: cnn, channels: [8]}]} | none | 12
          """)
  void aNetworkStoppedInItsTrainingEndsWithTheSameGraphAllTheSame(
      String model, String calibration, int all) throws IOException {
    Recipe network = network(model, calibration);
    Recipe another = network(model, calibration);
    for (String protocol : List.of("holdout:0.5", "kfold:2")) {
      byte[] graph;
      try (Experiment experiment = open(protocol, another, new ArrayList<>())) {
        Race race = new Race(experiment, LONG, true);
        graph = experiment.bundle(race.judge(another)).graph();
        race.done(another);
      }
      List<Integer> epochs = new CopyOnWriteArrayList<>(); // folds train side by side
      try (Experiment experiment = open(protocol, network, epochs)) {
        Race stopped = new Race(experiment, LONG, true).stopWhen(() -> epochs.size() >= 3);
        assertThat(stopped.judge(network)).isNull();
        RecipeResult part = stopped.unfinished(network);
        if (protocol.startsWith("holdout")) {
          assertThat(part.folds().get(0).curve()).hasSize(3);
          assertThat(experiment.bundle(part).graph()).isNotEqualTo(graph);
        } else {
          assertThat(part).isNull();
        }
      }
      int before = epochs.size();
      try (Experiment experiment = open(protocol, network, epochs)) {
        Race resumed = new Race(experiment, LONG, false);
        assertThat(experiment.bundle(resumed.judge(network)).graph()).isEqualTo(graph);
        int fits = protocol.startsWith("holdout") ? 1 : 3; // two folds, and one on all clips
        assertThat(before).isGreaterThanOrEqualTo(3);
        assertThat(epochs).hasSize(all * fits); // no epoch twice
        resumed.done(network);
      }
    }
  }

  @Test
  void nothingIsFittedBehindAModelFromNetworksThatWereStopped() throws IOException {
    Recipe network = network("{type: cnn, channels: [4]}", "temperature");
    List<Integer> epochs = new CopyOnWriteArrayList<>();
    try (Experiment experiment = open("holdout:0.5", network, epochs)) {
      Race stopped = new Race(experiment, LONG, true).stopWhen(() -> epochs.size() >= 8);
      assertThat(stopped.judge(network)).isNull();
      float[][] said = stopped.unfinished(network).test().predictions().probabilities();
      Recipe plain = network("{type: cnn, channels: [4]}", "none");
      assertThat(said).isDeepEqualTo(experiment.judge(plain).test().predictions().probabilities());
      stopped.done(network);
    }
  }

  /** Named anew each time, like the forest. */
  private static Recipe network(String model, String calibration) {
    return Recipes.parse(
        """
        # %s
        preparation: {sample-rate: 8000, seconds: 0.3}
        front-end: logmel-64
        model: %s
        answers: {calibration: %s}
        training: {epochs: 6, batch: 4, average: 0.9}
        augmentation: {shift: 0.1, noise: 0.5}
        """
            .formatted(UUID.randomUUID(), model, calibration),
        "network.yaml");
  }

  private Experiment open(String protocol, Recipe network, List<Integer> epochs) {
    return Experiment.open(
        Layouts.open(data),
        Protocol.parse(protocol, 1),
        network,
        2,
        stage -> (done, total, message) -> note(stage, done, epochs));
  }

  private static void note(String stage, int done, List<Integer> epochs) {
    if (stage.startsWith("training")) {
      epochs.add(done);
    }
  }

  private int found(String protocol, long seed) {
    return found(data, protocol, seed);
  }

  private int found(Path from, String protocol, long seed) {
    try (Experiment experiment = open(from, protocol, seed)) {
      Race race = new Race(experiment, LONG, false);
      race.judge(recipe);
      return race.found();
    }
  }

  private Experiment open(String protocol, long seed) {
    return open(data, protocol, seed);
  }

  private Experiment open(Path from, String protocol, long seed) {
    return Experiment.open(
        Layouts.open(from), Protocol.parse(protocol, seed), recipe, 2, Stages.NONE);
  }
}
