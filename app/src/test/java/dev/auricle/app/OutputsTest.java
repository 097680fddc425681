package dev.auricle.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story: a user names a place that must not or cannot be written, and hears so before the work. */
class OutputsTest {
  private static final int RATE = 8000;

  @TempDir Path dir;
  private Path data;
  private Path sound;

  @BeforeEach
  void writeSounds() throws IOException {
    data = dir.resolve("tones");
    for (int i = 0; i < 6; i++) {
      Wav.write(data.resolve("low/" + i + ".wav"), Wav.tone(200 + 10 * i, 0.3, RATE, i), RATE);
      Wav.write(data.resolve("high/" + i + ".wav"), Wav.tone(2000 + 50 * i, 0.3, RATE, i), RATE);
    }
    sound = data.resolve("low/0.wav");
  }

  @Test
  void aTrainingSoundIsNotReplacedByABundle() throws IOException {
    refused(train("-o", sound), sound);
    // A name apart, the same file.
    Path link = Files.createSymbolicLink(dir.resolve("linked.auricle"), sound);
    refused(train("-o", link), sound);
    refused(train("-o", dir.resolve("new.auricle"), "--report", sound), sound);
    assertThat(dir.resolve("new.auricle")).doesNotExist();
    refused(Shell.run("compare", data, "-r", "logistic", "--report", sound), sound);
    refused(Shell.run("tune", data, "-r", "logistic", "-o", sound), sound);
  }

  @Test
  void noSoundAtAllIsReplacedByABundle() throws IOException {
    Path other = Files.copy(sound, dir.resolve("other.wav"));
    Shell shell = train("-o", other, "--no-report");
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).contains("other.wav").contains("ends like a sound");
    assertThat(other).hasSameBinaryContentAs(sound);
  }

  @Test
  void aTableIsWrittenOverNeitherASoundNorAManifest() throws IOException {
    for (Path read : List.of(sound, data)) {
      Shell shell = Shell.run("features", read, "-o", sound);
      assertThat(shell.code()).isEqualTo(2);
      assertThat(shell.err()).contains("0.wav").contains("must end in .csv");
      assertThat(Files.readString(sound, ISO_8859_1)).startsWith("RIFF");
    }
    String rows = "path,label\ntones/low/0.wav,low\ntones/high/0.wav,high\n";
    Path manifest = Files.writeString(dir.resolve("clips.csv"), rows);
    Shell shell = Shell.run("features", manifest, "-o", manifest);
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).contains("would replace").contains("which is read");
    assertThat(manifest).hasContent(rows);
  }

  @Test
  void pagesAndPicturesReplaceNoSound() throws IOException {
    Path bundle = dir.resolve("tones.auricle");
    assertThat(train("-o", bundle, "--no-report", "-q").code()).isZero();
    refused(Shell.run("evaluate", bundle, data, "--report", sound), sound);
    assertThat(Shell.run("evaluate", bundle, data, "--report", bundle).err())
        .contains("would replace");
    refused(Shell.run("inspect", data, "--html", sound), sound);
    refused(Shell.run("tune-events", bundle, data, "-o", sound), sound);
    for (String name : List.of("a.jpg", "a", "0.wav")) {
      Shell shell = Shell.run("spectrogram", sound, "-o", dir.resolve(name));
      assertThat(shell.code()).isEqualTo(2);
      assertThat(shell.err()).contains(name + ": the name must end in .png");
      assertThat(dir.resolve(name)).doesNotExist();
    }
  }

  @Test
  void aPlaceThatCannotBeWrittenIsKnownBeforeTraining() throws IOException {
    Path folder = Files.createDirectories(dir.resolve("folder"));
    Path file = Files.writeString(dir.resolve("file"), "text");
    unwritable(train("-o", folder, "--no-report"), "is a folder");
    unwritable(train("-o", file.resolve("x.auricle"), "--no-report"), "is no folder");
    unwritable(train("-o", dir.resolve("x.auricle"), "--report", folder), "is a folder");
    Path below = file.resolve("deep/r.html");
    unwritable(Shell.run("compare", data, "-r", "logistic", "--report", below), "is no folder");
    unwritable(
        Shell.run("compare", data, "-r", "logistic", "--bundles", file, "--no-report"),
        "is no folder");
    unwritable(Shell.run("tune", data, "-r", "logistic", "-o", folder), "is a folder");
    assertThat(dir.resolve("x.auricle")).doesNotExist();
    assertThat(folder).isEmptyDirectory();
    if (Files.isDirectory(Path.of("/proc/self"))) {
      unwritable(train("-o", "/proc/x.auricle", "--no-report"), "no file can be made in /proc");
    }
  }

  @Test
  void foldersThatAreMissingAreMade() {
    Path bundle = dir.resolve("new/place/tones.auricle");
    Shell shell = train("-o", bundle, "--no-report", "-q");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(bundle).exists();
    assertThat(bundle.getParent().toFile().list()).containsExactly("tones.auricle");
  }

  private Shell train(Object... more) {
    List<Object> words = new ArrayList<>(List.of("train", data, "-r", "logistic"));
    words.addAll(List.of(more));
    return Shell.run(words.toArray());
  }

  private static void refused(Shell shell, Path sound) throws IOException {
    assertThat(shell.code()).as(shell.err()).isEqualTo(2);
    assertThat(shell.err()).contains("would replace").contains("which is read");
    assertThat(Files.readString(sound, ISO_8859_1)).startsWith("RIFF");
  }

  private static void unwritable(Shell shell, String why) {
    assertThat(shell.code()).as(shell.err()).isEqualTo(1);
    assertThat(shell.err()).contains(why).doesNotContain("Exception");
    assertThat(shell.out()).doesNotContain("accuracy");
  }
}
