package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.audio.AudioClip;
import dev.auricle.audio.AudioWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story: a copy broke off, and whatever reads the file says so, once, and goes on. */
class DamagedSoundsTest {
  private static final String SAID =
      "found 2.00 s of sound where the header promises 4.00 s: cut off?";

  @TempDir static Path folder;
  private static String bundle = "";
  private static Path cut = Path.of("");

  @BeforeAll
  static void breakACopyOff() throws IOException {
    bundle = TonesAndNoises.bundle(folder);
    cut = Files.createDirectories(folder.resolve("cut/tone")).resolve("cut.wav");
    int rate = TonesAndNoises.RATE;
    float[] samples = TonesAndNoises.sound("tone", 4 * rate, new Random(3));
    AudioWriter.write(new AudioClip(samples, rate), cut);
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 44 + 2 * 2 * rate));
    Path other = Files.createDirectories(folder.resolve("cut/noise")).resolve("whole.wav");
    float[] noise = TonesAndNoises.sound("noise", rate, new Random(4));
    AudioWriter.write(new AudioClip(noise, rate), other);
  }

  @Test
  void detectingSaysIt() {
    said(Shell.run("detect", bundle, cut, "-q"), cut);
    said(Shell.run("detect", bundle, cut, "-q", "-o", folder.resolve("found.csv")), cut);
  }

  @Test
  void splittingSaysIt() {
    said(Shell.run("split", bundle, cut, "-o", folder.resolve("parts")), cut);
  }

  @Test
  void classifyingSaysIt() {
    said(Shell.run("classify", bundle, cut), cut);
    said(Shell.run("classify", bundle, cut, "--json"), cut);
  }

  @Test
  void judgingEventsSaysIt() throws IOException {
    Path reference = Files.writeString(folder.resolve("ref.csv"), "0,2,tone\n");
    said(Shell.run("evaluate-events", bundle, reference, cut), cut);
  }

  @Test
  void featuresSayIt() {
    for (Object[] more : new Object[][] {{}, {"--window", "1"}}) {
      Object[] words = {"features", folder.resolve("cut"), "-o", folder.resolve("f.csv"), "-q"};
      Object[] all = Arrays.copyOf(words, words.length + more.length);
      System.arraycopy(more, 0, all, words.length, more.length);
      said(Shell.run(all), "tone/cut.wav");
    }
  }

  @Test
  void judgingABundleSaysItAndIsDone() {
    said(Shell.run("evaluate", bundle, folder.resolve("cut"), "--no-report", "-q"), "tone/cut.wav");
  }

  @Test
  void inspectingListsIt() {
    Shell inspected = Shell.run("inspect", folder.resolve("cut"), "-q");
    assertThat(inspected.code()).as(inspected.err()).isZero();
    assertThat(inspected.out()).contains("\n  tone/cut.wav: " + SAID + "\n");
    Shell json = Shell.run("inspect", folder.resolve("cut"), "-q", "--json");
    assertThat(json.out()).contains("\"tone/cut.wav: " + SAID + "\"");
  }

  @Test
  void aStretchThatIsThereIsNotDamaged() throws IOException {
    Path list =
        Files.writeString(
            folder.resolve("stretches.csv"),
            "path,label,start,end\ncut/tone/cut.wav,tone,0,1\ncut/noise/whole.wav,noise,0,1\n");
    Shell run = Shell.run("features", list, "-o", folder.resolve("g.csv"), "-q");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain("cut off");
  }

  private static void said(Shell run, Object name) {
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err().lines().filter(line -> line.startsWith("warning: ")))
        .containsExactly("warning: " + name + ": " + SAID);
  }
}
