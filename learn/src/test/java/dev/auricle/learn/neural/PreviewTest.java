package dev.auricle.learn.neural;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Property: a preview shows what training is given, to the last value. */
class PreviewTest {
  @Test
  void eachVersionIsThatOfItsEpochInTraining() {
    SyntheticClips clips = SyntheticClips.of(12, 4, 16, 20, 1);
    NeuralTrainer trainer =
        (NeuralTrainer)
            NeuralTrainerTest.trainer(
                "model: {type: cnn, channels: [4]}\n"
                    + "augmentation: {shift: 0.2, noise: 1, mixup: 1}\ntraining: {batch: 12}");
    Preview preview = Preview.of(trainer, clips, 3, 2, 42);
    assertThat(preview.columns()).isEqualTo(3);
    assertThat(preview.shown()).hasSize(9);
    Preview.Shown plain = preview.shown().get(3);
    assertThat(plain.features()).isEqualTo(clips.features(plain.clip()).values());
    Preview.Shown varied = preview.shown().get(4);
    assertThat(varied.clip()).isEqualTo(plain.clip());
    assertThat(varied.features()).isNotEqualTo(plain.features());
    assertThat(varied.title(clips.labels())).matches("label\\d( \\d+ %, label\\d \\d+ %)?");
    // The order of a batch does not matter: a clip is varied by seed, epoch and its index alone.
    Batches.Batch batch =
        trainer.batches(clips, 42).batch(1, 0, new int[] {plain.clip(), 0, 1, 2, 3, 4, 5, 6});
    float[] first = Arrays.copyOf(batch.features(), 16 * 20);
    assertThat(first).isEqualTo(varied.features());
    assertThat(List.of(batch.indices()[0])).containsExactly(plain.clip());
  }

  @Test
  void clipsMixedBetweenClassesAreHeardMixed() {
    SyntheticClips clips = SyntheticClips.tones(12, 4, 2000, 1);
    NeuralTrainer trainer =
        (NeuralTrainer)
            NeuralTrainerTest.trainer(
                "front-end: waveform\nmodel: {type: waveform}\naugmentation: {mix: between-class}");
    Preview preview = Preview.of(trainer, clips, 4, 3, 42);
    Preview.Shown plain = preview.shown().get(0);
    assertThat(plain.samples()).isEqualTo(clips.samples(plain.clip()));
    assertThat(preview.shown().stream().filter(shown -> shown.epoch() > 0))
        .allSatisfy(shown -> assertThat(shown.features()).isEqualTo(shown.samples()))
        .allSatisfy(shown -> assertThat(shown.samples()).isNotEqualTo(clips.samples(shown.clip())))
        .anySatisfy(
            shown ->
                assertThat(shown.title(clips.labels()))
                    .matches("label\\d \\d+ %, label\\d \\d+ %"));
  }
}
