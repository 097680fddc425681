package dev.auricle.learn.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.data.Protocol;
import dev.auricle.data.audit.FileFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Property: give-aways that were planted are found and named, and where there are none, none. */
class ShortcutProbeTest {
  private static final Protocol KFOLD = Protocol.of(Protocol.Kind.KFOLD);

  /** Facts of a file that give nothing away. */
  private static FileFacts clean(String id, Random random) {
    return facts(id, random, 22_050, wide(random), 0.05);
  }

  private static double wide(Random random) {
    return 10_000 + 1000 * random.nextDouble();
  }

  private static FileFacts facts(
      String id, Random random, int rate, double bandwidth, double silence) {
    return new FileFacts(
        id,
        2 + random.nextDouble(),
        "pcm_s16le",
        rate,
        1,
        16,
        0.5 + 0.4 * random.nextDouble(),
        -20 + random.nextGaussian(),
        1e-4 * random.nextGaussian(),
        0,
        silence * random.nextDouble(),
        0.1 * random.nextDouble(),
        -60 + 5 * random.nextGaussian(),
        bandwidth);
  }

  /** Clips of some labels, each its own group. */
  private static Shortcuts probe(
      int labels, int clipsEach, long seed, BiFunction<Integer, String, FileFacts> facts) {
    List<Example> examples = new ArrayList<>();
    List<FileFacts> measured = new ArrayList<>();
    for (int k = 0; k < labels; k++) {
      for (int i = 0; i < clipsEach; i++) {
        String id = String.format("%02d/%03d.wav", k, i);
        examples.add(example(id, List.of(name(k)), id));
        measured.add(facts.apply(k, id));
      }
    }
    return ShortcutProbe.run(dataset(examples), KFOLD.withSeed(seed), measured);
  }

  private static Example example(String id, List<String> labels, String group) {
    return new Example(id, Path.of(id), null, null, labels, group, null, null);
  }

  private static Dataset dataset(List<Example> examples) {
    List<String> labels =
        examples.stream().flatMap(e -> e.labels().stream()).distinct().sorted().toList();
    return new Dataset(
        "made", Path.of("."), "folders", "", examples, labels, "source", KFOLD, List.of());
  }

