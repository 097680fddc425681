package dev.auricle.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.data.audioset.Ontology;
import dev.auricle.testing.Shared;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Story: published datasets as their publishers lay them out. */
class RealLayoutsTest {

  @Test
  void esc50() {
    Dataset dataset = Layouts.open(Shared.require("data/ESC-50"));
    assertThat(dataset.layout()).isEqualTo("esc50");
    assertThat(dataset.examples()).hasSize(2000);
    assertThat(dataset.labels()).hasSize(50);
    assertThat(dataset.warnings()).isEmpty();
    Protocol protocol = dataset.defaultProtocol();
    assertThat(protocol.words()).isEqualTo("official");
    List<Fold> folds = protocol.folds(dataset);
    assertThat(folds).hasSize(5).allMatch(f -> f.test().length == 400);
    assertThat(protocol.warnings(dataset))
        .containsExactly(
            "4 recordings of 1524 stand on both sides: 131943, 134049, 209698 and 1 more");
  }

  @Test
  void esc10IsTheSubsetThatItsColumnNames() {
    Dataset dataset =
        Layouts.open(Shared.require("data/ESC-50"), Selection.of(List.of(), List.of("esc10")));
    assertThat(dataset.examples()).hasSize(400);
    assertThat(dataset.labels()).hasSize(10);
    assertThat(dataset.defaultProtocol().folds(dataset)).allMatch(f -> f.test().length == 80);
    assertThat(dataset.description()).endsWith("; of these 400 clips with esc10=True");
  }

  @Test
  void audioSetsOntologyHasItsClassesBelowEachOther() {
    Ontology ontology = Ontology.read(Shared.require("data/AudioSet/ontology.json"));
    assertThat(ontology.classes()).hasSize(632);
    assertThat(ontology.below("Vehicle")).contains("/m/0k4j", "/m/07yv9").hasSize(45);
    assertThat(ontology.rollUp(List.of("Animal", "Vehicle")).of(List.of("/m/0k4j")))
        .containsExactly("Vehicle");
  }

  @Test
  void fsdd() {
    Dataset dataset = Layouts.open(Shared.require("data/FSDD"));
    assertThat(dataset.layout()).isEqualTo("fsdd");
    assertThat(dataset.examples()).hasSize(3000);
    Fold official = dataset.defaultProtocol().folds(dataset).get(0);
    assertThat(official.test()).hasSize(300);
    assertThat(official.train()).hasSize(2700);
    assertThat(dataset.defaultProtocol().describe(dataset))
        .isEqualTo(
            "the publisher's split: 2,700 train, 300 test; the same speakers stand on both sides");
    assertThat(Protocol.parse("leave-one-group-out", 42).folds(dataset)).hasSize(6);
  }

  @Test
  void fourClassesByTheirManifest() {
    Dataset dataset = Layouts.open(Shared.require("data/speech-music-animal-vehicle"));
    assertThat(dataset.layout()).isEqualTo("manifest");
    assertThat(dataset.examples()).hasSize(1197);
    assertThat(dataset.labels()).containsExactly("animal", "music", "speech", "vehicle");
    Fold split = dataset.defaultProtocol().folds(dataset).get(0);
    assertThat(split.train()).hasSize(757);
    assertThat(split.validation()).hasSize(200);
    assertThat(split.test()).hasSize(240);
    List<Fold> otherSource = Protocol.parse("folds", 42).withFoldBy("fold").folds(dataset);
    assertThat(otherSource.get(0).name()).startsWith("fold 1 of 2 ('A'), folds by fold");
    assertThat(otherSource.get(0).test()).hasSize(597);
  }

  @Test
  void instrumentsByTheirManifest() {
    Dataset dataset = Layouts.open(Shared.require("data/instruments"));
    assertThat(dataset.examples()).hasSize(1320);
    assertThat(dataset.labels()).hasSize(11);
    assertThat(dataset.defaultProtocol().words()).isEqualTo("leave-one-group-out");
    assertThat(dataset.defaultProtocol().folds(dataset)).hasSize(3);
  }

  @Test
  void irmasNamesWithoutTheManifest() {
    Path named = Shared.require("data/instruments/TrainingData");
    Dataset dataset = Layouts.open(named);
    assertThat(dataset.layout()).isEqualTo("irmas");
    assertThat(dataset.examples()).hasSize(1320);
    assertThat(dataset.examples().stream().map(Example::group).distinct()).hasSize(120);
  }
}
