package dev.auricle.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story: folders and manifests, good and broken, and what is said of them. */
class LayoutsTest {
  @TempDir Path root;

  @Test
  void aFolderPerLabelNestedAndWithTwoLabels() {
    Samples.tree(
        root,
        "dog/b.wav",
        "dog/far/a.FLAC",
        "dog/notes.txt",
        "dog/.hidden.wav",
        ".git/x.wav",
        "cat/a.wav",
        "dog,cat/both.ogg",
        "stray.mp3");
    Dataset dataset = Layouts.open(root);
    assertThat(dataset.layout()).isEqualTo("folders");
    assertThat(dataset.examples())
        .extracting(Example::id)
        .containsExactly("cat/a.wav", "dog,cat/both.ogg", "dog/b.wav", "dog/far/a.FLAC");
    assertThat(dataset.labels()).containsExactly("cat", "dog");
    assertThat(dataset.multiLabel()).isTrue();
    assertThat(dataset.examples().get(1).labels()).containsExactly("dog", "cat");
    assertThat(dataset.examples().get(3).column("folder")).isEqualTo("dog/far");
    assertThat(dataset.description()).isEqualTo("one folder per label: 4 sounds, 2 labels");
    assertThat(dataset.warnings())
        .containsExactly("1 sound file in no label's folder, left out: stray.mp3");
    assertThat(dataset.defaultProtocol().words()).isEqualTo("kfold:4");
  }

  @Test
  void foldersOfFoldsAreTheFolds() {
    Samples.tree(
        root, "fold1/dog/1.wav", "fold1/cat/2.wav", "Fold_2/dog/3.wav", "Fold_2/cat/4.wav");
    Dataset dataset = Layouts.open(root);
    assertThat(dataset.labels()).containsExactly("cat", "dog");
    assertThat(dataset.examples()).extracting(Example::fold).containsExactly("2", "2", "1", "1");
    assertThat(dataset.description()).contains("in folders of folds");
  }

  @Test
  void foldersOfSoundsNamedLikeFoldsAreLabels() {
    Samples.tree(root, "fold1/1.wav", "fold2/2.wav");
    assertThat(Layouts.open(root).labels()).containsExactly("fold1", "fold2");
  }

  @Test
  void aNameLikeADigitsTakeIsNoReasonToFail() {
    Samples.tree(root, "dog/1_rex_20240101120001.wav", "cat/2_tom_20240101120002.wav");
    assertThat(Layouts.open(root).labels()).containsExactly("cat", "dog");
  }

  @Test
  void aColumnOfSpeakersIsPointedOut() {
    StringBuilder rows = new StringBuilder("path,label,Speaker,take\n");
    for (int i = 0; i < 8; i++) {
      Samples.tree(root, "a/" + i + ".wav");
      rows.append("a/%d.wav,%s,s%d,t%d%n".formatted(i, i % 2 == 0 ? "x" : "y", i / 2, i / 2));
    }
    Samples.write(root, "clips.csv", rows.toString());
    Dataset dataset = Layouts.open(root.resolve("clips.csv"));
    assertThat(Protocol.parse("kfold:2", 1).warnings(dataset))
        .singleElement()
        .asString()
        .contains("column 'Speaker' has 4 values", "--group-by Speaker");
    assertThat(Protocol.parse("kfold:2", 1).withGroupBy("Speaker").warnings(dataset)).isEmpty();
  }

  @Test
  void trainAndTestFoldersAreASplit() {
    Samples.tree(
        root, "train/dog/1.wav", "train/cat/2.wav", "test/dog/3.wav", "Validation/cat/4.wav");
    Dataset dataset = Layouts.open(root);
    assertThat(dataset.labels()).containsExactly("cat", "dog");
    assertThat(dataset.examples())
        .extracting(Example::split)
        .containsExactly("validation", "test", "train", "train");
    assertThat(dataset.defaultProtocol().words()).isEqualTo("official");
  }

  /** Names as FSDD has them, in folders that say otherwise. */
  @Test
  void foldersOfLabelsAreNoSpokenDigits() {
    Samples.tree(root, "dog/1_rex_1.wav", "dog/1_rex_2.wav", "cat/1_tom_1.wav", "cat/1_tom_2.wav");
    Dataset dataset = Layouts.open(root);
    assertThat(dataset.layout()).isEqualTo("folders");
    assertThat(dataset.labels()).containsExactly("cat", "dog");
  }

