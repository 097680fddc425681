package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.audio.AudioReader;
import dev.auricle.runtime.labels.LabelFiles;
import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story: labels are corrected and cut again, and some lie where there is no sound. */
class SplitTest {
  private static final int RATE = 8000;

  @TempDir Path dir;
  private Path sound;
  private Path out;
  private Path part;

  @BeforeEach
  void writeASound() throws IOException {
    sound = Wav.write(dir.resolve("day.wav"), Wav.tone(440, 6, RATE, 1), RATE);
    out = dir.resolve("parts");
    part = out.resolve("day-0001-a-00h00m01.000s.flac");
  }

  @Test
  void aCorrectedEndIsCutAgain() throws IOException {
    assertThat(split("1,3,a\n").code()).isZero();
    assertThat(AudioReader.probe(part).seconds()).isEqualTo(2);
    assertThat(split("1,3,a\n").out()).contains("(was there)");

    Shell longer = split("1,4.5,a\n");
    assertThat(longer.code()).as(longer.err()).isZero();
    assertThat(longer.out()).doesNotContain("(was there)");
    assertThat(AudioReader.probe(part).seconds()).isEqualTo(3.5);
    assertThat(LabelFiles.read(out.resolve("day.csv")).get(0).events().get(0).end()).isEqualTo(4.5);
    // And back: the last of the notes counts.
    assertThat(split("1,3,a\n").out()).doesNotContain("(was there)");
    assertThat(AudioReader.probe(part).seconds()).isEqualTo(2);
  }

  @Test
  void whatAnEarlierRunLeftIsNamed() throws IOException {
    assertThat(split("1,3,a\n4,5,b\n", "--bridge", "0").err()).doesNotContain("earlier run");
    Path old = out.resolve("day-0002-b-00h00m04.000s.flac");
    Shell again = split("1,3,a\n");
    assertThat(again.code()).isZero();
    assertThat(again.err())
        .contains("also holds 1 file of an earlier run, not in day.csv: " + old.getFileName());
    assertThat(old).exists();
    Files.delete(old);
    assertThat(split("1,3,a\n").err()).doesNotContain("earlier run");
  }

  @Test
  void anotherFadeFormatOrSoundIsCutAgain() throws IOException {
    split("1,3,a\n");
    byte[] before = Files.readAllBytes(part);
    assertThat(split("1,3,a\n", "--fade", "500").out()).doesNotContain("(was there)");
    assertThat(Files.readAllBytes(part)).isNotEqualTo(before);
    assertThat(split("1,3,a\n", "--format", "flac_24").out()).doesNotContain("(was there)");
    assertThat(AudioReader.probe(part).bitsPerSample()).isEqualTo(24);
    Wav.write(sound, Wav.tone(880, 7, RATE, 2), RATE);
    assertThat(split("1,3,a\n", "--format", "flac_24").out()).doesNotContain("(was there)");
    assertThat(split("1,3,a\n", "--format", "flac_24").out()).contains("(was there)");
  }

  @Test
  void aStretchBeyondTheEndIsLeftOutAndOneAcrossItIsCut() throws IOException {
    Shell shell = split("5,9,a\n7,8,b\n");
    assertThat(shell.code()).as(shell.err()).isEqualTo(3);
    assertThat(shell.out().lines()).hasSize(1);
    assertThat(shell.err())
        .contains("lasts 6.000 s; a from 5.000 to 9.000 s is cut at the end")
        .contains("b from 7.000 to 8.000 s is left out")
        .contains("1 file; the times");
    Path cut = out.resolve("day-0001-a-00h00m05.000s.flac");
    assertThat(AudioReader.probe(cut).seconds()).isEqualTo(1);
    assertThat(Files.readString(out.resolve("day.csv")))
        .contains("5.0")
        .doesNotContain(",b", "9.0");
    // Nothing else is said of a file that was there.
    Shell again = split("5,9,a\n7,8,b\n");
    assertThat(again.code()).isEqualTo(3);
    assertThat(again.out()).contains("(was there)");
  }

