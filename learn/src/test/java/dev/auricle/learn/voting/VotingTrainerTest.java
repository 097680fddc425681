package dev.auricle.learn.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.learn.neural.SyntheticClips;
import dev.auricle.learn.recipe.Recipes;
import dev.auricle.learn.training.FittedModel;
import dev.auricle.learn.training.Interruption;
import dev.auricle.learn.training.Trainer;
import dev.auricle.learn.training.TrainingContext;
import dev.auricle.learn.training.TrainingContext.Progress;
import dev.auricle.learn.training.TrainingData;
import dev.auricle.network.embedding.EmbeddingFrontEnd;
import dev.auricle.network.embedding.FrontEndChoice;
import dev.auricle.runtime.Features;
import dev.auricle.runtime.OnnxModel;
import dev.auricle.testing.Shared;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Property: models that vote say the weighted mean of what each of them says alone. */
class VotingTrainerTest {
  private static final long SEED = 5;

  @Test
  void probabilitiesAreWeightedMeansOfAnyKindsOfModel() {
    String logistic = "{type: logistic, say: 3}";
    String network = "{type: dense, widths: [8]}";
    String training = "training: {epochs: 3, batch: 8}\n";
    TrainingData train = SyntheticClips.tones(40, 3, 200, 1);
    TrainingData test = SyntheticClips.tones(12, 3, 200, 2);
    FittedModel voting = fit(recipe(training, logistic, network), train, SEED, Progress.NONE);
    SplittableRandom seeds = new SplittableRandom(SEED);
    float[][] one = predict(fit(alone("", logistic), train, seeds.nextLong(), Progress.NONE), test);
    FittedModel other = fit(alone(training, network), train, seeds.nextLong(), Progress.NONE);
    assertMean(predict(voting, test), one, 0.75, predict(other, test));
    assertThat(voting.curve()).isEqualTo(other.curve()).hasSize(3);
    assertThat(Arrays.stream(voting.importance()).sum()).isCloseTo(1, within(1e-9));
    assertThat(voting.details()).containsKeys("member 1", "member 2");
  }

  @Test
  void everyKindOfClassicalModelFitsIntoOneGraph() {
    List<String> kinds =
        List.of(
            "{type: logistic}",
            "{type: forest, trees: 30}",
            "{type: kernel, say: 2}",
            "{type: adaboost-forest, rounds: 3, trees: 10, max-depth: 4}",
            "{type: knn, neighbours: 5, say: 0.5}");
    double[] says = {1, 1, 2, 1, 0.5};
    TrainingData train = SyntheticClips.tones(60, 4, 30, 1);
    TrainingData test = SyntheticClips.tones(40, 4, 30, 2);
    Trainer voting = recipe("", kinds.toArray(String[]::new));
    float[][] said = predict(fit(voting, train, SEED, Progress.NONE), test);
    SplittableRandom seeds = new SplittableRandom(SEED);
    double[][] mean = new double[said.length][said[0].length];
    for (int m = 0; m < says.length; m++) {
      Trainer one = alone("", kinds.get(m));
      float[][] own = predict(fit(one, train, seeds.nextLong(), Progress.NONE), test);
      for (int i = 0; i < own.length; i++) {
        for (int k = 0; k < own[i].length; k++) {
          mean[i][k] += says[m] / 5.5 * own[i][k];
        }
      }
    }
    for (int i = 0; i < said.length; i++) {
      for (int k = 0; k < said[i].length; k++) {
        assertThat((double) said[i][k]).isCloseTo(mean[i][k], within(1e-5));
      }
    }
  }

  @Test
  void labelsThatAreIndependentStayIndependent() {
    String training = "training: {epochs: 2, batch: 8}\n";
    TrainingData train = SyntheticClips.tones(40, 3, 100, 1).independent();
    TrainingData test = SyntheticClips.tones(12, 3, 100, 2).independent();
    String forest = "{type: forest, trees: 10}";
    FittedModel voting = fit(recipe(training, forest, "{type: dense}"), train, SEED, Progress.NONE);
    SplittableRandom seeds = new SplittableRandom(SEED);
    FittedModel one = fit(alone("", forest), train, seeds.nextLong(), Progress.NONE);
    FittedModel other =
        fit(alone(training, "{type: dense}"), train, seeds.nextLong(), Progress.NONE);
    assertMean(predict(voting, test), predict(one, test), 0.5, predict(other, test));
  }

