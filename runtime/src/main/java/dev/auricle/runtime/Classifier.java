package dev.auricle.runtime;

import dev.auricle.audio.AudioClip;
import java.nio.file.Path;

/**
 * A bundle, loaded. Thread-safe; close it to free native memory.
 *
 * <pre>{@code
 * try (Classifier classifier = Classifier.load(Path.of("digits.auricle"))) {
 *   System.out.println(classifier.classify(Path.of("seven.wav")).best().label());
 * }
 * }</pre>
 */
public final class Classifier implements AutoCloseable {
  private Classifier() {}

  /** Reads a bundle ({@link Bundle#read}) and loads its graph for one thread a call. */
  public static Classifier load(Path bundle) {
    throw new UnsupportedOperationException();
  }

  /** Loads a bundle that is already in memory; {@code threads} are those used inside one call. */
  public static Classifier of(Bundle bundle, int threads) {
    throw new UnsupportedOperationException();
  }

  public Bundle bundle() {
    throw new UnsupportedOperationException();
  }

  /** Classifies a file; one much longer than the bundle's length is averaged over windows. */
  public Classification classify(Path file) {
    throw new UnsupportedOperationException();
  }

  /** Classifies a clip in memory. */
  public Classification classify(AudioClip clip) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
