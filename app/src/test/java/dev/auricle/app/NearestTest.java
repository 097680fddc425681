package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.auricle.audio.AudioClip;
import dev.auricle.learn.picture.Panel;
import dev.auricle.learn.picture.PictureOptions;
import dev.auricle.network.store.WeightFiles;
import dev.auricle.network.store.WeightStore;
import dev.auricle.testing.Shared;
import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story: which clips of a dataset sound like a file, and what that tells of the dataset. */
class NearestTest {
  private static final String WEIGHTS = "auricle.weights";

  @TempDir Path dir;

  @AfterEach
  void forgetWeights() {
    System.clearProperty(WEIGHTS);
  }

  @Test
  void theLikestClipsAreListedAndDrawn() throws IOException {
    Path weights = Shared.require("weights/mn04_as_mAP_432.pt");
    System.setProperty(WEIGHTS, weights.getParent().toString());
    Path sounds = sounds();
    Path picture = dir.resolve("alike.png");
    Path query = sounds.resolve("tone/2.wav");
    Shell shell = Shell.run("nearest", query, sounds, "-k", 3, "-o", picture, "-q");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.out())
        .contains(query + " among 12 clips, by mn04:")
        .contains("tone/1.wav")
        .doesNotContain("noise/");
    assertThat(shell.out().lines().skip(2)).noneMatch(line -> line.startsWith("tone/2.wav"));
    assertThat(picture).isNotEmptyFile();
    Shell json = Shell.run("nearest", "mn04", query, sounds, "-k", 1, "--json", "-q");
    assertThat(json.out()).contains("\"embedding\" : \"mn04\"", "\"labels\" : [ \"tone\" ]");
    Shell inspected = Shell.run("inspect", sounds, "-q");
    assertThat(inspected.out()).doesNotContain("not looked at: mn04");
  }

  @Test
  void inspectSaysWhereWeightsAreMissing() throws IOException {
    System.setProperty(WEIGHTS, Files.createDirectories(dir.resolve("empty")).toString());
    assumeTrue(
        WeightStore.usual().present(WeightFiles.named("mn04")) == null,
        "skipped: mn04's weights lie in this user's cache");
    Path sounds = sounds();
    Shell shell = Shell.run("inspect", sounds, "-q");
    assertThat(shell.out())
        .contains("neighbours not looked at: mn04's weights are not on this machine");
    Shell json = Shell.run("inspect", sounds, "-q", "--json");
    assertThat(json.out()).contains("\"notLooked\" : \"mn04's weights");
  }

  @Test
  void whatIsWrongIsSaid() throws IOException {
    Path sounds = sounds();
    Path query = sounds.resolve("tone/2.wav");
    Shell shell = Shell.run("nearest", "mn4", query, sounds);
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.err()).contains("no bundle mn4 and no embedding of that name");
    Shell none = Shell.run("nearest", query, sounds, "-k", 0);
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("-k takes a number of clips, at least 1; found 0");
  }

  @Test
  void panelsShareTheirAxes() {
    Panel slow = Panel.of("slow", new AudioClip(new float[16_000], 8000));
    Panel quick = Panel.of("quick", new AudioClip(new float[44_100], 44_100));
    PictureOptions axes = NearestCommand.axes(List.of(quick, slow));
    assertThat(axes.highHz()).isEqualTo(4000);
    assertThat(axes.seconds()).isEqualTo(2);
  }

  private Path sounds() throws IOException {
    Path sounds = dir.resolve("sounds");
    for (int i = 0; i < 6; i++) {
      Path tone = sounds.resolve("tone/" + i + ".wav");
      Path noise = sounds.resolve("noise/" + i + ".wav");
      Files.createDirectories(tone.getParent());
      Files.createDirectories(noise.getParent());
      Wav.write(tone, Wav.tone(400 + 10 * i, 1, 16_000, i), 16_000);
      float[] hiss = new float[16_000];
      Random random = new Random(i);
      for (int k = 0; k < hiss.length; k++) {
        hiss[k] = (float) (0.1 * random.nextGaussian());
      }
      Wav.write(noise, hiss, 16_000);
    }
    return sounds;
  }
}