  @Test
  void labelsThatLieAllBeyondTheEndAreAFailure() throws IOException {
    Shell shell = split("7,8,b\n");
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.err()).contains("day.wav").contains("no stretch lies inside the sound");
    assertThat(out.resolve("day.csv")).doesNotExist();
  }

  @Test
  void aFadeBelowNothingIsWrongUsage() throws IOException {
    for (String fade : new String[] {"-5", "NaN"}) {
      Shell shell = split("1,3,a\n", "--fade", fade);
      assertThat(shell.code()).isEqualTo(2);
      assertThat(shell.err()).contains("--fade").contains("at least 0");
      assertThat(out).doesNotExist();
    }
  }

  @Test
  void theLabelsAreNotReplacedByTheList() throws IOException {
    Path labels = Files.writeString(dir.resolve("day.csv"), "1,3,a\n");
    Shell shell = Shell.run("split", labels, sound, "-o", dir);
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).contains("day.csv").contains("which is read");
    assertThat(labels).hasContent("1,3,a\n");
  }

  @Test
  void twoSoundsOfOneNameAreCutIntoDifferentFiles() throws IOException {
    Path one = tone("a/x.wav", 300);
    Path other = tone("b/x.wav", 900);
    Path labels =
        Files.writeString(
            dir.resolve("labels.csv"),
            "file,start,end,label\n" + one + ",1,3,a\n" + other + ",1,3,a\n");
    Shell shell = Shell.run("split", labels, one, other, one, "-o", out);
    assertThat(shell.code()).as(shell.err()).isZero();
    Path first = out.resolve("x-0001-a-00h00m01.000s.flac");
    Path second = out.resolve("x-2-0001-a-00h00m01.000s.flac");
    assertThat(shell.out().lines())
        .containsExactly(first.toString(), second.toString(), first + "  (was there)");
    assertThat(Files.readAllBytes(first)).isNotEqualTo(Files.readAllBytes(second));
    assertThat(Files.readString(out.resolve("x.csv"))).contains("x-0001-a");
    assertThat(Files.readString(out.resolve("x-2.csv"))).contains("x-2-0001-a");
  }

  @Test
  void eachSoundIsCutByItsOwnEvents() throws IOException {
    Path one = tone("a/x.wav", 300);
    Path other = tone("b/x.wav", 900);
    // Paths as they are from the label file.
    Path labels =
        Files.writeString(
            dir.resolve("n.csv"), "file,start,end,label\na/x.wav,1,2,a\n./b/x.wav,3,4,b\n");
    Shell shell = Shell.run("split", labels, one, other, "-o", out);
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.out().lines())
        .containsExactly(
            out.resolve("x-0001-a-00h00m01.000s.flac").toString(),
            out.resolve("x-2-0001-b-00h00m03.000s.flac").toString());
    Shell third = Shell.run("split", labels, tone("c/x.wav", 500), "-o", out);
    assertThat(third.code()).isEqualTo(1);
    assertThat(third.err()).contains("several sounds of the name x.wav: a/x.wav, ./b/x.wav");
    // A name alone is enough where one sound has it.
    Files.writeString(labels, "file,start,end,label\nold/x.wav,1,2,a\nold/y.wav,3,4,b\n");
    assertThat(Shell.run("split", labels, one, "-o", out).code()).isZero();
  }

  @Test
  void aSoundThatTheLabelsDoNotNameIsAFailureUnlessTheyNameAnother() throws IOException {
    Shell none = split("file,start,end,label\nnight.wav,1,2,a\ndawn.wav,1,2,a\n");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err())
        .contains("labels.csv names no " + sound)
        .contains("it holds night.wav, dawn.wav");
    Path other = tone("night.wav", 300);
    Path labels = dir.resolve("labels.csv");
    Shell one = Shell.run("split", labels, sound, other, "-o", out);
    assertThat(one.code()).as(one.err()).isZero();
    assertThat(one.out().lines()).hasSize(1);
    assertThat(one.err())
        .contains("warning: " + labels + " names no " + sound + "; it is taken for silent");
    Shell single = split("file,start,end,label\nnight.wav,1,2,a\n");
    assertThat(single.code()).isZero();
    assertThat(single.err())
        .contains("warning: " + labels + " is of night.wav; it is taken for that of " + sound);
    assertThat(split("file,start,end,label\nold/day.wav,1,2,a\n").err()).doesNotContain("warning");
  }

  @Test
  void labelsToKeepMayHoldCommas() throws IOException {
    String rows = "0,1,\"a, b\"\n1,2,a\n2,3,c\n3,4,b\n";
    assertThat(split(rows, "--keep", "a, b,c").out()).contains("-a_b-", "-c-").hasLineCount(2);
    assertThat(split(rows, "--keep", "c,a").out()).contains("-a-", "-c-").hasLineCount(2);
    assertThat(split("0,1,Rain\n1,2,wind\n", "--keep", "Rian,wind").err())
        .contains("holds no label Rian; did you mean 'Rain'? It knows Rain, wind");
  }

  private Path tone(String name, double pitch) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    return Wav.write(file, Wav.tone(pitch, 6, RATE, 1), RATE);
  }

  private Shell split(String rows, String... more) throws IOException {
    Path labels = Files.writeString(dir.resolve("labels.csv"), rows);
    List<Object> words = new ArrayList<>(List.of("split", labels, sound, "-o", out));
    words.addAll(List.of(more));
    return Shell.run(words.toArray());
  }
}
