package dev.auricle.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Property: what the graph computes, for one clip, a batch, and many threads. */
class OnnxModelTest {
  private static final float[] WEIGHTS = {1, -1, 0.5f};
  private static final float[] BIASES = {0, 0.25f, 0};

  private static byte[] graph() {
    return TinyGraph.meanSoftmax(WEIGHTS, BIASES, "N", 2L, "T");
  }

  @Test
  void givesTheProbabilitiesWorkedByHand() {
    // mean of 1, 2, 3, 6 is 3: logits 3, -2.75, 1.5; exp: 20.0855, 0.06393, 4.48169; sum 24.63112
    try (OnnxModel model = OnnxModel.load(graph(), 1)) {
      float[] row = model.predict(List.of(new Features(new float[] {1, 2, 3, 6}, 2, 2)))[0];
      assertThat(row[0]).isCloseTo(0.815452f, within(1e-5f));
      assertThat(row[1]).isCloseTo(0.002595f, within(1e-5f));
      assertThat(row[2]).isCloseTo(0.181952f, within(1e-5f));
      assertThat(model.labels()).isEqualTo(3);
    }
  }

  @Test
  void anyOutputIsReadByItsNameClipByClip() {
    try (OnnxModel model = OnnxModel.load(graph(), 1)) {
      List<Features> clips =
          List.of(new Features(new float[] {1, 2, 3, 6}, 2, 2), new Features(new float[4], 2, 2));
      List<Features> found = model.compute("probabilities", clips);
      float[][] rows = model.predict(clips);
      assertThat(found).hasSize(2);
      assertThat(found.get(0).shape()).containsExactly(3);
      assertThat(found.get(0).values()).containsExactly(rows[0]);
      assertThat(found.get(1).values()).containsExactly(rows[1]);
      assertThat(model.compute("probabilities", List.of())).isEmpty();
      assertThatThrownBy(() -> model.compute("embedding", clips))
          .isInstanceOf(AuricleException.class)
          .hasMessageContaining("no output tensor named embedding; it has [probabilities]");
    }
  }

  @Test
  void aTreesLabelOutputIsNotInTheWay() {
    try (OnnxModel model = OnnxModel.load(TinyGraph.stump(3, 0.5f), 1)) {
      float[][] rows =
          model.predict(
              List.of(new Features(new float[] {0, 9, 9}, 3), new Features(new float[3], 3)));
      assertThat(rows[0]).containsExactly(0.9f, 0.1f);
      assertThat(model.predict(List.of(new Features(new float[] {1, 9, 9}, 3)))[0])
          .containsExactly(0.2f, 0.8f);
    }
  }

  @Test
  void aBatchEqualsItsClipsOneByOne() {
    Random random = new Random(1);
    List<Features> clips = new ArrayList<>();
    for (int i = 0; i < 17; i++) {
      clips.add(random(random));
    }
    try (OnnxModel model = OnnxModel.load(graph(), 1)) {
      float[][] together = model.predict(clips);
      for (int i = 0; i < clips.size(); i++) {
        assertThat(model.predict(List.of(clips.get(i)))[0])
            .containsExactly(together[i], within(1e-6f));
      }
      assertThat(model.predict(List.of())).isEmpty();
    }
  }

  @Test
  void manyThreadsShareOneModel() throws Exception {
    Features clip = random(new Random(2));
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try (OnnxModel model = OnnxModel.load(graph(), 1)) {
      float[] alone = model.predict(List.of(clip))[0];
      List<Callable<float[]>> calls = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        calls.add(() -> model.predict(List.of(clip))[0]);
      }
      for (Future<float[]> result : pool.invokeAll(calls)) {
        assertThat(result.get()).containsExactly(alone);
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void anotherShapeIsRefusedByNumbers() {
    try (OnnxModel model = OnnxModel.load(graph(), 1)) {
      assertThatThrownBy(() -> model.predict(List.of(new Features(new float[9], 3, 3))))
          .isInstanceOf(AuricleException.class)
          .hasMessageContaining("[1, 3, 3]")
          .hasMessageContaining("[-1, 2, -1]");
      assertThatThrownBy(() -> model.predict(List.of(new Features(new float[9], 9))))
          .isInstanceOf(AuricleException.class)
          .hasMessageContaining("[1, 9]");
    }
  }

  @Test
  void whatIsNoGraphIsRefused() {
    assertThatThrownBy(() -> OnnxModel.load("not a graph".getBytes(StandardCharsets.UTF_8), 1))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("expected an ONNX model");
  }

  @Test
  void aClosedModelSaysSo() {
    OnnxModel model = OnnxModel.load(graph(), 1);
    model.close();
    model.close();
    assertThatThrownBy(() -> model.predict(List.of(random(new Random(3)))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void nativesAreUnpackedOnce(@TempDir Path cache) throws IOException {
    Path folder = OnnxNatives.unpack(cache);
    Path library = folder.resolve(System.mapLibraryName("onnxruntime"));
    var written = Files.getLastModifiedTime(library);
    assertThat(OnnxNatives.unpack(cache)).isEqualTo(folder);
    assertThat(Files.getLastModifiedTime(library)).isEqualTo(written);
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  private static Features random(Random random) {
    float[] values = new float[10];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new Features(values, 2, 5);
  }
}
