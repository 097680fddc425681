package dev.auricle.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.audio.AudioClip;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Golden: bundles that earlier versions wrote load for ever and give what they gave. They lie in
 * this package's test resources and are never written again; a new format adds its own beside them.
 */
class OldBundlesTest {
  @TempDir Path folder;

  @Test
  void aNetworkOfFormat1Loads() throws IOException {
    try (Classifier classifier = Classifier.load(resource("format-1-network.auricle"))) {
      Bundle bundle = classifier.bundle();
      assertThat(bundle.name()).isEqualTo("tiny");
      assertThat(bundle.labels()).containsExactly("quiet", "middling", "loud");
      assertThat(bundle.preparation()).isEqualTo(new Preparation(8000, 30.0, 0.5));
      assertThat(FrontEnds.describe(bundle.frontEnd()))
          .containsEntry("preset", "logmel-64")
          .containsEntry("fft", 512)
          .containsEntry("bands", 16)
          .containsEntry("hop", 256);
      assertThat(bundle.evaluation()).isEqualTo(Map.of("protocol", "none", "accuracy", 0.5));
      AudioClip silence = new AudioClip(new float[4000], 8000);
      assertThat(classifier.classify(silence).best().label()).isEqualTo("quiet");
    }
  }

  @Test
  void treesOfFormat1Load() throws IOException {
    try (Classifier classifier = Classifier.load(resource("format-1-trees.auricle"))) {
      FrontEnd frontEnd = classifier.bundle().frontEnd();
      assertThat(frontEnd)
          .isEqualTo(FrontEnds.of(Map.of("preset", "descriptors", "dynamics", false)));
      assertThat(frontEnd.columns()).hasSize(456);
      // The tree asks for the mean of the first MFCC, which is lowest in silence.
      AudioClip silence = new AudioClip(new float[22050], 22050);
      assertThat(classifier.classify(silence).best().label()).isEqualTo("silent");
    }
  }

  private Path resource(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = OldBundlesTest.class.getResourceAsStream(name)) {
      Files.copy(in, file);
    }
    return file;
  }
}
