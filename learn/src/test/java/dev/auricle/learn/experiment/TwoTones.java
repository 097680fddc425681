package dev.auricle.learn.experiment;

import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.file.Path;

/** Made-up clips of two labels that are hard to tell apart: high tones and low ones, in noise. */
final class TwoTones {
  private TwoTones() {}

  /** Writes so many clips of each, of 0.3 s. */
  static void write(Path folder, int each, int rate) throws IOException {
    for (int i = 0; i < each; i++) {
      Wav.write(folder.resolve("low/" + i + ".wav"), Wav.tone(300 + 17 * i, 0.3, rate, i), rate);
      Wav.write(folder.resolve("high/" + i + ".wav"), Wav.tone(320 + 19 * i, 0.3, rate, i), rate);
    }
  }
}