  @Test
  void aManifestOfAnotherNameNamesTheDataset() {
    Samples.tree(root, "dog/1.wav", "cat/2.wav");
    Samples.write(root, "mine.csv", "path,label\ndog/1.wav,dog\ncat/2.wav,cat\n");
    assertThat(Layouts.open(root.resolve("mine.csv")).name()).isEqualTo("mine");
  }

  @Test
  void trainAndValidationFoldersAreNoLabels() {
    Samples.tree(root, "train/dog/1.wav", "train/cat/2.wav", "val/dog/3.wav", "val/cat/4.wav");
    Dataset dataset = Layouts.open(root);
    assertThat(dataset.labels()).containsExactly("cat", "dog");
    assertThat(dataset.defaultProtocol().words()).isEqualTo("kfold:4");
    assertThat(dataset.warnings()).singleElement().asString().contains("call its folder test");
  }

  @Test
  void aManifestAtTheRootWins() {
    Samples.tree(root, "dog/1.wav", "cat/2.wav", "cat/3.wav");
    Samples.write(
        root,
        "manifest.csv",
        """
        path,label,group,split,room
        dog/1.wav,hund,anna,train,kitchen
        "cat/2.wav",katze;haustier,berta,test,hall
        """);
    Dataset dataset = Layouts.open(root);
    assertThat(dataset.layout()).isEqualTo("manifest");
    assertThat(dataset.labels()).containsExactly("haustier", "hund", "katze");
    assertThat(dataset.examples().get(0).labels()).containsExactly("katze", "haustier");
    assertThat(dataset.examples().get(1).group()).isEqualTo("anna");
    assertThat(dataset.examples().get(1).column("room")).isEqualTo("kitchen");
    assertThat(dataset.description())
        .isEqualTo("manifest.csv, a manifest: 2 sounds, 2 groups, its own split");
  }

  @Test
  void stretchesOfOneFileAreAGroup() {
    Samples.tree(root, "a.wav", "b.wav");
    Path list =
        Samples.write(
            root,
            "list.tsv",
            "path\tlabel\tstart\tend\na.wav\tx\t0\t1.5\na.wav\ty\t1.5\t3\nb.wav\tx\t\t2\n");
    Dataset dataset = Layouts.open(list);
    assertThat(dataset.examples())
        .extracting(Example::id)
        .containsExactly("a.wav#0-1.5", "a.wav#1.5-3", "b.wav#0-2");
    assertThat(dataset.examples())
        .extracting(Example::group)
        .containsExactly("a.wav", "a.wav", "b.wav");
    assertThat(dataset.examples().get(1).start()).isEqualTo(1.5);
    assertThat(dataset.groupName()).isEqualTo("file");
  }

  @Test
  void jsonLinesHoldSeveralLabelsInAnArray() {
    Samples.tree(root, "a.wav", "b.wav");
    Path list =
        Samples.write(
            root,
            "list.jsonl",
            "{\"path\":\"a.wav\",\"label\":[\"x\",\"y\"],\"take\":3}\n\n"
                + "{\"path\":\"b.wav\",\"label\":\"x\"}\n");
    Dataset dataset = Layouts.open(list);
    assertThat(dataset.examples().get(0).labels()).containsExactly("x", "y");
    assertThat(dataset.examples().get(0).column("take")).isEqualTo("3");
  }

  @Test
  void aColumnNamedLabelsIsDividedByCommasAndOneNamedLabelIsNot() {
    Samples.tree(root, "a.wav", "b.wav");
    Path several =
        Samples.write(root, "s.csv", "fname,labels\na.wav,\"Guitar,Music\"\nb.wav,Music\n");
    Path one =
        Samples.write(root, "o.csv", "path,label\na.wav,\"Male speech, man\"\nb.wav,Music\n");
    assertThat(Layouts.open(several).labels()).containsExactly("Guitar", "Music");
    assertThat(Layouts.open(one).labels()).containsExactly("Male speech, man", "Music");
  }

