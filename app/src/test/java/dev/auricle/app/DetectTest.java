package dev.auricle.app;

import static dev.auricle.app.TonesAndNoises.sound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.audio.AudioClip;
import dev.auricle.audio.AudioFormat;
import dev.auricle.audio.AudioReader;
import dev.auricle.audio.AudioWriter;
import dev.auricle.runtime.Classifier;
import dev.auricle.runtime.DetectionOptions;
import dev.auricle.runtime.Event;
import dev.auricle.runtime.detection.Detector;
import dev.auricle.runtime.labels.LabelFiles;
import dev.auricle.runtime.labels.SoundEvents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Story: a bundle is trained on tones and noises, finds them in longer sounds, is fitted, cuts them
 * out, and goes on where it was stopped.
 */
class DetectTest {
  private static final int RATE = 8000;

  @TempDir static Path shared;
  @TempDir Path folder;
  private static String bundle = "";
  private static Path clips = Path.of("");

  @BeforeAll
  static void train() throws IOException {
    clips = shared.resolve("clips");
    bundle = TonesAndNoises.bundle(shared);
  }

  @Test
  void whatIsHeardWhenIsPrinted() {
    Path file = programme("evening.wav");
    Shell found = Shell.run("detect", bundle, file.toString(), "-q");
    assertThat(found.code()).as(found.err()).isZero();
    String[] lines = found.out().split("\n");
    assertThat(lines[0]).isEqualTo("file,start,end,label,score");
    assertThat(lines).hasSize(4);
    assertThat(lines[1]).contains("evening.wav,").contains(",tone,");
    assertThat(lines[2]).contains(",noise,");
    Shell json = Shell.run("detect", bundle, file.toString(), "--json", "--labels", "noise");
    assertThat(json.out().split("\n")).singleElement().asString().contains("\"label\":\"noise\"");
    Shell unknown = Shell.run("detect", bundle, file.toString(), "--labels", "birds");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("knows no label birds");
    Shell near = Shell.run("detect", bundle, file.toString(), "--labels", "noise,Tome");
    assertThat(near.err()).contains("knows no label Tome; did you mean 'tone'?");
  }

  @Test
  void aLengthOfGapsThatNobodyLooksForIsWrongUsage() {
    Path file = programme("gaps.wav");
    Shell alone = Shell.run("detect", bundle, file, "--gap", "1");
    assertThat(alone.code()).isEqualTo(2);
    assertThat(alone.err()).contains("--gap 1.0 has no effect without --gap-db");
    assertThat(Shell.run("detect", bundle, file, "--gap", "1", "--gap-db", "30").code()).isZero();
    Shell silence = Shell.run("detect", bundle, file, "--silence", "1", "--silence-db", "none");
    assertThat(silence.code()).isEqualTo(2);
  }

  @Test
  void labelsOfSeveralFoldersLieBelowTheirNames() {
    programme("one/same.wav");
    programme("two/deep/same.wav");
    Path out = folder.resolve("labels");
    Shell run =
        Shell.run(
            "detect",
            bundle,
            folder.resolve("one"),
            folder.resolve("two"),
            "-o",
            out,
            "--format",
            "audacity");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(out.resolve("one/same.txt")).exists();
    assertThat(out.resolve("two/deep/same.txt")).exists();
  }

  @Test
  void howFastItWasIsSaidOfLongSoundsAlone() throws IOException {
    Path file = programme("long.wav");
    assertThat(Shell.run("detect", bundle, file).err()).contains("s of sound; ", "x real time");
    Path brief = folder.resolve("brief.wav");
    AudioWriter.write(new AudioClip(sound("tone", 2 * RATE, new Random(1)), RATE), brief);
    Shell run = Shell.run("detect", bundle, brief);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("in 2.0 s of sound").doesNotContain("real time");
  }

