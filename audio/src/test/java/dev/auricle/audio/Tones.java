package dev.auricle.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Sounds for these tests: the small files in every coding, and generated clips. */
final class Tones {
  private Tones() {}

  /** One of the files that {@code tones/make.sh} made. */
  static Path file(String name) {
    try {
      return Path.of(Tones.class.getResource("tones/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All of those files, in the order of their names. */
  static List<Path> files() {
    try (Stream<Path> all = Files.list(file("tone.wav").getParent())) {
      return all.filter(f -> !f.toString().endsWith(".sh")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Noise in [-0.5, 0.5] on the grid of 16-bit integers, so that 16-bit files hold it exactly. */
  static AudioClip noise(int sampleRate, double seconds, long seed) {
    Random random = new Random(seed);
    float[] samples = new float[(int) (sampleRate * seconds)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (random.nextInt(1 << 15) - (1 << 14)) / 32768f;
    }
    return new AudioClip(samples, sampleRate);
  }

  /** A sine of amplitude 0.5. */
  static AudioClip sine(int sampleRate, double seconds, double hertz) {
    float[] samples = new float[(int) (sampleRate * seconds)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / sampleRate));
    }
    return new AudioClip(samples, sampleRate);
  }
}