  @Test
  void oneThatIsEndedKeepsTheMembersThatKnowSomething() {
    AtomicInteger epochs = new AtomicInteger();
    Progress heard = (done, total, message) -> epochs.incrementAndGet();
    Interruption atTwo = new Interruption(() -> epochs.get() >= 2, null);
    Trainer trainer = recipe("training: {epochs: 5, batch: 8}\n", "{type: dense}", "{type: dense}");
    FittedModel model =
        trainer.fit(
            SyntheticClips.tones(20, 2, 100, 1), null, new TrainingContext(SEED, 1, heard, atTwo));
    assertThat(model.curve()).hasSize(2);
    assertThat(model.details()).containsOnlyKeys("member 1");
    epochs.set(-4); // six steps: five epochs, and the logistic regression's one
    Trainer other =
        recipe("training: {epochs: 5, batch: 8}\n", "{type: dense}", "{type: logistic}");
    FittedModel whole =
        other.fit(
            SyntheticClips.tones(20, 2, 100, 1), null, new TrainingContext(SEED, 1, heard, atTwo));
    assertThat(whole.details()).containsOnlyKeys("member 1", "member 2");
  }

  @Test
  void theirStepsAreThoseOfOneTraining() {
    List<String> steps = new ArrayList<>();
    Trainer trainer =
        recipe(
            "training: {epochs: 3, batch: 8}\n",
            "{type: logistic}",
            "{type: dense}",
            "{type: logistic}");
    Progress heard = (done, total, message) -> steps.add(done + " of " + total);
    fit(trainer, SyntheticClips.tones(20, 2, 100, 1), SEED, heard);
    assertThat(steps).containsExactly("1 of 3", "2 of 5", "3 of 5", "4 of 5", "5 of 5");
  }

  @Test
  void aMemberMayReadWhatAPublishedNetworkMakesOfTheFeatures() {
    String weights = "weights: " + Shared.require("weights/mn04_as_mAP_432.pt");
    TrainingData train = SyntheticClips.of(8, 2, 128, 100, 1);
    TrainingData test = SyntheticClips.of(6, 2, 128, 100, 2);
    String tuned = "{type: pretrained, network: mn04, " + weights + "}";
    String front = "{preset: mn04, output: levels, " + weights + "}";
    String training = "front-end: mn-mel\ntraining: {epochs: 1, batch: 4}\n";
    Trainer both = recipe(training, tuned, "{type: logistic, front-end: " + front + "}");
    FittedModel voting = fit(both, train, SEED, Progress.NONE);
    SplittableRandom seeds = new SplittableRandom(SEED);
    FittedModel one = fit(alone(training, tuned), train, seeds.nextLong(), Progress.NONE);
    EmbeddingFrontEnd levels =
        (EmbeddingFrontEnd)
            FrontEndChoice.of(
                Map.of(
                    "preset",
                    "mn04",
                    "output",
                    "levels",
                    "weights",
                    Shared.require("weights/mn04_as_mAP_432.pt")));
    FittedModel other =
        fit(
            alone("", "{type: logistic}"),
            new EmbeddedData(train, levels),
            seeds.nextLong(),
            Progress.NONE);
    float[][] said = predict(other, new EmbeddedData(test, levels));
    assertMean(predict(voting, test), predict(one, test), 0.5, said);
    assertThat(voting.importance()).isEmpty();
    assertThat(both.readers()).hasSize(1);
  }

  @Test
  void membersWhoseFeaturesAreOthersAreRefused() {
    assertThatThrownBy(() -> recipe("front-end: logmel-64\n", "{type: logistic, front-end: mn04}"))
        .hasMessageContaining("line 4")
        .hasMessageContaining("mn04 reads mn-mel")
        .hasMessageContaining("front-end is logmel-64");
    assertThatThrownBy(
            () -> recipe("front-end: mn-mel\n", "{type: logistic, front-end: descriptors}"))
        .hasMessageContaining("descriptors is none");
    assertThatThrownBy(() -> Recipes.parse("model: {type: voting}\n", "mine.yaml"))
        .hasMessageContaining("'members' is missing");
    assertThatThrownBy(() -> recipe("", "{type: logistic, trees: 3}"))
        .hasMessageContaining("'trees'");
  }

  private static void assertMean(float[][] said, float[][] one, double share, float[][] other) {
    for (int i = 0; i < said.length; i++) {
      for (int k = 0; k < said[i].length; k++) {
        double mean = share * one[i][k] + (1 - share) * other[i][k];
        assertThat((double) said[i][k]).isCloseTo(mean, within(2e-6));
      }
    }
  }

  private static Trainer recipe(String before, String... members) {
    return Recipes.parse(
            before + "model:\n  type: voting\n  members: [" + String.join(", ", members) + "]\n",
            "mine.yaml")
        .trainer();
  }

  private static Trainer alone(String before, String model) {
    return Recipes.parse(
            before + "model: " + model.replaceAll(", say: [0-9.]+", "") + "\n", "mine.yaml")
        .trainer();
  }

  private static FittedModel fit(Trainer trainer, TrainingData data, long seed, Progress heard) {
    return trainer.fit(data, null, new TrainingContext(seed, 1, heard));
  }

  private static float[][] predict(FittedModel model, TrainingData data) {
    List<Features> batch = IntStream.range(0, data.size()).mapToObj(data::features).toList();
    try (OnnxModel onnx = OnnxModel.load(model.graph(), 1)) {
      return onnx.predict(batch);
    }
  }
}
