package dev.auricle.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Story: the words of a protocol, the names of its folds, and what it cannot do. */
class ProtocolTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "official",
        "folds",
        "split",
        "holdout:0.2",
        "holdout:0.35",
        "kfold:5",
        "kfold:10",
        "leave-one-group-out"
      })
  void wordsAreReadBackAsWritten(String words) {
    assertThat(Protocol.parse(words, 1).words()).isEqualTo(words);
  }

  @Test
  void numbersHaveDefaults() {
    assertThat(Protocol.parse("kfold", 1).folds()).isEqualTo(5);
    assertThat(Protocol.parse("holdout", 1).fraction()).isEqualTo(0.2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"kfolds", "kfold:1", "kfold:x", "holdout:0", "holdout:20", "official:2", ""})
  void otherWordsAreRefused(String words) {
    assertThatThrownBy(() -> Protocol.parse(words, 1))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("'" + words + "'")
        .hasMessageContaining("expected");
  }

  @Test
  void foldsAreNamedByPlaceGroupAndSeed() {
    Dataset dataset = Samples.singleLabelGroups(3);
    Protocol protocol = Protocol.parse("kfold:5", 42);
    assertThat(protocol.folds(dataset).get(1).name())
        .isEqualTo("fold 2 of 5, grouped by speaker, seed 42");
    assertThat(protocol.describe(dataset))
        .isEqualTo("5 folds, grouped by speaker, stratified, seed 42");
    assertThat(Protocol.parse("holdout", 42).folds(dataset).get(0).name())
        .isEqualTo("hold-out of 20 %, grouped by speaker, seed 42");
  }

  @Test
  void aSplitWithTheSameGroupsOnBothSidesSaysSo() {
    Dataset dataset =
        Samples.dataset(
            List.of(
                split(0, "a", "anna", "train"),
                split(1, "b", "anna", "test"),
                split(2, "a", "berta", "train"),
                split(3, "b", "carla", "validation")));
    Protocol protocol = Protocol.parse("split", 42);
    assertThat(protocol.describe(dataset))
        .isEqualTo(
            "the publisher's split: 2 train, 1 validation, 1 test;"
                + " 1 speaker of 3 stands on both sides");
    Fold fold = protocol.folds(dataset).get(0);
    assertThat(fold.name()).isEqualTo("publisher's split (1 speaker of 3 stands on both sides)");
    assertThat(fold.train()).containsExactly(0, 2);
    assertThat(fold.validation()).containsExactly(3);
    assertThat(fold.test()).containsExactly(1);
    assertThat(protocol.warnings(dataset)).hasSize(1);
  }

  @Test
  void eachClipIsItsOwnGroupWhateverColumnsThereAre() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Example plain = split(i, i % 2 == 0 ? "a" : "b", "anna", "train");
      Map<String, String> columns = Map.of("clip", i < 4 ? "x" : "y");
      examples.add(
          new Example(
              plain.id(), plain.path(), null, null, plain.labels(), "anna", null, null, columns));
    }
    Dataset dataset = Samples.dataset(examples);
    assertThat(dataset.groupedBy("clip").examples().get(5).group()).isEqualTo("y");
    assertThat(dataset.groupedBy("clip").groupName()).isEqualTo("clip");
    Protocol dealt = Protocol.parse("kfold:4", 42).withGroupBy(Protocol.EACH_CLIP);
    assertThat(dealt.describe(dataset)).isEqualTo("4 folds, ungrouped, stratified, seed 42");
    assertThat(dealt.folds(dataset)).hasSize(4);
    Protocol torn = Protocol.parse("kfold:4", 42).withGroupBy("clip");
    assertThatThrownBy(() -> torn.folds(dataset)).isInstanceOf(AuricleException.class);
  }

  @Test
  void aSplitThatNamesSomeClipsOnlyLeavesTheWordToFolds() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Example each = folded(i, Integer.toString(1 + i % 3));
      examples.add(i == 0 ? each.withSplit("test") : each);
    }
    Dataset dataset = Samples.dataset(examples);
    assertThat(dataset.defaultProtocol().words()).isEqualTo("official");
    assertThat(dataset.defaultProtocol().folds(dataset)).hasSize(3);
  }

  @Test
  void foldsComeInTheirNaturalOrder() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      examples.add(folded(i, Integer.toString(1 + i / 2)));
    }
    Dataset dataset = Samples.dataset(examples);
    List<Fold> folds = Protocol.parse("folds", 42).folds(dataset);
    assertThat(folds).hasSize(10);
    assertThat(folds.get(9).name()).isEqualTo("fold 10 of 10, the publisher's folds");
    assertThat(folds.get(9).test()).containsExactly(18, 19);
    assertThat(dataset.defaultProtocol().words()).isEqualTo("official");
  }

  @Test
  void aColumnNamesGroupsOrFolds() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      examples.add(withRoom(i, "room" + i % 3));
    }
    Dataset dataset = Samples.dataset(examples);
    Protocol byRoom = Protocol.parse("leave-one-group-out", 42).withGroupBy("room");
    assertThat(byRoom.folds(dataset))
        .extracting(Fold::name)
        .containsExactly(
            "fold 1 of 3, room room0 left out",
            "fold 2 of 3, room room1 left out",
            "fold 3 of 3, room room2 left out");
    Protocol folds = Protocol.parse("kfold", 42).withFoldBy("room");
    assertThat(folds.words()).isEqualTo("folds");
    assertThat(folds.folds(dataset).get(0).name())
        .isEqualTo("fold 1 of 3 ('room0'), folds by room");
    assertThatThrownBy(() -> byRoom.withGroupBy("romo").folds(dataset))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("no column 'romo'")
        .hasMessageContaining("clip, group, label, room");
  }

  @Test
  void whatCannotBeMetSaysWhy() {
    Dataset oneGroup =
        Samples.dataset(
            List.of(
                Samples.example(0, List.of("a"), "anna"),
                Samples.example(1, List.of("b"), "anna")));
    assertError("leave-one-group-out", oneGroup, "has one, 'anna'");
    assertError("kfold:5", oneGroup, "needs 5 speakers at least; made has 1 speaker");
    assertError("holdout", oneGroup, "needs two speakers");
    assertError("official", oneGroup, "no official division");
    assertError("folds", oneGroup, "2 clips of made in no fold");
    assertError("split", oneGroup, "2 clips of made in no split");

    List<Example> three = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      three.add(Samples.example(i, List.of("a" + i % 2), "g" + i % 3));
    }
    assertError(
        "kfold:5", Samples.dataset(three), "has 3 speakers; use kfold:3 or leave-one-group-out");
    assertThat(Samples.dataset(three).defaultProtocol().words()).isEqualTo("leave-one-group-out");
  }

  @Test
  void aLabelInOneGroupIsMentioned() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      examples.add(Samples.example(i, List.of(i == 7 ? "rare" : "a" + i % 2), "g" + i));
    }
    assertThat(Protocol.parse("kfold:5", 1).warnings(Samples.dataset(examples)))
        .containsExactly(
            "label 'rare' stands in one speaker only (g7): it is never both trained and tested");
  }

  private static void assertError(String words, Dataset dataset, String message) {
    assertThatThrownBy(() -> Protocol.parse(words, 42).folds(dataset))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining(message);
  }

  private static Example split(int i, String label, String group, String split) {
    Example e = Samples.example(i, List.of(label), group);
    return new Example(e.id(), e.path(), null, null, e.labels(), group, null, split);
  }

  private static Example folded(int i, String fold) {
    Example e = Samples.example(i, List.of("l" + i % 2), "g" + i);
    return new Example(e.id(), e.path(), null, null, e.labels(), e.group(), fold, null);
  }

  private static Example withRoom(int i, String room) {
    Example e = Samples.example(i, List.of("l" + i % 2), "g" + i);
    return new Example(
        e.id(), e.path(), null, null, e.labels(), e.group(), null, null, Map.of("room", room));
  }
}
