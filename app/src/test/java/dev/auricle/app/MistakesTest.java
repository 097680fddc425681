package dev.auricle.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story: what users get wrong, what they are told, and the exit code. */
class MistakesTest {
  private static final int RATE = 16_000;

  @TempDir static Path dir;
  private static Path data;
  private static Path bundle;

  @BeforeAll
  static void trainOnTwoTones() throws IOException {
    data = dir.resolve("tones");
    for (int i = 0; i < 12; i++) {
      Wav.write(data.resolve("low/" + i + ".wav"), Wav.tone(200 + 10 * i, 0.6, RATE, i), RATE);
      Wav.write(data.resolve("high/" + i + ".wav"), Wav.tone(2000 + 50 * i, 0.6, RATE, i), RATE);
    }
    bundle = dir.resolve("tones.auricle");
    Shell trained = Shell.run("train", data, "-r", "forest", "-o", bundle, "--no-report", "-q");
    assertThat(trained.code()).as(trained.err()).isZero();
    assertThat(bundle).exists();
  }

  @Test
  void aWellFormedCallSucceeds() throws IOException {
    Path low = Wav.write(dir.resolve("new/low.wav"), Wav.tone(215, 0.6, RATE, 99), RATE);
    Shell shell = Shell.run("classify", bundle, low, "--json");
    assertThat(shell.code()).isZero();
    assertThat(shell.out()).contains("\"label\":\"low\"").contains("\"file\":");
  }