  @Test
  void whichOfSeveralSoundsIsJudgedIsAskedFor() throws IOException {
    Path labels =
        Files.writeString(
            folder.resolve("two.csv"),
            "file,start,end,label\na/x.wav,0,1,tone\nb/x.wav,0,1,tone\nb/x.wav,2,3,tone\n");
    Shell all = Shell.run("evaluate-events", labels, labels);
    assertThat(all.code()).as(all.err()).isZero();
    assertThat(all.out()).containsPattern("all +3 +3");
    Shell one = Shell.run("evaluate-events", labels, labels, folder.resolve("b/x.wav"));
    assertThat(one.code()).as(one.err()).isZero();
    assertThat(one.out()).containsPattern("all +2 +2");
    Shell other = Shell.run("evaluate-events", labels, labels, folder.resolve("c/x.wav"));
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.err()).contains("several sounds of the name x.wav");
  }

  @Test
  void boundariesLieWhereTheSoundChanges() throws IOException {
    Path file = programme("exact.wav");
    Path reference =
        Files.writeString(folder.resolve("ref.csv"), "0,6,tone\n6,11,noise\n12,17,tone\n");
    Path picture = folder.resolve("exact.png");
    Shell scored =
        Shell.run(
            "evaluate-events",
            bundle,
            reference.toString(),
            file.toString(),
            "--json",
            "--collar",
            "0.1",
            "--offset-share",
            "0",
            "--picture",
            picture.toString());
    assertThat(scored.code()).as(scored.err()).isZero();
    assertThat(scored.out().replaceAll("\\s", ""))
        .contains("\"events\":{\"reference\":3,\"found\":3,\"correct\":3");
    assertThat(picture).isNotEmptyFile();
    Shell same = Shell.run("evaluate-events", reference.toString(), reference.toString());
    assertThat(same.code()).isZero();
    assertThat(same.out()).containsPattern("all +3 +3 +1.000 +0.000 +1.000");
  }

  @Test
  void eachSoundGetsALabelFileInAFolder() throws IOException {
    programme("one/a.wav");
    programme("one/deep/a.wav");
    Files.copy(programme("one/b.wav"), folder.resolve("one/b.flac.wav"));
    Path out = folder.resolve("labels");
    Shell run =
        Shell.run(
            "detect",
            bundle,
            folder.resolve("one").toString(),
            "-o",
            out.toString(),
            "--format",
            "textgrid",
            "-q");
    assertThat(run.code()).as(run.err()).isZero();
    for (String name : List.of("a", "b", "b.flac", "deep/a")) {
      List<SoundEvents> read = LabelFiles.read(out.resolve(name + ".TextGrid"));
      assertThat(read.get(0).events()).hasSize(3);
      assertThat(read.get(0).seconds()).isCloseTo(17, within(1e-3));
    }
    assertThat(out.resolve(".auricle-detect.journal")).doesNotExist();
    Shell refused =
        Shell.run(
            "detect",
            bundle,
            folder.resolve("one").toString(),
            "-o",
            folder.resolve("x.TextGrid").toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("one sound");
  }

  @Test
  void aStoppedRunGoesOnAndNothingIsLostOrRepeated() throws IOException {
    for (int i = 0; i < 6; i++) {
      Path made = programme("in/" + i + ".wav");
      Files.setLastModifiedTime(made, FileTime.fromMillis(1_000_000_000L + i));
    }
    Files.writeString(folder.resolve("in/bad.wav"), "no sound");
    String in = folder.resolve("in").toString();
    Path out = folder.resolve("events.csv");
    Path journal = folder.resolve("events.csv.journal");
    Shell first = Shell.run("detect", bundle, in, "-o", out.toString());
    assertThat(first.code()).isEqualTo(3);
    assertThat(first.err()).contains("bad.wav").contains("1 of 7 files failed");
    String whole = Files.readString(out);
    assertThat(whole.lines()).hasSize(1 + 6 * 3);
    // What a kill leaves: some lines, the last one cut off, and no output.
    List<String> lines = Files.readAllLines(journal);
    assertThat(lines).hasSize(6);
    Files.writeString(
        journal, String.join("\n", lines.subList(0, 3)) + "\n" + lines.get(3).substring(0, 50));
    Files.delete(out);
    Shell second = Shell.run("detect", bundle, in, "-o", out.toString());
    assertThat(second.code()).isEqualTo(3);
    assertThat(second.err()).contains("3 files done in an earlier run");
    assertThat(out).hasContent(whole);
    // A file that changed, or another setting, is done again; the mended file ends the run.
    Files.setLastModifiedTime(folder.resolve("in/2.wav"), FileTime.fromMillis(2_000_000_000L));
    Files.copy(
        folder.resolve("in/1.wav"),
        folder.resolve("in/bad.wav"),
        StandardCopyOption.REPLACE_EXISTING);
    Shell third = Shell.run("detect", bundle, in, "-o", out.toString());
    assertThat(third.code()).as(third.err()).isZero();
    assertThat(third.err())
        .contains("5 files done in an earlier run")
        .contains("21 events in 119.0 s of sound");
    assertThat(Files.readAllLines(out)).hasSize(1 + 7 * 3);
    assertThat(journal).doesNotExist();
    Shell.run(
        "detect", bundle, folder.resolve("in/absent.wav").toString(), in, "-o", out.toString());
    assertThat(journal).exists();
    Shell other =
        Shell.run(
            "detect",
            bundle,
            folder.resolve("in/absent.wav").toString(),
            in,
            "-o",
            out.toString(),
            "--hop",
            "0.2");
    assertThat(other.err()).doesNotContain("earlier run");
  }

  @Test
  void stretchesAreCutToTheSample() throws IOException {
    Path file = programme("evening.wav");
    Path labels =
        Files.writeString(
            folder.resolve("cut.csv"),
            "0.5,2.25,tone\n2.75,4,tone\n6.1,9.3,noise\n12.000125,16,\"to/ne \"\n");
    Path out = folder.resolve("parts");
    Shell run =
        Shell.run(
            "split",
            labels.toString(),
            file.toString(),
            "-o",
            out.toString(),
            "--fade",
            "0",
            "--format",
            "wav_16",
            "-q");
    assertThat(run.code()).as(run.err()).isZero();
    float[] whole = AudioReader.read(file, AudioReader.NATIVE_RATE).samples();
    // The first two share a file, with what lies between.
    assertPart(out.resolve("evening-0001-tone-00h00m00.500s.wav"), whole, 4000, 32_000);
    assertPart(out.resolve("evening-0002-noise-00h00m06.100s.wav"), whole, 48_800, 74_400);
    assertPart(out.resolve("evening-0003-to_ne_-00h00m12.000s.wav"), whole, 96_001, 128_000);
    assertThat(LabelFiles.read(out.resolve("evening.csv"))).hasSize(3);
    // A file that is there is left alone; one that is not is made.
    Path kept = out.resolve("evening-0002-noise-00h00m06.100s.wav");
    FileTime before = FileTime.fromMillis(1_000_000_000L);
    Files.setLastModifiedTime(kept, before);
    Files.delete(out.resolve("evening-0001-tone-00h00m00.500s.wav"));
    Shell.run(
        "split",
        labels.toString(),
        file.toString(),
        "-o",
        out.toString(),
        "--fade",
        "0",
        "--format",
        "wav_16");
    assertThat(Files.getLastModifiedTime(kept)).isEqualTo(before);
    assertPart(out.resolve("evening-0001-tone-00h00m00.500s.wav"), whole, 4000, 32_000);
    // Without what lies between, and faded at each cut.
    Path apart = folder.resolve("apart");
    Shell.run(
        "split",
        labels.toString(),
        file.toString(),
        "-o",
        apart.toString(),
        "--keep",
        "tone",
        "--drop-silence",
        "--fade",
        "10",
        "--format",
        "wav_16");
    float[] joined =
        AudioReader.read(apart.resolve("evening-0001-tone-00h00m00.500s.wav"), RATE).samples();
    assertThat(joined).hasSize(14_000 + 10_000);
    assertThat(joined[0]).isCloseTo(0, within(1e-3f));
    assertThat(joined[13_999]).isCloseTo(0, within(1e-3f));
    assertThat(joined[7000]).isEqualTo(whole[4000 + 7000]);
    assertThat(joined[14_000 + 5000]).isEqualTo(whole[22_000 + 5000]);
  }

  @Test
  void songsAreCutOutOfAnEvening() {
    Path file = programme("evening.wav");
    Path out = folder.resolve("songs");
    Shell run = Shell.run("split", bundle, file.toString(), "-o", out.toString(), "--keep", "tone");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().lines()).hasSize(2).allMatch(line -> line.endsWith(".flac"));
    assertThat(AudioReader.probe(Path.of(run.out().split("\n")[0])).seconds()).isBetween(5.5, 6.5);
  }

  @Test
  void optionsAreFittedToClips() {
    String fitted = folder.resolve("fitted.auricle").toString();
    Shell run =
        Shell.run(
            "tune-events",
            bundle,
            clips.toString(),
            "-o",
            fitted,
            "--programmes",
            "1",
            "--windows",
            "1",
            "--hops",
            "0.5",
            "-q");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("chosen options").contains("median: ");
    assertThat(run.err())
        .contains("28 of 28 clips were in the training data")
        .contains("train on --subset split=train, or name clips the bundle was not fitted on");
    Shell shown = Shell.run("show", fitted, "--json");
    assertThat(shown.out()).contains("\"detection\"").contains("\"segmentF1\"");
    assertThat(Shell.run("detect", fitted, programme("e.wav").toString()).code()).isZero();
  }

  @Test
  void theMicrophoneGivesWhatAFileGives() throws Exception {
    Path file = programme("live.wav");
    byte[] wav = Files.readAllBytes(file);
    byte[] samples = Arrays.copyOfRange(wav, wav.length - 2 * 17 * RATE, wav.length);
    List<String> calls = new ArrayList<>();
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (Classifier classifier = Classifier.load(Path.of(bundle));
        Detector detector = Detector.of(classifier, DetectionOptions.of(classifier.bundle()), 1)) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      ListenCommand.listen(
          detector,
          new Microphone(ListenTest.line(samples, 1, calls)),
          new LiveText(classifier.bundle().labels(), true),
          Double.POSITIVE_INFINITY);
    } finally {
      System.setOut(before);
    }
    float[] sound = AudioReader.read(file, AudioReader.NATIVE_RATE).samples();
    try (Detector detector = Detector.load(Path.of(bundle))) {
      List<Event> expected = detector.detect(new AudioClip(sound, 16_000));
      String[] lines = printed.toString(StandardCharsets.UTF_8).split("\n");
      assertThat(lines).hasSameSizeAs(expected);
      for (int i = 0; i < lines.length; i++) {
        Event event = expected.get(i);
        assertThat(lines[i])
            .startsWith("{\"start\":" + event.start() + ",\"end\":" + event.end() + ",")
            .contains("\"" + event.label() + "\"");
      }
    }
  }

  private static void assertPart(Path file, float[] whole, int from, int to) {
    float[] part = AudioReader.read(file, AudioReader.NATIVE_RATE).samples();
    assertThat(part).hasSize(to - from);
    for (int i = 0; i < part.length; i++) {
      assertThat(part[i]).isEqualTo(whole[from + i]);
    }
  }

  /** A tone to 6 s, noise to 11 s, silence to 12 s, a tone to 17 s. */
  private Path programme(String name) {
    float[] sound = new float[17 * RATE];
    Random random = new Random(7);
    System.arraycopy(sound("tone", 6 * RATE, random), 0, sound, 0, 6 * RATE);
    System.arraycopy(sound("noise", 5 * RATE, random), 0, sound, 6 * RATE, 5 * RATE);
    System.arraycopy(sound("tone", 5 * RATE, random), 0, sound, 12 * RATE, 5 * RATE);
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    AudioWriter.write(new AudioClip(sound, RATE), file, AudioFormat.WAV_16);
    return file;
  }
}
