package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.audio.AudioClip;
import dev.auricle.audio.AudioWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Two labels that are told apart in no time, and a bundle trained on them. */
final class TonesAndNoises {
  static final int RATE = 8000;

  private TonesAndNoises() {}

  /** Writes the folder {@code clips} and trains {@code quick.auricle} beside it. */
  static String bundle(Path folder) throws IOException {
    Path clips = folder.resolve("clips");
    Random random = new Random(1);
    for (String label : List.of("tone", "noise")) {
      Files.createDirectories(clips.resolve(label));
      for (int i = 0; i < 14; i++) {
        AudioClip clip = new AudioClip(sound(label, RATE, random), RATE);
        AudioWriter.write(clip, clips.resolve(label).resolve(i + ".wav"));
      }
    }
    Path recipe =
        Files.writeString(
            folder.resolve("quick.yaml"),
            """
            name: quick
            summary: logistic regression on descriptors
            preparation: {trim-db: none, seconds: 1}
            front-end: {preset: descriptors, sample-rate: 8000, fft: 512, hop: 256, contrast-octaves: 3, chroma: false, tonnetz: false, tempo: false, dynamics: false}
            model: {type: logistic}
            """);
    String bundle = folder.resolve("quick.auricle").toString();
    Shell trained = Shell.run("train", clips, "-r", recipe, "-o", bundle, "-q", "--no-report");
    assertThat(trained.code()).as(trained.err()).isZero();
    return bundle;
  }

  /** Samples of a label. */
  static float[] sound(String label, int length, Random random) {
    float[] sound = new float[length];
    double pitch = 0.1 + 0.4 * random.nextDouble();
    for (int i = 0; i < length; i++) {
      sound[i] =
          label.equals("tone")
              ? (float) (0.4 * Math.sin(pitch * i) + 0.1 * Math.sin(2 * pitch * i))
              : (float) (0.1 * random.nextGaussian());
    }
    return sound;
  }
}
