package dev.auricle.network.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.audio.AudioClip;
import dev.auricle.network.checkpoint.Checkpoint;
import dev.auricle.network.checkpoint.CheckpointReader;
import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.Classification;
import dev.auricle.runtime.Classifier;
import dev.auricle.testing.Shared;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden: published networks as bundles, from the waveform to named scores. */
class PublishedBundleTest {
  private static final Map<String, String> FILES =
      Map.of(
          "mn04", "mn04_as_mAP_432.pt",
          "yamnet", "lite-model_yamnet_classification_tflite_1.tflite");

  /**
   * From the waveform our log-mel comes in between, which agrees within 5e-4. YAMNet's reference
   * rounds to eight bits and so lies up to 0.04 away.
   */
  @ParameterizedTest
  @CsvSource({
    "mn04, mn04_as, waveform32k, 32000, 1e-3",
    "yamnet, yamnet, waveform16k, 16000, 0.05",
  })
  void agreesFromTheWaveform(
      String name, String reference, String waveform, int rate, double tolerance) throws Exception {
    try (Classifier classifier = Classifier.of(bundle(name), 1)) {
      List<String> labels = classifier.bundle().labels();
      for (String input : List.of("speech16k", "chord", "clicks120")) {
        float[] samples = Graphs.golden(reference + "-" + input + "-" + waveform);
        float[] expected = Graphs.golden(reference + "-" + input + "-scores");
        Map<String, Double> found = new HashMap<>();
        for (Classification.Scored each :
            classifier.classify(new AudioClip(samples, rate)).ranked()) {
          found.put(each.label(), each.probability());
        }
        for (int i = 0; i < expected.length; i++) {
          assertThat(found.get(labels.get(i))).isCloseTo(expected[i], within(tolerance));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"mn04, 527", "yamnet, 521"})
  void speechIsCalledSpeech(String name, int labels) {
    Path speech = Shared.require("golden/inputs/speech44k.wav");
    try (Classifier classifier = Classifier.of(bundle(name), 1)) {
      assertThat(classifier.bundle().labels()).hasSize(labels).doesNotHaveDuplicates();
      assertThat(classifier.classify(speech).best().label()).isEqualTo("Speech");
    }
  }

  @Test
  void aBundleIsWrittenAndReadLikeOnesOwn(@TempDir Path folder) {
    Path file = folder.resolve("mn04.auricle");
    bundle("mn04").write(file);
    Bundle read = Bundle.read(file);
    assertThat(read.multiLabel()).isTrue();
    assertThat(read.labels()).startsWith("Speech", "Male speech, man speaking");
    assertThat(read.provenance()).containsEntry("licence", "of the test");
  }

  @Test
  void anotherNetworksFileIsRefusedByName() {
    Checkpoint file = CheckpointReader.read(Shared.require("weights/" + FILES.get("mn04")));
    assertThatThrownBy(() -> PublishedNetworks.named("mn10").fill(file))
        .hasMessageContaining("tensor 'features.0.0.weight' is 8 x 1 x 3 x 3, expected 16 x 1 x 3");
    assertThatThrownBy(() -> PublishedNetworks.named("yamnet").fill(file))
        .hasMessageContaining("graph of 0 convolutions");
    assertThatThrownBy(() -> PublishedNetworks.named("resnet18").fill(file))
        .hasMessageContaining("holds no tensor 'conv1.weight'");
  }

  private static Bundle bundle(String name) {
    Path file = Shared.require("weights/" + FILES.get(name));
    return PublishedNetworks.named(name)
        .bundle(CheckpointReader.read(file), Map.of("licence", "of the test"));
  }
}