  @Test
  void aFolderWithOneLabelIsRefused() throws IOException {
    Path one = dir.resolve("one");
    Wav.write(one.resolve("only/a.wav"), Wav.tone(300, 0.5, RATE, 1), RATE);
    Shell shell = Shell.run("train", one, "-o", dir.resolve("x.auricle"));
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.err()).contains("only").contains("two");
    assertThat(dir.resolve("x.auricle")).doesNotExist();
  }

  @Test
  void aFrontEndIsWrittenAsInRecipesAndMisspeltIsWrongUsage() throws IOException {
    Path table = dir.resolve("slopes.npy");
    String slopes = "{preset: mfcc-20, coefficients: 13, deltas: 2}";
    Shell written =
        Shell.run("features", data, "-p", slopes, "-o", table, "--seconds", "0.6", "-q");
    assertThat(written.code()).as(written.err()).isZero();
    assertThat(Files.readString(table, ISO_8859_1)).contains("(24, 39, ");

    Shell option = Shell.run("features", data, "-p", "{preset: mfcc-20, deltass: 2}");
    assertThat(option.code()).isEqualTo(2);
    assertThat(option.err()).contains("--preset").contains("did you mean deltas?");
    Shell name = Shell.run("features", data, "-p", "mn40");
    assertThat(name.code()).isEqualTo(2);
    assertThat(name.err()).contains("did you mean mn10?").contains("yamnet-mel");
  }

  @Test
  void aKeyThatStandsTwiceIsRefused() throws IOException {
    Path recipe = dir.resolve("twice.yaml");
    String model = "model: {type: forest, trees: 20, trees: 30}\n";
    Files.writeString(recipe, "front-end: descriptors\n" + model);
    Shell shell = Shell.run("train", data, "-r", recipe, "-o", dir.resolve("x.auricle"));
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).contains("line 2", "'trees' stands twice");
  }

  /** What macOS leaves beside sounds, and what file managers do not show. */
  @Test
  void hiddenFilesAreNotClassified() throws IOException {
    Path folder = dir.resolve("from a Mac");
    Wav.write(folder.resolve("a.wav"), Wav.tone(215, 0.6, RATE, 99), RATE);
    Files.write(folder.resolve("._a.wav"), new byte[] {0, 5, 22, 7});
    Wav.write(folder.resolve(".cache/b.wav"), Wav.tone(215, 0.6, RATE, 98), RATE);
    Shell shell = Shell.run("classify", bundle, folder);
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.out().lines()).hasSize(1);
  }

  @Test
  void aLabelOfOneGroupIsNamed() throws IOException {
    StringBuilder manifest = new StringBuilder("path,label,group\n");
    for (int i = 0; i < 12; i++) {
      manifest.append("tones/low/" + i + ".wav,low," + i / 2 + "\n");
      manifest.append("tones/high/" + i + ".wav,high,7\n");
    }
    Path table = Files.writeString(dir.resolve("lonely.csv"), manifest);
    Shell shell = Shell.run("inspect", table, "--quick");
    assertThat(shell.out() + shell.err()).contains("label 'high' stands in one group only (7)");
  }

  @Test
  void anEmptyFolderIsRefused() throws IOException {
    Path empty = Files.createDirectories(dir.resolve("empty"));
    Shell shell = Shell.run("inspect", empty);
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.err()).contains(empty.toString());
  }

  @Test
  void aMissingPathIsNamed() {
    Shell shell = Shell.run("train", dir.resolve("nowhere"));
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.err()).contains("nowhere");
    Shell classify = Shell.run("classify", bundle, dir.resolve("nowhere.wav"));
    assertThat(classify.code()).isEqualTo(1);
    assertThat(classify.err()).contains("nowhere.wav");
    Shell missing = Shell.run("classify", dir.resolve("nothing.auricle"), dir.resolve("a.wav"));
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).contains("nothing.auricle");
  }

  @Test
  void badFilesArePassedOver() throws IOException {
    Path bad = Files.createDirectories(dir.resolve("bad"));
    Path text = Files.writeString(bad.resolve("text.wav"), "this is a letter, not a sound\n");
    Path zero = Wav.write(bad.resolve("zero.wav"), new float[0], RATE);
    Path good = Wav.write(bad.resolve("good.wav"), Wav.tone(220, 0.6, RATE, 5), RATE);
    byte[] whole = Files.readAllBytes(good);
    Path cut = Files.write(bad.resolve("cut.wav"), Arrays.copyOf(whole, 30));

    Shell all = Shell.run("classify", bundle, bad, "--json");
    assertThat(all.code()).isEqualTo(3);
    assertThat(all.out().lines().filter(line -> line.contains("\"label\"")).toList()).hasSize(1);
    assertThat(all.out().lines().filter(line -> line.contains("\"error\"")).toList()).hasSize(3);
    for (Path file : new Path[] {text, zero, cut}) {
      Shell alone = Shell.run("classify", bundle, file);
      assertThat(alone.code()).as(file.toString()).isEqualTo(1);
      assertThat(alone.err()).contains(file.getFileName().toString());
    }
  }

  @Test
  void trainingGoesOnWithoutBadFilesAndSaysSo() throws IOException {
    Path mixed = dir.resolve("mixed");
    for (int i = 0; i < 6; i++) {
      Wav.write(mixed.resolve("low/" + i + ".wav"), Wav.tone(200 + 10 * i, 0.5, RATE, i), RATE);
      Wav.write(mixed.resolve("high/" + i + ".wav"), Wav.tone(2000 + 10 * i, 0.5, RATE, i), RATE);
    }
    Files.writeString(mixed.resolve("low/letter.wav"), "no sound");
    Path out = dir.resolve("mixed.auricle");
    Shell shell = Shell.run("train", mixed, "-o", out, "--protocol", "holdout", "--no-report");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.err() + shell.out()).contains("letter.wav");
    assertThat(out).exists();
  }

  @Test
  void aBundleWithAFlippedByteIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(bundle);
    for (int position : new int[] {bytes.length / 4, bytes.length / 2, bytes.length - 40}) {
      byte[] damaged = bytes.clone();
      damaged[position] ^= 0x10;
      Path file = Files.write(dir.resolve("damaged.auricle"), damaged);
      Shell shell = Shell.run("show", file);
      assertThat(shell.code()).as("byte " + position).isEqualTo(1);
      assertThat(shell.err()).contains("damaged.auricle");
    }
  }

  @Test
  void aMisspeltRecipeKeyIsWrongUsageWithItsLine() throws IOException {
    Path recipe = dir.resolve("mine.yaml");
    Files.writeString(recipe, "front-end: descriptors\nmodel:\n  type: forest\n  treees: 100\n");
    Shell shell = Shell.run("train", data, "-r", recipe);
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).contains("mine.yaml, line 4").contains("treees").contains("'trees'");
  }

  @Test
  void anUnknownRecipeOrOptionIsWrongUsage() {
    Shell recipe = Shell.run("train", data, "-r", "florest");
    assertThat(recipe.code()).isEqualTo(2);
    assertThat(recipe.err()).contains("florest").contains("forest");
    Shell option = Shell.run("train", data, "--sed", "3");
    assertThat(option.code()).isEqualTo(2);
    assertThat(option.err()).contains("--sed").contains("--help");
  }
}
