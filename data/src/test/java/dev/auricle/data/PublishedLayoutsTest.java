package dev.auricle.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Story: published datasets whose names and lists are made here, as the publishers make them. */
class PublishedLayoutsTest {
  @TempDir Path root;

  @Test
  void irmasTrainingNamesCarrySongs() {
    Samples.tree(
        root,
        "IRMAS-TrainingData/cel/008__[cel][nod][cla]0058__1.wav",
        "IRMAS-TrainingData/cel/[cel][pop_roc]0058__2.wav",
        "IRMAS-TrainingData/gel/110__[gel][dru][pop_roc]0556__1.wav",
        "IRMAS-TrainingData/gel/README.txt");
    Dataset dataset = Layouts.open(root);
    assertThat(dataset.layout()).isEqualTo("irmas");
    assertThat(dataset.labels()).containsExactly("cel", "gel");
    assertThat(dataset.examples())
        .extracting(Example::group)
        .containsExactly("0058", "0058", "0556");
    assertThat(dataset.examples()).extracting(e -> e.column("genre")).contains("cla", "pop_roc");
    assertThat(dataset.examples()).extracting(Example::split).containsOnlyNulls();
    assertThat(dataset.groupName()).isEqualTo("song");
  }

  @Test
  void irmasTestTextsNameSeveralInstruments() {
    Samples.tree(root, "Part1/(02) a song-1.wav", "Part1/(02) a song-2.wav", "Part1/b-1.wav");
    Samples.write(root, "Part1/(02) a song-1.txt", "gel\t\npia\n");
    Samples.write(root, "Part1/(02) a song-2.txt", "pia\n");
    Samples.write(root, "Part1/b-1.txt", "voi\n");
    Dataset test = Layouts.open(root);
    assertThat(test.layout()).isEqualTo("irmas");
    assertThat(test.multiLabel()).isTrue();
    assertThat(test.examples().get(0).labels()).containsExactly("gel", "pia");
    assertThat(test.examples())
        .extracting(Example::group)
        .containsExactly("(02) a song", "(02) a song", "b");

    Samples.tree(root, "Train/gel/110__[gel][dru][pop_roc]0556__1.wav");
    Dataset both = Layouts.open(root);
    assertThat(both.examples())
        .extracting(Example::split)
        .containsExactly("test", "test", "test", "train");
    assertThat(both.defaultProtocol().words()).isEqualTo("official");
  }

  @Test
  void urbanSound8kHasFoldsAndRecordings() {
    Samples.tree(
        root,
        "audio/fold1/101415-3-0-2.wav",
        "audio/fold2/101415-3-0-3.wav",
        "audio/fold10/7-8-1-0.wav");
    Samples.write(
        root,
        "metadata/UrbanSound8K.csv",
        """
        slice_file_name,fsID,start,end,salience,fold,classID,class
        101415-3-0-2.wav,101415,1.0,5.0,1,1,3,dog_bark
        7-8-1-0.wav,7,0.0,4.0,2,10,8,siren
        9-8-1-0.wav,9,0.0,4.0,2,10,8,siren
        """);
    Dataset dataset = Layouts.open(root);
    assertThat(dataset.layout()).isEqualTo("urbansound8k");
    assertThat(dataset.labels()).containsExactly("dog_bark", "siren");
    assertThat(dataset.examples()).extracting(Example::fold).containsExactly("1", "10", "2");
    assertThat(dataset.examples().get(0).start()).as("slices are cut already").isNull();
    assertThat(dataset.examples().get(0).column("salience")).isEqualTo("1");
    assertThat(dataset.warnings())
        .containsExactly("1 slice named in UrbanSound8K.csv not found: 9-8-1-0");
    Protocol official = dataset.defaultProtocol();
    assertThat(official.folds(dataset)).hasSize(3);
    assertThat(official.describe(dataset))
        .isEqualTo("3 folds, the publisher's folds; 1 recording of 2 stands on both sides");
  }

  @Test
  void gtzanSaysWhatItCannotKnow() {
    Samples.tree(
        root,
        "genres/blues/blues.00000.wav",
        "genres/blues/blues.00001.wav",
        "genres/rock/rock.00000.au");
    Dataset dataset = Layouts.open(root);
    assertThat(dataset.layout()).isEqualTo("gtzan");
    assertThat(dataset.labels()).containsExactly("blues", "rock");
    assertThat(dataset.warnings()).singleElement().asString().contains("no artists");
  }

