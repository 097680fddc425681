package dev.auricle.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
