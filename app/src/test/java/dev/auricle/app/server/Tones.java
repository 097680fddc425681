package dev.auricle.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.app.Main;
import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small bundle that tells low tones from high ones, and sounds for it. */
final class Tones {
  private static final int RATE = 16_000;

  private Tones() {}

  /** Trains the bundle. */
  static void train(Path folder, Path bundle) throws IOException {
    Path data = folder.resolve("tones");
    for (int i = 0; i < 8; i++) {
      Wav.write(data.resolve("low/" + i + ".wav"), Wav.tone(200 + 10 * i, 0.6, RATE, i), RATE);
      Wav.write(data.resolve("high/" + i + ".wav"), Wav.tone(2000 + 50 * i, 0.6, RATE, i), RATE);
    }
    int code =
        Main.run(
            "train",
            data.toString(),
            "-r",
            "logistic",
            "-o",
            bundle.toString(),
            "--no-report",
            "-q");
    assertThat(code).isZero();
  }

  /** The bytes of a WAV file. */
  static byte[] wav(Path folder, double hertz, double seconds) throws IOException {
    Path file = folder.resolve("tone-" + hertz + "-" + seconds + ".wav");
    return Files.readAllBytes(Wav.write(file, Wav.tone(hertz, seconds, RATE, 5), RATE));
  }
}