  @Test
  void speechCommandsAreSplitByTheListsOrTheHash() {
    Samples.tree(
        root,
        "yes/00000000_nohash_0.wav",
        "yes/3c6ef362_nohash_0.wav",
        "no/be1e0823_nohash_1.wav",
        "no/3c6ef362_nohash_0.wav",
        "_background_noise_/pink_noise.wav");
    Dataset hashed = Layouts.open(root);
    assertThat(hashed.layout()).isEqualTo("speech-commands");
    assertThat(hashed.examples())
        .extracting(Example::split)
        .containsExactly("train", "test", "validation", "train");
    assertThat(hashed.examples()).extracting(Example::group).contains("3c6ef362");
    assertThat(hashed.warnings()).isEmpty();

    Samples.write(root, "validation_list.txt", "no/3c6ef362_nohash_0.wav\n");
    Samples.write(root, "testing_list.txt", "yes/00000000_nohash_0.wav\n");
    assertThat(Layouts.open(root).examples())
        .extracting(Example::split)
        .containsExactly("validation", "train", "test", "train");
  }

  /** Golden: computed by the publisher's {@code which_set} (TensorFlow's input_data.py). */
  @ParameterizedTest
  @CsvSource({
    "00000000,validation",
    "9e3779b1,validation",
    "2e2ac0ea,validation",
    "3c6ef362,train",
    "daa66d13,train",
    "78dde6c4,train",
    "be1e0823,test",
    "c6ef3620,test",
    "6526afd1,test"
  })
  void theHashRuleIsThePublishers(String speaker, String split) {
    assertThat(SpeechCommandsLayout.splitOf(speaker)).isEqualTo(split);
  }

  @Test
  void audioSetIsRolledUpAlongTheOntology() {
    audioSet();
    Dataset all = Layouts.open(root);
    assertThat(all.layout()).isEqualTo("audioset");
    assertThat(all.labels()).containsExactly("Bark", "Dog", "Music", "Speech");
    assertThat(all.examples()).extracting(Example::split).containsExactly("test", "train", "train");
    assertThat(all.warnings())
        .containsExactly(
            "1 file named in balanced_train_segments.csv not found, left out: gone_gone-X");

    Dataset rolled = Layouts.open(root, Selection.of(List.of("Animal", "music"), List.of()));
    assertThat(rolled.labels()).containsExactly("Animal", "Music");
    assertThat(rolled.examples())
        .extracting(Example::id)
        .containsExactly("eval/aaaaaaaaaaa.wav", "train/Ybbbbbbbbbbb.wav");
    assertThat(rolled.examples().get(0).labels()).containsExactly("Animal", "Music");
    assertThatThrownBy(() -> Layouts.open(root, Selection.of(List.of("Speach"), List.of())))
        .isInstanceOf(AuricleException.class)
        .hasMessageContaining("did you mean 'Speech'?");
  }

  @Test
  void oneSegmentListAloneIsOpenedByItsName() {
    audioSet();
    Dataset eval = Layouts.open(root.resolve("eval_segments.csv"));
    assertThat(eval.examples()).extracting(Example::id).containsExactly("eval/aaaaaaaaaaa.wav");
    Samples.write(
        root,
        "broken_segments.csv",
        "# YTID, start_seconds, end_seconds, positive_labels\nxx, 1\n");
    assertThatThrownBy(() -> Layouts.open(root.resolve("broken_segments.csv")))
        .hasMessageContaining("line 2: expected YTID");
  }

  private void audioSet() {
    Samples.tree(
        root,
        "eval/aaaaaaaaaaa.wav",
        "train/Ybbbbbbbbbbb.wav",
        "train/ccccccccccc_30000_40000.wav");
    Samples.write(
        root,
        "ontology.json",
        """
        [{"id":"/m/animal","name":"Animal","child_ids":["/m/dog"]},
         {"id":"/m/dog","name":"Dog","child_ids":["/m/bark"]},
         {"id":"/m/bark","name":"Bark","child_ids":[]},
         {"id":"/m/music","name":"Music","child_ids":[]},
         {"id":"/m/speech","name":"Speech","child_ids":[]}]
        """);
    Samples.write(
        root,
        "eval_segments.csv",
        """
        # Segments csv created Sun Mar  5 10:54:25 2017
        # num_ytids=1, num_segs=1, num_unique_labels=2, num_positive_labels=2
        # YTID, start_seconds, end_seconds, positive_labels
        aaaaaaaaaaa, 0.000, 10.000, "/m/bark,/m/music"
        """);
    Samples.write(
        root,
        "balanced_train_segments.csv",
        """
        # YTID, start_seconds, end_seconds, positive_labels
        bbbbbbbbbbb, 10.000, 20.000, "/m/dog"
        ccccccccccc, 30.000, 40.000, "/m/speech"
        gone_gone-X, 30.000, 40.000, "/m/speech"
        """);
  }
}
