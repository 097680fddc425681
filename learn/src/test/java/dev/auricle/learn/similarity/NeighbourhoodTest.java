package dev.auricle.learn.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.data.Layouts;
import dev.auricle.learn.training.TrainingContext.Progress;
import dev.auricle.network.onnx.Attribute;
import dev.auricle.network.onnx.OnnxGraph;
import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.runtime.FrontEnds;
import dev.auricle.runtime.Preparation;
import dev.auricle.signal.AuricleException;
import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Property: the nearest clips of a sound are those with its spectrum; a copy under another name and
 * a wrong label stand out. By a made-up bundle whose last layer weighs mean levels of mel bands.
 */
class NeighbourhoodTest {
  private static final int RATE = 22_050;

  @TempDir Path dir;

  private Embedder embedder;

  @BeforeEach
  void makeSounds() throws IOException {
    for (int i = 0; i < 8; i++) {
      tone("low", "low" + i, 200 + 7 * i, i);
      tone("high", "high" + i, 4000 + 90 * i, i);
    }
    embedder = Embedder.of(bundle());
  }

  @Test
  void theNearestSoundLikeIt() {
    Path query = dir.resolve("sounds/high/high3.wav");
    try (Embedder by = embedder) {
      EmbeddedClips clips = EmbeddedClips.of(open(), by, 1, Progress.NONE);
      float[] vector = EmbeddedClips.embed(example(query), by);
      List<Neighbour> nearest = clips.nearest(vector, 4, clip -> true);
      assertThat(nearest.get(0).example().id()).isEqualTo("high/high3.wav");
      assertThat(nearest.get(0).similarity()).isCloseTo(1, within(1e-5));
      assertThat(nearest).extracting(found -> found.example().label()).containsOnly("high");
      assertThat(nearest)
          .extracting(Neighbour::similarity)
          .isSortedAccordingTo((a, b) -> Double.compare(b, a));
      assertThat(clips.nearest(vector, 100, clip -> clip.label().equals("low"))).hasSize(8);
    }
  }

  @Test
  void aCopyAndAWrongLabelStandOut() throws IOException {
    Path low = dir.resolve("sounds/low");
    Files.copy(low.resolve("low5.wav"), low.resolve("again.wav"));
    tone("high", "wrong", 214, 77);
    try (Embedder by = embedder) {
      EmbeddedClips clips = EmbeddedClips.of(open(), by, 2, Progress.NONE);
      Neighbourhood found = Neighbourhood.of(clips, by.name(), 2, Progress.NONE);
      assertThat(found.alike().get(0).similarity()).isCloseTo(1, within(1e-6));
      assertThat(found.alike().get(0).first().id()).isEqualTo("low/again.wav");
      assertThat(found.alike().get(0).second().id()).isEqualTo("low/low5.wav");
      assertThat(found.doubtful())
          .singleElement()
          .satisfies(
              clip -> {
                assertThat(clip.example().id()).isEqualTo("high/wrong.wav");
                assertThat(clip.suggested()).isEqualTo("low");
              });
    }
  }

  @Test
  void whatCannotBeReadIsNamedAndLeftOut() throws IOException {
    Files.writeString(dir.resolve("sounds/low/text.wav"), "no sound");
    try (Embedder by = embedder) {
      EmbeddedClips clips = EmbeddedClips.of(open(), by, 1, Progress.NONE);
      assertThat(clips.examples()).hasSize(16);
      assertThat(clips.failures()).singleElement().asString().contains("text.wav");
    }
  }

  @Test
  void whatIsNeitherABundleNorANameIsSaid() {
    assertThatThrownBy(() -> Embedder.of("mn4"))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("no bundle mn4")
        .hasMessageContaining("mn04");
  }

  private Dataset open() {
    return Layouts.open(dir.resolve("sounds"));
  }

  private static Example example(Path file) {
    return new Example("query", file, null, null, List.of("?"), "", null, null);
  }

  private void tone(String label, String name, double hertz, long seed) throws IOException {
    Path file = dir.resolve("sounds").resolve(label).resolve(name + ".wav");
    Files.createDirectories(file.getParent());
    Wav.write(file, Wav.tone(hertz, 0.5, RATE, seed), RATE);
  }

  /** Mean level of each mel band above -60 dB, and a last layer that weighs them. */
  private static Bundle bundle() {
    FrontEnd frontEnd = FrontEnds.preset("logmel-64");
    OnnxGraph graph = new OnnxGraph("made");
    String input = graph.input("features", OnnxGraph.BATCH, 64, OnnxGraph.FRAMES);
    String mean =
        graph.node(
            "ReduceMean",
            List.of(input),
            Attribute.integers("axes", 2),
            Attribute.integer("keepdims", 0));
    String above = graph.node("Add", List.of(mean, graph.constant(new float[] {60}, 1)));
    String heard = graph.node("Relu", List.of(above));
    float[] weights = new float[128];
    for (int i = 0; i < 64; i++) {
      weights[2 * i] = 0.01f * i;
    }
    String sums = graph.node("MatMul", List.of(heard, graph.constant(weights, 64, 2)));
    String value = graph.node("Softmax", List.of(sums), Attribute.integer("axis", 1));
    graph.output("probabilities", value, OnnxGraph.BATCH, 2);
    return new Bundle(
        "made",
        new Preparation(frontEnd.sampleRate(), null, null),
        frontEnd,
        List.of("high", "low"),
        false,
        graph.bytes(),
        Map.of(),
        Map.of());
  }
}