  private static String name(int k) {
    return String.format("label%02d", k);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void aCleanSetGivesNothingAway(long seed) {
    Random random = new Random(seed);
    int clips = seed % 3 == 0 ? 6 : 30;
    Shortcuts shortcuts = probe(4, clips, seed, (k, id) -> clean(id, random));
    assertThat(shortcuts.found()).isEmpty();
    assertThat(shortcuts.notProbed()).isNull();
  }

  @Test
  void aLabelAtEightKilohertzIsNamed() {
    Random random = new Random(1);
    Shortcuts shortcuts =
        probe(
            3, 30, 1, (k, id) -> k == 1 ? facts(id, random, 8000, 3900, 0.05) : clean(id, random));
    assertThat(alone(shortcuts)).containsExactlyInAnyOrder(Cue.SAMPLE_RATE, Cue.BANDWIDTH);
    Shortcut found =
        shortcuts.found().stream().filter(s -> !s.together()).findFirst().orElseThrow();
    assertThat(found.labels()).extracting(CueScore.Told::label).contains("label01");
    Shortcut rate =
        shortcuts.found().stream()
            .filter(s -> s.cues().equals(List.of(Cue.SAMPLE_RATE)))
            .findFirst()
            .orElseThrow();
    assertThat(rate.labelWords(rate.labels().get(0)))
        .isEqualTo(
            "label01: 8000 Hz, other labels 22050 Hz; 100 % of its clips found, 100 % of such"
                + " answers right");
    assertThat(rate.remedies()).singleElement().asString().contains("sample-rate");
    // One of three labels told, and half of the others guessed right.
    assertThat(rate.words())
        .isEqualTo(
            "sample rate alone tells 66.7 % of the labels, where guessing tells 33.3 % (p ="
                + " 0.0005)");
  }

  @Test
  void aLabelWithSilenceAheadIsNamed() {
    Random random = new Random(2);
    Shortcuts shortcuts =
        probe(
            4,
            25,
            2,
            (k, id) -> k == 3 ? facts(id, random, 22_050, wide(random), 0.9) : clean(id, random));
    assertThat(alone(shortcuts)).containsExactly(Cue.LEADING_SILENCE);
    assertThat(shortcuts.found().get(shortcuts.found().size() - 1).labels().get(0).label())
        .isEqualTo("label03");
  }

  @Test
  void oneLabelAmongFiftyIsEnough() {
    Random random = new Random(3);
    Shortcuts shortcuts =
        probe(
            50,
            20,
            3,
            (k, id) -> k == 17 ? facts(id, random, 8000, wide(random), 0.05) : clean(id, random));
    assertThat(alone(shortcuts)).containsExactly(Cue.SAMPLE_RATE);
    assertThat(shortcuts.found())
        .allSatisfy(s -> assertThat(s.labels().get(0).label()).isEqualTo("label17"))
        .anySatisfy(
            s ->
                assertThat(s.words())
                    .isEqualTo("sample rate alone gives 'label17' away (p = 0.0005)"));
  }

  /** A model that is tested on speakers it never heard cannot use what tells speakers apart. */
  @Test
  void whatTellsGroupsApartIsNoGiveAwayWhereGroupsStayTogether() {
    Random random = new Random(4);
    List<Example> examples = new ArrayList<>();
    List<FileFacts> measured = new ArrayList<>();
    for (int speaker = 0; speaker < 30; speaker++) {
      double bandwidth = 4000 + 200 * random.nextInt(40);
      for (int i = 0; i < 6; i++) {
        String id = speaker + "/" + i;
        examples.add(example(id, List.of(name(speaker % 3)), "speaker" + speaker));
        measured.add(facts(id, random, 22_050, bandwidth + 10 * random.nextDouble(), 0.05));
      }
    }
    assertThat(ShortcutProbe.run(dataset(examples), KFOLD, measured).found()).isEmpty();
  }

  @Test
  void fewGroupsOfOneLabelEachAreNotProbed() {
    Random random = new Random(5);
    List<Example> examples = new ArrayList<>();
    List<FileFacts> measured = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String id = "clip" + i;
      examples.add(example(id, List.of(name(i % 2)), "day" + i % 4));
      measured.add(clean(id, random));
    }
    Protocol oneOut = Protocol.of(Protocol.Kind.LEAVE_ONE_GROUP_OUT);
    assertThat(ShortcutProbe.run(dataset(examples), oneOut, measured).notProbed())
        .isEqualTo("4 groups of one label each are too few to rule out chance");
  }

  @Test
  void clipsOfSeveralLabelsAreProbedLabelByLabel() {
    Random random = new Random(6);
    List<Example> examples = new ArrayList<>();
    List<FileFacts> measured = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      String id = "clip" + i;
      List<String> labels = new ArrayList<>(List.of(name(i % 3)));
      if (i % 4 == 0) {
        labels.add("quiet");
      }
      examples.add(example(id, labels, id));
      measured.add(i % 4 == 0 ? facts(id, random, 22_050, 4000, 0.05) : clean(id, random));
    }
    Shortcuts shortcuts = ShortcutProbe.run(dataset(examples), KFOLD, measured);
    assertThat(alone(shortcuts)).containsExactly(Cue.BANDWIDTH);
    assertThat(shortcuts.found().get(0).labels().get(0).label()).isEqualTo("quiet");
  }

  @Test
  void theSameArgumentsGiveTheSameAnswer() {
    Random first = new Random(7);
    Random second = new Random(7);
    Shortcuts one = probe(3, 20, 7, (k, id) -> facts(id, first, 22_050, 9000 + 900 * k, 0.05));
    Shortcuts two = probe(3, 20, 7, (k, id) -> facts(id, second, 22_050, 9000 + 900 * k, 0.05));
    assertThat(one).isEqualTo(two);
    assertThat(one.found()).isNotEmpty();
  }

  @Test
  void nothingDecodedOrOneLabelOnlySaysSo() {
    assertThat(probe(1, 30, 8, (k, id) -> clean(id, new Random(8))).notProbed())
        .isEqualTo("there is one label only");
    Example example = example("a", List.of("x"), "a");
    assertThat(
            ShortcutProbe.run(dataset(Collections.nCopies(1, example)), KFOLD, List.of())
                .notProbed())
        .isEqualTo("no clip was decoded");
  }

  private static List<Cue> alone(Shortcuts shortcuts) {
    return shortcuts.found().stream().filter(s -> !s.together()).map(s -> s.cues().get(0)).toList();
  }
}
