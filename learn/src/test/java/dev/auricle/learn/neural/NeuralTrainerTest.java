package dev.auricle.learn.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.auricle.learn.training.Device;
import dev.auricle.learn.training.FittedModel;
import dev.auricle.learn.training.Interruption;
import dev.auricle.learn.training.Settings;
import dev.auricle.learn.training.Trainer;
import dev.auricle.learn.training.TrainingContext;
import dev.auricle.runtime.Features;
import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Property: what training promises, on small made-up clips. */
class NeuralTrainerTest {
  private static final TrainingContext CONTEXT =
      new TrainingContext(42, 2, TrainingContext.Progress.NONE);
  private static final String MODEL = "model: {type: cnn, channels: [8, 16], dropout: 0.1}\n";
  private static final String DEEP_WITHOUT_NORM =
      "model: {type: dense, widths: [64, 64, 64], normalise: false}\n";
  private static final String AUGMENTATION =
      "augmentation: {shift: 0.1, stretch: 0.1, warp: 0.05, gain-db: 6, noise: 0.5,"
          + " frame-masks: 1, mixup: 0.2}\n";

  @Test
  void itLearnsAndItsGraphAgreesWithTheCurve() throws Exception {
    SyntheticClips train = SyntheticClips.of(96, 4, 32, 20, 1);
    FittedModel model =
        fit(MODEL + AUGMENTATION + "training: {epochs: 25, batch: 16, rate: 0.01}", train);
    assertThat(SyntheticClips.of(80, 4, 32, 20, 2).accuracy(model.graph())).isGreaterThan(0.95);
    assertThat(model.curve()).hasSize(25);
    double first = model.curve().get(0).trainLoss();
    assertThat(model.curve().get(24).trainLoss()).isLessThan(first);
  }

  @Test
  void aNetworkThatReadsStretchesTakesWholeClips() throws Exception {
    SyntheticClips train = SyntheticClips.of(96, 4, 32, 20, 1);
    String crops = "training: {epochs: 25, batch: 16, rate: 0.01, crop: 0.7, test-crops: 3}";
    FittedModel model = fit(MODEL + crops, train);
    assertThat(SyntheticClips.of(80, 4, 32, 20, 2).accuracy(model.graph())).isGreaterThan(0.9);
    assertThatThrownBy(() -> trainer("model: {type: dense}\ntraining: {crop: 0.5}"))
        .hasMessageContaining("in time");
  }

  @Test
  void theSameSeedAndThreadsGiveTheSameBytes() {
    SyntheticClips train = SyntheticClips.of(48, 4, 32, 20, 1);
    String recipe = MODEL + AUGMENTATION + "training: {epochs: 3, average: 0.9, clip: 1}";
    assertThat(fit(recipe, train).graph()).isEqualTo(fit(recipe, train).graph());
    TrainingContext other = new TrainingContext(43, 2, TrainingContext.Progress.NONE);
    assertThat(trainer(recipe).fit(train, null, other).graph())
        .isNotEqualTo(fit(recipe, train).graph());
  }

  @Test
  void patienceStopsEarlyAndKeepsTheBestWeights() {
    SyntheticClips train = SyntheticClips.of(70, 4, 32, 20, 1);
    FittedModel model =
        fit(MODEL + "training: {epochs: 200, patience: 3, batch: 16, rate: 0.01}", train);
    assertThat(model.curve().size()).isLessThan(200);
    assertThat(model.curve().get(0).validationLoss()).isFinite();
  }

  @Test
  void aWatchedValidationPartChangesNothing() {
    SyntheticClips train = SyntheticClips.of(48, 4, 32, 20, 1);
    SyntheticClips validation = SyntheticClips.of(24, 4, 32, 20, 2);
    Trainer watching = trainer(MODEL + "training: {epochs: 3, watch: true}");
    assertThat(watching.usesValidation()).isTrue();
    FittedModel watched = watching.fit(train, validation, CONTEXT);
    assertThat(watched.curve().get(2).validationAccuracy()).isBetween(0.0, 1.0);
    assertThat(watched.graph()).isEqualTo(fit(MODEL + "training: {epochs: 3}", train).graph());
  }

  @Test
  void acceleratorsThatAreNotThereAreNamed() {
    assumeFalse(torch.cuda_is_available(), "there is a card to train on");
    SyntheticClips train = SyntheticClips.of(16, 2, 16, 12, 1);
    TrainingContext onCard =
        new TrainingContext(42, 1, TrainingContext.Progress.NONE, Interruption.NONE, Device.CUDA);
    assertThatThrownBy(() -> trainer(MODEL).fit(train, null, onCard))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("no CUDA")
        .hasMessageContaining("-Pcuda");
  }

  @Test
  void independentLabelsAreLearntWithSigmoids() throws Exception {
    SyntheticClips train = SyntheticClips.of(96, 4, 32, 20, 1).independent();
    FittedModel model = fit(MODEL + "training: {epochs: 25, batch: 16, rate: 0.01}", train);
    Features first = SyntheticClips.of(4, 4, 32, 20, 2).features(0);
    float[] probabilities = OnnxRun.run(model.graph(), first.values(), new long[] {1, 32, 20});
    // The first label always comes with the second, so both are probable and the others are not.
    assertThat(probabilities[0]).isGreaterThan(0.5f);
    assertThat(probabilities[1]).isGreaterThan(0.5f);
    assertThat(probabilities[2]).isLessThan(0.5f);
    assertThat(probabilities[3]).isLessThan(0.5f);
  }

