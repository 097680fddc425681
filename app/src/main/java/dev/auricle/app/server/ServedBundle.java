package dev.auricle.app.server;

import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.Classifier;
import dev.auricle.runtime.DetectionOptions;
import dev.auricle.runtime.detection.Detector;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A loaded bundle that frees its native memory when it was replaced and the last request on it has
 * ended.
 */
final class ServedBundle {
  private final String id;
  private final Classifier classifier;
  private final Detector detector;
  private int uses = 1;

  private ServedBundle(String id, Classifier classifier) {
    this.id = id;
    this.classifier = classifier;
    this.detector = Detector.of(classifier, DetectionOptions.of(classifier.bundle()), 1);
  }

  /**
   * Loads a bundle and replays its self-test.
   *
   * @throws dev.auricle.signal.AuricleException if it is no whole bundle or does not reproduce
   */
  static ServedBundle load(String id, Path file) {
    // One thread a call: many requests run side by side.
    return of(id, Classifier.load(file, 1));
  }

  /** Serves a classifier that is loaded already, and closes it when it is done with. */
  static ServedBundle of(String id, Classifier classifier) {
    try {
      return new ServedBundle(id, classifier);
    } catch (RuntimeException | Error e) {
      classifier.close();
      throw e;
    }
  }

  String id() {
    return id;
  }

  Bundle bundle() {
    return classifier.bundle();
  }

  /** A use of the classifier; close it when done. */
  final class Lease implements AutoCloseable {
    private boolean closed;

    ServedBundle served() {
      return ServedBundle.this;
    }

    Classifier classifier() {
      return classifier;
    }

    Detector detector() {
      return detector;
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        leave();
      }
    }
  }

  /** A lease, or null where the bundle has been retired and freed in the meantime. */
  synchronized @Nullable Lease lease() {
    if (uses == 0) {
      return null;
    }
    uses++;
    return new Lease();
  }

  /** Frees it as soon as nobody uses it. */
  void retire() {
    leave();
  }

  private synchronized void leave() {
    uses--;
    if (uses == 0) {
      detector.close();
      classifier.close();
    }
  }
}
