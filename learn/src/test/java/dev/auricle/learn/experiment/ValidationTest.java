package dev.auricle.learn.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.data.Layouts;
import dev.auricle.data.Protocol;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.recipe.Recipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Property: XGBoost stops on the clips that a split names for it, and on nothing else. */
class ValidationTest {
  private static final int ROUNDS = 40;
  private static final int PATIENCE = 3;

  @TempDir Path data;

  @BeforeEach
  void write() throws IOException {
    TwoTones.write(data, 8, 16_000);
  }

  @Test
  void itStopsWhereTheValidationLossRises() throws IOException {
    manifest(true, false);
    JudgedFold judged = judge(xgboost(PATIENCE), 8);
    // The validation clips are labelled the wrong way round: what is learnt makes them worse.
    assertThat(judged.result().curve()).hasSizeLessThan(ROUNDS);
    assertThat(judged.result().curve().get(0).validationLoss()).isPositive();
    JudgedFold voted = judge("{type: voting, members: [" + xgboost(PATIENCE) + "]}", 8);
    assertThat(voted.result().curve()).hasSizeLessThan(ROUNDS);
  }

  @Test
  void testClipsHaveNoSayInIt() throws IOException {
    manifest(true, false);
    JudgedFold judged = judge(xgboost(PATIENCE), 8);
    manifest(true, true);
    JudgedFold other = judge(xgboost(PATIENCE), 8);
    assertThat(other.result().curve()).isEqualTo(judged.result().curve());
    assertThat(other.test().probabilities()).isDeepEqualTo(judged.test().probabilities());
    assertThat(other.result().accuracy()).isNotEqualTo(judged.result().accuracy());
  }

  @Test
  void withoutPatienceOrValidationClipsItGoesAllItsRounds() throws IOException {
    manifest(true, false);
    JudgedFold none = judge(xgboost(0), 12);
    assertThat(none.result().curve()).hasSize(ROUNDS);
    assertThat(none.result().curve().get(0).validationLoss()).isNaN();
    manifest(false, false);
    assertThat(judge(xgboost(PATIENCE), 12).result().curve()).hasSize(ROUNDS);
  }

  private static String xgboost(int patience) {
    return "{type: xgboost, rounds: %d, patience: %d}".formatted(ROUNDS, patience);
  }

  private JudgedFold judge(String model, int fitted) {
    Recipe recipe = Recipes.parse("front-end: descriptors\nmodel: " + model, "boosted.yaml");
    try (Experiment experiment =
        Experiment.open(
            Layouts.open(data.resolve("clips.csv")),
            Protocol.parse("split", 1),
            recipe,
            1,
            Stages.NONE)) {
      assertThat(experiment.training(recipe, 0).size()).isEqualTo(fitted);
      return experiment.judge(recipe, 0);
    }
  }

  /**
   * Of each label's eight clips four are trained on, two more validate, and two are tested.
   *
   * @param validation false to train on those two as well
   * @param swapped whether the test clips' labels are the wrong way round
   */
  private void manifest(boolean validation, boolean swapped) throws IOException {
    StringBuilder csv = new StringBuilder("path,label,split\n");
    for (String name : new String[] {"low", "high"}) {
      String other = name.equals("low") ? "high" : "low";
      for (int i = 0; i < 8; i++) {
        String split = i < 4 || (i < 6 && !validation) ? "train" : i < 6 ? "validation" : "test";
        boolean wrong = i >= 6 ? swapped : i >= 4;
        csv.append("%s/%d.wav,%s,%s\n".formatted(name, i, wrong ? other : name, split));
      }
    }
    Files.writeString(data.resolve("clips.csv"), csv);
  }
}
