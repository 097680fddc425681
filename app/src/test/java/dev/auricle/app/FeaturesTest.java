package dev.auricle.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Story: sounds become tables of numbers. */
class FeaturesTest {
  private static final int RATE = 16_000;

  @TempDir Path dir;

  @Test
  void whatDoesNotFitOneArrayLeavesNothingBehind() throws IOException {
    Path sounds = dir.resolve("sounds");
    for (int i = 0; i < 250; i++) {
      // The last is longer, after the first note of progress.
      double seconds = i < 249 ? 0.05 : 0.2;
      String name = "%03d.wav".formatted(i);
      Wav.write(sounds.resolve(name), Wav.tone(300 + i, seconds, RATE, i), RATE);
    }
    Path out = Files.createDirectories(dir.resolve("out"));
    Path table = out.resolve("f.npy");
    Shell shell = Shell.run("features", sounds, "-p", "mfcc-20", "-o", table, "-q");
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.err()).contains("give --seconds or --window");
    assertThat(out).isEmptyDirectory();

    Shell mended =
        Shell.run("features", sounds, "-p", "mfcc-20", "--seconds", "0.1", "-o", table, "-q");
    assertThat(mended.code()).as(mended.err()).isZero();
    assertThat(Files.readString(table, ISO_8859_1)).contains("(250, 20, ");
    assertThat(out.toFile().list()).containsExactlyInAnyOrder("f.npy", "f.rows.csv");
  }

  @Test
  void theLastWindowIsAsAClipOfItsOwnLength() throws IOException {
    float[] tone = Wav.tone(440, 1.6, RATE, 1);
    Path sound = Wav.write(dir.resolve("tone.wav"), tone, RATE);
    float[] end = Arrays.copyOfRange(tone, RATE, tone.length);
    Path last = Wav.write(dir.resolve("last.wav"), end, RATE);
    Path windows = dir.resolve("windows.csv");
    Path clip = dir.resolve("clip.csv");
    Object[] rate = {"--sample-rate", RATE, "-q", "-o"};
    assertThat(features(sound, windows, rate, "--window", 1)).isZero();
    assertThat(features(last, clip, rate)).isZero();
    String[] row = Files.readAllLines(windows).get(2).split(",");
    String[] expected = Files.readAllLines(clip).get(1).split(",");
    assertThat(row[3] + " " + row[4]).isEqualTo("1.0 1.6");
    assertThat(Arrays.copyOfRange(row, 5, row.length))
        .isEqualTo(Arrays.copyOfRange(expected, 5, expected.length));

    // Arrays keep one shape.
    Path array = dir.resolve("windows.npy");
    assertThat(features(sound, array, rate, "--window", 1, "-p", "mfcc-20")).isZero();
    assertThat(Files.readString(array, ISO_8859_1)).contains("(2, 20, ");
  }

  private static int features(Path sound, Path out, Object[] rate, Object... more) {
    List<Object> words = new ArrayList<>(List.of("features", sound));
    words.addAll(List.of(rate));
    words.add(out);
    words.addAll(List.of(more));
    return Shell.run(words.toArray()).code();
  }
}