  @Test
  void everyOptimizerAndScheduleTrains() {
    SyntheticClips train = SyntheticClips.of(64, 2, 16, 12, 1);
    for (Optimizer.Kind kind : Optimizer.Kind.values()) {
      for (Schedule schedule : Schedule.values()) {
        String settings =
            "training: {epochs: 4, batch: 16, rate: 0.01, optimizer: %s, schedule: %s}"
                .formatted(word(kind), word(schedule));
        FittedModel model = fit(MODEL + settings, train);
        assertThat(model.curve().get(3).trainLoss())
            .as(kind + " " + schedule)
            .isLessThan(model.curve().get(0).trainLoss());
      }
    }
  }

  @Test
  void aLossThatIsNotANumberStopsWithTheCause() {
    SyntheticClips train = SyntheticClips.of(32, 2, 16, 12, 1);
    train.replace(3, new Features(filled(16 * 12, Float.NaN), 16, 12));
    assertThatThrownBy(() -> fit(MODEL + "training: {epochs: 2}", train))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("training clip 3");
    SyntheticClips fine = SyntheticClips.of(32, 2, 16, 12, 1);
    String wild = "training: {epochs: 9, optimizer: sgd, rate: 10, schedule: constant}";
    assertThatThrownBy(() -> fit(DEEP_WITHOUT_NORM + wild, fine))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("Lower 'rate'");
  }

  @Test
  void clipsOfSeveralLengthsAreRefusedWithTheWayOut() {
    SyntheticClips train = SyntheticClips.of(32, 2, 16, 12, 1);
    train.replace(3, new Features(new float[16 * 13], 16, 13));
    assertThatThrownBy(() -> fit(MODEL, train))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("16 x 12 and 16 x 13")
        .hasMessageContaining("seconds");
  }

  @Test
  void aResumedTrainingEndsWithTheSameBytes(@TempDir Path folder) {
    SyntheticClips train = SyntheticClips.of(48, 4, 32, 20, 1);
    String recipe = MODEL + AUGMENTATION + "training: {epochs: 6, average: 0.9, optimizer: %s}";
    for (String optimizer : List.of("adamw", "sgd")) {
      Trainer trainer = trainer(recipe.formatted(optimizer));
      Path checkpoint = folder.resolve(optimizer + ".checkpoint");
      AtomicInteger epochs = new AtomicInteger();
      TrainingContext stopped =
          new TrainingContext(
              42,
              2,
              (done, total, message) -> epochs.set(done),
              new Interruption(() -> epochs.get() == 3, checkpoint));
      assertThat(trainer.fit(train, null, stopped).curve()).hasSize(3);
      TrainingContext resumed =
          new TrainingContext(
              42,
              2,
              (done, total, message) -> assertThat(done).isGreaterThan(3),
              new Interruption(() -> false, checkpoint));
      byte[] graph = trainer.fit(train, null, resumed).graph();
      assertThat(graph).isEqualTo(trainer.fit(train, null, CONTEXT).graph());
    }
  }

  @Test
  void aCheckpointOfOtherSettingsIsNotRead(@TempDir Path folder) {
    SyntheticClips train = SyntheticClips.of(48, 4, 32, 20, 1);
    Interruption kept = new Interruption(() -> false, folder.resolve("a.checkpoint"));
    TrainingContext context = new TrainingContext(42, 2, TrainingContext.Progress.NONE, kept);
    trainer(MODEL + "training: {epochs: 2}").fit(train, null, context);
    Trainer other = trainer(MODEL + "training: {epochs: 2, rate: 0.01}");
    assertThat(other.fit(train, null, context).graph())
        .isEqualTo(other.fit(train, null, CONTEXT).graph());
  }

  @Test
  void everyKindOfNetworkTrains() {
    SyntheticClips train = SyntheticClips.of(32, 2, 16, 24, 1);
    for (String model :
        List.of(
            "type: residual, channels: [4, 8], squeeze: 2",
            "type: crnn, channels: [4, 8], hidden: [6]",
            "type: recurrent, cell: gru, hidden: [6, 6], frames-together: 2",
            "type: recurrent, cell: rnn, bidirectional: false, hidden: [6], pooling: both",
            "type: dense, widths: [16]")) {
      FittedModel fitted = fit("model: {" + model + "}\ntraining: {epochs: 3}", train);
      assertThat(fitted.curve()).as(model).hasSize(3);
      assertThat(fitted.curve().get(2).trainLoss()).as(model).isFinite();
    }
  }

  @Test
  void misspeltKeysAreRefused() {
    assertThatThrownBy(() -> trainer(MODEL + "training: {epoch: 2}"))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("did you mean 'epochs'");
    assertThatThrownBy(() -> trainer(MODEL + "augmentation: {mixupp: 1}"))
        .hasMessageContaining("did you mean 'mixup'");
    assertThatThrownBy(() -> trainer("model: {type: cnn, kernel: 4}")).hasMessageContaining("odd");
  }

  private static FittedModel fit(String recipe, SyntheticClips train) {
    return trainer(recipe).fit(train, null, CONTEXT);
  }

  static Trainer trainer(String yaml) {
    Settings recipe = YamlSettings.of("", yaml);
    Settings model = recipe.section("model").orElseThrow();
    return NeuralTrainers.of(model.text("type", ""), model, recipe);
  }

  private static float[] filled(int size, float value) {
    float[] values = new float[size];
    Arrays.fill(values, value);
    return values;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