  @Test
  void missingFilesAreCountedUnlessAllAreMissing() {
    Samples.tree(root, "a.wav");
    Path list =
        Samples.write(root, "l.csv", "path,label\na.wav,x\nb.wav,y\nc.wav,y\nd.wav,y\ne.wav,y\n");
    assertThat(Layouts.open(list).warnings())
        .containsExactly(
            "4 files named in l.csv not found, left out: b.wav, c.wav, d.wav and 1 more");
    Path none = Samples.write(root, "n.csv", "path,label\nb.wav,y\n");
    assertError(none, "none of the 1 file that", "is there: b.wav");
  }

  @Test
  void brokenRowsAreNamedByLine() {
    Samples.tree(root, "a.wav", "b.wav");
    assertError(
        Samples.write(root, "1.csv", "path,label\na.wav,x\n\nb.wav\n"),
        "1.csv, line 4: 1 fields where the header names 2 columns");
    assertError(
        Samples.write(
            root, "2.csv", "path,label,start,end\na.wav,x,zero,1\nb.wav,x,2,1\na.wav,,0,1\n"),
        "3 broken rows",
        "line 2: start is 'zero', expected seconds",
        "line 3: the end 1.0 s does not come after the start",
        "line 4: no label for a.wav");
    assertError(
        Samples.write(root, "3.csv", "path,label\na.wav,x\na.wav,y\n"),
        "line 3: a.wav stands on line 2 already");
    assertError(
        Samples.write(root, "4.csv", "path,label,split\na.wav,x,trian\n"),
        "line 2: the split is 'trian', expected train, validation or test");
    assertError(Samples.write(root, "5.csv", "path,label\n\"a.wav,x\n"), "line 2: a quote opens");
    assertError(
        Samples.write(root, "6.csv", "name,sound\na.wav,x\n"),
        "no column 'path'",
        "found name,sound");
    assertError(
        Samples.write(root, "7.jsonl", "{\"path\":\"a.wav\",\"label\":\"x\"}\n{oops\n"),
        "line 2: not JSON");
    assertError(Samples.write(root, "8.csv", ""), "is empty");
  }

  @Test
  void whatIsNotADatasetIsSaid() {
    assertError(root.resolve("nowhere"), "no such file or folder");
    assertError(root, "is empty");
    Samples.tree(root, "a.txt", "b.txt", "c.pdf");
    assertError(root, "no sound files", "2 .txt, 1 .pdf", "known layouts", "ESC-50");
    Samples.tree(root, "x.wav", "y.wav");
    assertError(root, "cannot tell the labels", "2 .wav", "one folder per label");
    Samples.tree(root, "dog/x.wav");
    assertError(root, "one label only, 'dog'", "two folders");
    assertError(root.resolve("x.wav"), "is a sound");
  }

  @Test
  void labelsThatCannotBeShownAreRefused() {
    Samples.tree(root, "dog/a.wav", "c\u001b[2Jat/b.wav");
    assertError(root, "label 'c?[2Jat' of 'c?[2Jat/b.wav' holds a control character", "rename");
    Samples.tree(root, "a.wav", "b.wav");
    assertError(
        Samples.write(
            root,
            "m.jsonl",
            "{\"path\":\"a.wav\",\"label\":\"x\"}\n"
                + "{\"path\":\"b.wav\",\"label\":\"y\\u0007z\"}\n"),
        "label 'y?z' of 'b.wav' holds a control character");
  }

  @Test
  void aFolderNamedByASpaceIsNoLabel() {
    Samples.tree(root, "dog/a.wav", " /b.wav");
    assertError(root, "label ' ' of ' /b.wav' is blank");
  }

  @Test
  void fsddNamesCarryDigitSpeakerAndTake() {
    Samples.tree(
        root, "recordings/0_anna_0.wav", "recordings/0_anna_5.wav", "recordings/1_berta_12.wav");
    Dataset dataset = Layouts.open(root);
    assertThat(dataset.layout()).isEqualTo("fsdd");
    assertThat(dataset.labels()).containsExactly("0", "1");
    assertThat(dataset.examples())
        .extracting(Example::split)
        .isEqualTo(List.of("test", "train", "train"));
    assertThat(dataset.examples())
        .extracting(Example::group)
        .isEqualTo(List.of("anna", "anna", "berta"));
  }

  private static void assertError(Path data, String... parts) {
    assertThatThrownBy(() -> Layouts.open(data))
        .isInstanceOf(AuricleException.class)
        .message()
        .contains(parts);
  }
}
