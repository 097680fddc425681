package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story: somebody looks at a dataset before training, with two shortcuts in it and without. */
class InspectTest {
  private static final int CLIPS = 16;

  @TempDir static Path dir;
  private static Path flawed;
  private static Path clean;

  @BeforeAll
  static void recordThreeLabels() throws IOException {
    flawed = dir.resolve("flawed");
    clean = dir.resolve("clean");
    for (int i = 0; i < CLIPS; i++) {
      for (String label : new String[] {"bell", "drill", "siren"}) {
        long seed = 100L * label.length() + i + label.hashCode();
        String name = label + "/" + i + ".wav";
        Wav.write(clean.resolve(name), noise(seed, 16_000, 0), 16_000);
        int rate = label.equals("drill") ? 8000 : 16_000;
        Wav.write(flawed.resolve(name), noise(seed, rate, label.equals("bell") ? 0.3 : 0), rate);
      }
    }
  }

  /** A second or so of noise, behind silence. */
  private static float[] noise(long seed, int rate, double silence) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L); // near seeds begin alike
    double level = 0.1 + 0.1 * random.nextDouble();
    float[] samples = new float[(int) ((silence + 1 + 0.2 * random.nextDouble()) * rate)];
    for (int i = (int) (silence * rate); i < samples.length; i++) {
      samples[i] = (float) Math.max(-1, Math.min(1, level * random.nextGaussian()));
    }
    return samples;
  }

  @Test
  void shortcutsAreNamedWithWhatToDo() {
    Shell shell = Shell.run("inspect", flawed, "-q");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.out())
        .contains("shortcuts, what tells labels without listening")
        .contains("sample rate alone tells")
        .contains("drill: 8000 Hz, other labels 16000 Hz")
        .contains("leading silence alone tells")
        .contains("bell: 0.30 s, other labels 0.00 s")
        .contains("to mend leading silence: cut silence at both ends");
    assertThat(Shell.run("inspect", flawed, "-q", "--json").out())
        .contains("\"shortcuts\"", "\"sample rate\"", "\"remedies\"", "\"notProbed\" : null");
  }

  @Test
  void aCleanSetHasNone() {
    Shell shell = Shell.run("inspect", clean, "-q", "--shortcuts");
    assertThat(shell.out())
        .contains("shortcuts  none found (")
        .containsPattern("noise floor +\\d+\\.\\d %")
        .doesNotContain("alone tells");
  }

  @Test
  void withoutDecodingThereIsNoProbe() {
    assertThat(Shell.run("inspect", clean, "--quick").out())
        .contains("shortcuts  not probed: no clip was decoded");
  }

  @Test
  void aBrokenFileIsNamedAndTheExitCodeSaysSo() throws IOException {
    Path some = dir.resolve("some");
    for (int i = 0; i < 4; i++) {
      for (String label : new String[] {"bell", "siren"}) {
        Files.createDirectories(some.resolve(label));
        String name = label + "/" + i + ".wav";
        Files.copy(clean.resolve(name), some.resolve(name));
      }
    }
    Files.writeString(some.resolve("bell/letter.wav"), "no sound");
    Shell shell = Shell.run("inspect", some, "-q");
    assertThat(shell.code()).as(shell.err()).isEqualTo(3);
    assertThat(shell.out()).contains("cannot be read (1)").contains("letter.wav");
  }

  @Test
  void stretchesOfOneFileAreLookedAtWithoutAProtocol() throws IOException {
    Path list =
        Files.writeString(
            dir.resolve("one.csv"),
            "path,label,start,end\nclean/bell/0.wav,bell,0,0.5\nclean/bell/0.wav,hum,0.5,1\n");
    Shell shell = Shell.run("inspect", list, "-q");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.err()).contains("needs two files").contains("without sides of a split");
    assertThat(shell.out()).contains("2 stretches", "1 clip each: bell, hum", "protocol   none");
    assertThat(Shell.run("inspect", list, "-q", "--protocol", "kfold:5").code()).isEqualTo(1);
  }

  @Test
  void theHtmlPageIsWritten() {
    Path page = dir.resolve("page.html");
    Shell shell = Shell.run("inspect", flawed, "-q", "--html", page, "--no-clips");
    assertThat(shell.out()).contains("page: " + page);
    assertThat(page).content().contains("Told without listening", "drill: 8000 Hz");
  }
}
