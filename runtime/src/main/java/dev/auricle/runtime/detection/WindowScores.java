package dev.auricle.runtime.detection;

import dev.auricle.audio.AudioClip;
import dev.auricle.runtime.Classifier;
import dev.auricle.runtime.DetectionOptions;
import dev.auricle.runtime.Features;
import dev.auricle.runtime.Preparation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Scores windows of a stream: each is prepared as a clip is in training. Thread-safe. */
final class WindowScores implements CellScores {
  private final Classifier classifier;
  private final Preparation preparation;
  private final Grid grid;

  WindowScores(Classifier classifier, DetectionOptions options) {
    this.classifier = classifier;
    this.grid = Grid.of(options, classifier.bundle().preparation());
    this.preparation = preparation(classifier, options);
  }

  /**
   * The bundle's preparation; for windows of another length without padding to the bundle's, where
   * the graph reads features of that length.
   */
  private static Preparation preparation(Classifier classifier, DetectionOptions options) {
    Preparation own = classifier.bundle().preparation();
    if (own.seconds() == null || options.window() == null) {
      return own;
    }
    Preparation other =
        new Preparation(own.sampleRate(), own.trimDb(), options.windowSeconds(own), own.levelDb());
    return classifier.accepts(classifier.bundle().frontEnd().shape(other.length())) ? other : own;
  }

  @Override
  public Grid grid() {
    return grid;
  }

  @Override
  public float[][] score(float[] sound, long place, long firstCell, boolean[] silent) {
    List<Features> features = new ArrayList<>();
    long soundEnd = place + sound.length;
    for (int i = 0; i < silent.length; i++) {
      if (!silent[i]) {
        long start = grid.windowStart(firstCell + i, soundEnd);
        int from = (int) Math.max(0, start - place);
        int to = (int) Math.min(sound.length, start + grid.window() - place);
        AudioClip window = new AudioClip(Arrays.copyOfRange(sound, from, to), grid.rate());
        features.add(classifier.bundle().frontEnd().compute(preparation.apply(window)));
      }
    }
    float[][] scored = classifier.predict(features);
    float[][] rows = new float[silent.length][];
    for (int i = 0, next = 0; i < rows.length; i++) {
      rows[i] = silent[i] ? null : scored[next++];
    }
    return rows;
  }
}
