package dev.auricle.learn.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.audio.AudioClip;
import dev.auricle.data.Layouts;
import dev.auricle.data.Protocol;
import dev.auricle.learn.recipe.Recipe;
import dev.auricle.learn.recipe.Recipes;
import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.Classification;
import dev.auricle.runtime.Classifier;
import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Property: clips that are brought to one level are told apart by their sound alone. */
class LevelTest {
  private static final int RATE = 16_000;
  private static final int CLIPS = 20;

  @TempDir Path data;

  @Test
  void aLabelThatIsOnlyLouderIsNotLearnt() throws IOException {
    Random random = new Random(1);
    for (int i = 0; i < CLIPS; i++) {
      Wav.write(data.resolve("near/" + i + ".wav"), noise(0.5f, random), RATE);
      Wav.write(data.resolve("far/" + i + ".wav"), noise(0.02f, random), RATE);
    }
    assertThat(judge("none").test().accuracy()).isEqualTo(1);
    try (Experiment experiment = open("-20")) {
      RecipeResult result = experiment.judge(recipe("-20"));
      assertThat(result.test().accuracy()).isBetween(0.2, 0.8);
      Bundle bundle = experiment.bundle(result);
      assertThat(bundle.preparation().levelDb()).isEqualTo(-20.0);
      try (Classifier classifier = Classifier.of(bundle, 1)) {
        float[] loud = noise(0.5f, random);
        float[] soft = loud.clone();
        for (int i = 0; i < soft.length; i++) {
          soft[i] /= 50;
        }
        assertThat(near(classifier, soft)).isCloseTo(near(classifier, loud), within(0.02));
      }
    }
  }

  private RecipeResult judge(String level) {
    try (Experiment experiment = open(level)) {
      return experiment.judge(recipe(level));
    }
  }

  private Experiment open(String level) {
    return Experiment.open(
        Layouts.open(data), Protocol.parse("kfold:2", 1), recipe(level), 1, Stages.NONE);
  }

  private static Recipe recipe(String level) {
    return Recipes.parse(
        "preparation: {level-db: %s}\nfront-end: descriptors\nmodel: {type: logistic}\n"
            .formatted(level),
        "level.yaml");
  }

  private static double near(Classifier classifier, float[] samples) {
    return classifier.classify(new AudioClip(samples, RATE)).ranked().stream()
        .filter(scored -> scored.label().equals("near"))
        .mapToDouble(Classification.Scored::probability)
        .sum();
  }

  private static float[] noise(float level, Random random) {
    float[] samples = new float[RATE / 2];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = level * (2 * random.nextFloat() - 1);
    }
    return samples;
  }
}
