package dev.auricle.network.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.network.checkpoint.Checkpoint;
import dev.auricle.network.checkpoint.CheckpointReader;
import dev.auricle.testing.Shared;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Golden: MobileNet v1 and YAMNet from their published files give the reference values. */
class MobileNetTest {
  private static final String[] SOUNDS = {"speech16k", "chord", "clicks120"};

  @Test
  void mobileNetAgreesOnAPicture() throws Exception {
    PublishedNetwork network = PublishedNetworks.named("mobilenet-v1");
    Checkpoint file = CheckpointReader.read(Shared.require("weights/mobilenet_v1_1.0_224.tflite"));
    byte[] graph = network.graph(network.fill(file));
    // Reference pictures have their colours last.
    float[] stored = Graphs.golden("mobilenet_v1-image-input");
    float[] picture = new float[stored.length];
    int plane = stored.length / 3;
    for (int i = 0; i < stored.length; i++) {
      picture[i % 3 * plane + i / 3] = stored[i];
    }
    assertThat(Graphs.run(graph, PublishedNetwork.EMBEDDING, picture, 1, 3, 224, 224))
        .containsExactly(Graphs.golden("mobilenet_v1-image-pooled"), within(1e-4f));
    assertThat(Graphs.run(graph, PublishedNetwork.PROBABILITIES, picture, 1, 3, 224, 224))
        .containsExactly(Graphs.golden("mobilenet_v1-image-probabilities"), within(1e-4f));
  }

  /**
   * The reference rounds every activation to eight bits, so it is close rather than equal: cosines
   * of at least 0.999 in the median, 0.998 each, and scores within 0.02 on the average of the
   * largest differences.
   */
  @Test
  void yamnetAgreesAsFarAsItsRoundingLets() throws Exception {
    PublishedNetwork network = PublishedNetworks.named("yamnet");
    byte[] graph = network.graph(network.fill(yamnetFile()));
    double[] cosines = new double[SOUNDS.length];
    double largest = 0;
    for (int i = 0; i < SOUNDS.length; i++) {
      float[] mel = Graphs.golden("yamnet-" + SOUNDS[i] + "-log_mel");
      float[] embedding = Graphs.run(graph, PublishedNetwork.EMBEDDING, mel, 1, 96, 64);
      cosines[i] = cosine(embedding, Graphs.golden("yamnet-" + SOUNDS[i] + "-embedding"));
      float[] scores = Graphs.run(graph, PublishedNetwork.PROBABILITIES, mel, 1, 96, 64);
      largest += difference(scores, Graphs.golden("yamnet-" + SOUNDS[i] + "-scores"));
    }
    Arrays.sort(cosines);
    assertThat(cosines[0]).isGreaterThan(0.998);
    assertThat(cosines[SOUNDS.length / 2]).isGreaterThanOrEqualTo(0.999);
    assertThat(largest / SOUNDS.length).isLessThan(0.02);
  }

  /** Property: patches overlap by half, and the last is filled up with silence. */
  @Test
  void yamnetEmbedsEveryHalfPatch() throws Exception {
    PublishedNetwork network = PublishedNetworks.named("yamnet");
    byte[] graph = network.graph(network.fill(yamnetFile()));
    float[] patch = Graphs.golden("yamnet-speech16k-log_mel");
    float[] silence = new float[48 * 64];
    Arrays.fill(silence, (float) Math.log(0.001));
    // 96 frames are one patch; 97 to 144 are two, 145 three.
    int[][] counts = {{96, 1}, {97, 2}, {144, 2}, {145, 3}};
    for (int[] count : counts) {
      float[] frames = Arrays.copyOf(patch, count[0] * 64);
      assertThat(Graphs.run(graph, "embedding", frames, 1, count[0], 64)).hasSize(count[1] * 1024);
    }
    float[] first = Graphs.run(graph, "embedding", patch, 1, 96, 64);
    float[] longer = Arrays.copyOf(patch, 144 * 64);
    System.arraycopy(silence, 0, longer, 96 * 64, silence.length);
    float[] filled = Graphs.run(graph, "embedding", longer, 1, 144, 64);
    float[] cut = Graphs.run(graph, "embedding", Arrays.copyOf(longer, 100 * 64), 1, 100, 64);
    assertThat(Arrays.copyOf(filled, 1024)).containsExactly(first, within(1e-5f));
    assertThat(cut).containsExactly(filled, within(1e-5f));
  }

  private static Checkpoint yamnetFile() {
    return CheckpointReader.read(
        Shared.require("weights/lite-model_yamnet_classification_tflite_1.tflite"));
  }

  private static double cosine(float[] a, float[] b) {
    assertThat(a).hasSameSizeAs(b);
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
      aa += (double) a[i] * a[i];
      bb += (double) b[i] * b[i];
    }
    return dot / Math.sqrt(aa * bb);
  }

  private static double difference(float[] a, float[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }
}
