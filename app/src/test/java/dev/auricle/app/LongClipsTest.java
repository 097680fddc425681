package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.runtime.Bundle;
import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story: clips of a minute are answered as they were judged, or the user is told that not. */
class LongClipsTest {
  private static final int RATE = 4000;
  private static final int SECONDS = 45;

  @TempDir Path dir;
  private Path data;
  private Path bundle;

  /** Both hiss; in one a tone comes for two seconds in the middle. */
  @BeforeEach
  void writeSounds() throws IOException {
    data = dir.resolve("minutes");
    bundle = dir.resolve("minutes.auricle");
    for (int i = 0; i < 8; i++) {
      float[] hiss = Wav.tone(10, SECONDS, RATE, i);
      Wav.write(data.resolve("without/" + i + ".wav"), hiss, RATE);
      float[] tone = Wav.tone(900 + 20 * i, 2, RATE, 50 + i);
      float[] with = Wav.tone(10, SECONDS, RATE, 100 + i);
      int at = (SECONDS - 2) / 2 * RATE;
      for (int t = 0; t < tone.length; t++) {
        with[at + t] += 2 * tone[t];
      }
      Wav.write(data.resolve("with/" + i + ".wav"), with, RATE);
    }
  }

  @Test
  void aBundleWithoutALengthTakesThemWhole() {
    Shell trained = Shell.run("train", data, "-r", "forest", "-o", bundle, "--no-report");
    assertThat(trained.code()).as(trained.err()).isZero();
    assertThat(trained.out()).contains("100.0 %").doesNotContain("careful");
    assertThat(Bundle.read(bundle).longestSeconds()).isEqualTo(SECONDS);
    Shell evaluated = Shell.run("evaluate", bundle, data, "--no-report");
    assertThat(evaluated.out())
        .containsPattern("forest +100.0 %")
        .contains("all of them were trained on");
  }

  @Test
  void ofABundleWithALengthTheDifferenceIsTold() throws IOException {
    Path recipe = dir.resolve("middle.yaml");
    Files.writeString(
        recipe,
        """
        name: middle
        preparation: {seconds: 2.0}
        front-end: descriptors
        model: {type: logistic}
        """);
    Shell trained = Shell.run("train", data, "-r", recipe, "-o", bundle, "--no-report");
    assertThat(trained.code()).as(trained.err()).isZero();
    String told = "careful: 16 of 16 clips are longer than 10 s: middle is fitted to and judged on";
    assertThat(trained.out()).contains(told);
    assertThat(Shell.run("show", bundle).out()).contains(told);
  }

  @Test
  void clipsOfUnknownLabelsCountInASentence() throws IOException {
    Shell trained = Shell.run("train", data, "-r", "forest", "-o", bundle, "--no-report");
    assertThat(trained.code()).as(trained.err()).isZero();
    for (int i = 0; i < 4; i++) {
      Wav.write(data.resolve("other/" + i + ".wav"), Wav.tone(300, 1, RATE, i), RATE);
    }
    Shell evaluated = Shell.run("evaluate", bundle, data, "--no-report");
    assertThat(evaluated.out())
        .contains("4 of 20 clips carry labels that the bundle does not know")
        .contains("the accuracy is 80.0 %")
        .contains("a finished bundle on 16 clips");
  }
}
