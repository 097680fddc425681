package dev.auricle.network.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.auricle.audio.AudioClip;
import dev.auricle.network.checkpoint.CheckpointReader;
import dev.auricle.network.onnx.Attribute;
import dev.auricle.network.onnx.OnnxGraph;
import dev.auricle.network.published.PublishedNetworks;
import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.Features;
import dev.auricle.runtime.FrontEnd;
import dev.auricle.runtime.FrontEnds;
import dev.auricle.runtime.OnnxModel;
import dev.auricle.runtime.Preparation;
import dev.auricle.signal.AuricleException;
import dev.auricle.testing.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Property: the exported graph gives the classifier's probabilities for the same samples. */
class ExportedGraphTest {
  private static final int LABELS = 5;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "preset: logmel-64",
        "preset: logmel-128, padding: reflect, normalise: peak",
        "preset: logmel-64, centred: false, normalise: clip, rangeDb: 60, reference: 0.5",
        "preset: logmel-64, padding: edge, normalise: row, fft: 600, windowLength: 400, hop: 200",
        "preset: logmel-64, scale: htk, areaNormalised: false, bands: 40, maxHz: 8000",
        "preset: mfcc-20",
        "preset: mfcc-40, deltas: 2, lifter: 22, normalise: row",
        "preset: mfcc-20, deltas: 1, window: hamming",
        "preset: mn-mel",
        "preset: yamnet-mel",
      })
  void agreesWhateverTheFrontEnd(String options) {
    FrontEnd frontEnd = FrontEnds.of(read(options));
    check(bundle(frontEnd, null, null, null));
  }

  @ParameterizedTest
  @CsvSource({"30,,", ",0.8,", ",,-20", "30,0.8,-20", "25,3,"})
  void agreesWhateverThePreparation(
      @Nullable Double trimDb, @Nullable Double seconds, @Nullable Double levelDb) {
    check(bundle(FrontEnds.preset("logmel-64"), trimDb, seconds, levelDb));
    check(bundle(FrontEnds.preset("mn-mel"), trimDb, seconds, levelDb));
  }

  @Test
  void samplesThemselvesGoIn() {
    check(bundle(FrontEnds.preset("waveform"), 40.0, 1.0, -20.0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 700, 5000})
  void agreesOnVeryShortAndOnSilentSounds(int samples) {
    for (String preset : List.of("logmel-64", "mfcc-20", "mn-mel", "yamnet-mel")) {
      Bundle bundle = bundle(FrontEnds.preset(preset), 30.0, null, -20.0);
      int rate = bundle.preparation().sampleRate();
      float[] click = new float[samples];
      click[samples / 2] = 0.5f;
      List<AudioClip> clips =
          List.of(new AudioClip(click, rate), new AudioClip(new float[samples], rate));
      assertThat(ExportCheck.run(bundle, ExportedGraph.of(bundle), clips).largest())
          .as(preset)
          .isLessThan(ExportCheck.TOLERANCE);
    }
  }

  /** Every value of a row is the same, and large: the deviation is nothing but rounding. */
  @Test
  void agreesOnSilenceWhereRowsAreStandardised() {
    FrontEnd frontEnd = FrontEnds.of(read("preset: mfcc-20, deltas: 2, normalise: row"));
    Bundle bundle = bundle(frontEnd, null, 0.8, null);
    List<AudioClip> silence = List.of(new AudioClip(new float[22050], frontEnd.sampleRate()));
    assertThat(ExportCheck.run(bundle, ExportedGraph.of(bundle), silence).largest())
        .isLessThan(ExportCheck.TOLERANCE);
  }

  @Test
  void deltasOfFewFramesRepeatTheEnds() {
    FrontEnd frontEnd = FrontEnds.of(read("preset: mfcc-20, deltas: 2"));
    Bundle bundle = bundle(frontEnd, null, null, null);
    List<AudioClip> clips = new ArrayList<>();
    for (int frames = 1; frames < 12; frames++) {
      clips.add(new AudioClip(noise(frames, 512 * frames - 100), frontEnd.sampleRate()));
    }
    assertThat(ExportCheck.run(bundle, ExportedGraph.of(bundle), clips).largest())
        .isLessThan(ExportCheck.TOLERANCE);
  }

  @Test
  void clipsOfOneLengthGoTogether() {
    Bundle bundle = bundle(FrontEnds.preset("logmel-64"), null, 0.5, -20.0);
    List<Features> clips =
        List.of(new Features(noise(1, 9000), 9000), new Features(noise(2, 9000), 9000));
    try (OnnxModel model = OnnxModel.load(ExportedGraph.of(bundle), 1, ExportedGraph.WAVEFORM)) {
      float[][] together = model.predict(clips);
      for (int i = 0; i < 2; i++) {
        float[] apart = model.predict(List.of(clips.get(i)))[0];
        assertThat(together[i]).containsExactly(apart, within(1e-6f));
      }
      assertThat(together[0]).isNotEqualTo(together[1]);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mn04, weights/mn04_as_mAP_432.pt",
    "yamnet, weights/lite-model_yamnet_classification_tflite_1.tflite"
  })
  void publishedNetworksAgree(String name, String weights) {
    Bundle bundle =
        PublishedNetworks.named(name)
            .bundle(CheckpointReader.read(Shared.require(weights)), Map.of("licence", "its own"));
    check(bundle);
  }

  @Test
  void whatAReaderMustKnowStandsInTheMetadata() throws InvalidProtocolBufferException {
    Bundle bundle = bundle(FrontEnds.preset("logmel-64"), null, 2.0, null);
    Map<String, String> metadata =
        ModelProto.parseFrom(ExportedGraph.of(bundle)).getMetadataPropsList().stream()
            .collect(
                Collectors.toMap(StringStringEntryProto::getKey, StringStringEntryProto::getValue));
    assertThat(metadata)
        .containsEntry("name", "made")
        .containsEntry("labels", "[\"l0\",\"l1\",\"l2\",\"l3\",\"l4\"]")
        .containsEntry("sample_rate", "22050")
        .containsEntry("multi_label", "false")
        .containsEntry("licence", "CC0");
    assertThat(metadata.get("evaluation")).contains("\"accuracy\":0.9");
    assertThat(metadata.get("preparation")).contains("\"seconds\":2.0");
  }

  @Test
  void descriptorsAreRefusedWithTheReason() {
    FrontEnd descriptors = FrontEnds.preset("descriptors");
    Bundle bundle =
        new Bundle(
            "made",
            new Preparation(descriptors.sampleRate(), null, null),
            descriptors,
            List.of("a"),
            false,
            new byte[0],
            Map.of(),
            Map.of());
    assertThatThrownBy(() -> ExportedGraph.of(bundle))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("front-end descriptors cannot go into an ONNX graph")
        .hasMessageContaining("tempo")
        .hasMessageContaining("Train a recipe on one of those");
  }

  private static void check(Bundle bundle) {
    ExportCheck check =
        ExportCheck.run(bundle, ExportedGraph.of(bundle), ExportCheck.sounds(bundle));
    assertThat(check.clips()).isEqualTo(4);
    assertThat(check.largest()).isLessThan(ExportCheck.TOLERANCE);
  }

  private static Map<String, Object> read(String options) {
    return java.util.Arrays.stream(options.split(", "))
        .map(pair -> pair.split(": "))
        .collect(Collectors.toMap(pair -> pair[0], pair -> value(pair[1])));
  }

  private static Object value(String word) {
    if (word.matches("[0-9.]+")) {
      return word.contains(".") ? (Object) Double.valueOf(word) : (Object) Integer.valueOf(word);
    }
    return word.matches("true|false") ? (Object) Boolean.valueOf(word) : word;
  }

  private static Bundle bundle(
      FrontEnd frontEnd,
      @Nullable Double trimDb,
      @Nullable Double seconds,
      @Nullable Double levelDb) {
    return new Bundle(
        "made",
        new Preparation(frontEnd.sampleRate(), trimDb, seconds, levelDb),
        frontEnd,
        List.of("l0", "l1", "l2", "l3", "l4"),
        false,
        head(frontEnd),
        Map.of("accuracy", 0.9, "protocol", "kfold:5"),
        Map.of("licence", "CC0"));
  }

  /** Soft-max of seeded sums over the features' means along time. */
  private static byte[] head(FrontEnd frontEnd) {
    OnnxGraph graph = new OnnxGraph("head");
    int[] shape = frontEnd.shape(frontEnd.sampleRate());
    boolean samples = shape.length == 1;
    boolean framesFirst = frontEnd.name().equals("yamnet-mel");
    int size = samples ? 1 : shape[framesFirst ? 1 : 0];
    String input =
        samples
            ? graph.input("features", OnnxGraph.BATCH, OnnxGraph.FRAMES)
            : framesFirst
                ? graph.input("features", OnnxGraph.BATCH, OnnxGraph.FRAMES, size)
                : graph.input("features", OnnxGraph.BATCH, size, OnnxGraph.FRAMES);
    String heard = samples ? graph.node("Abs", List.of(input)) : input;
    String mean =
        graph.node(
            "ReduceMean",
            List.of(heard),
            Attribute.integers("axes", samples || framesFirst ? 1 : 2),
            Attribute.integer("keepdims", samples ? 1 : 0));
    Random random = new Random(11);
    float[] weights = new float[size * LABELS];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (random.nextGaussian() / Math.sqrt(size) / 10);
    }
    String sums = graph.node("MatMul", List.of(mean, graph.constant(weights, size, LABELS)));
    String value = graph.node("Softmax", List.of(sums), Attribute.integer("axis", 1));
    graph.output("probabilities", value, OnnxGraph.BATCH, LABELS);
    return graph.bytes();
  }

  private static float[] noise(long seed, int samples) {
    Random random = new Random(seed);
    float[] noise = new float[samples];
    for (int i = 0; i < samples; i++) {
      noise[i] = (float) (0.1 * random.nextGaussian());
    }
    return noise;
  }
}
