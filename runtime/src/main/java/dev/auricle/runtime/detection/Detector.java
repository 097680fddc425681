package dev.auricle.runtime.detection;

import dev.auricle.audio.AudioClip;
import dev.auricle.audio.AudioReader;
import dev.auricle.runtime.Bundle;
import dev.auricle.runtime.Classifier;
import dev.auricle.runtime.DetectionOptions;
import dev.auricle.runtime.Event;
import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is heard when. Thread-safe; close it to free native memory.
 *
 * <pre>{@code
 * try (Detector detector = Detector.load(Path.of("radio.auricle"))) {
 *   for (Event event : detector.detect(Path.of("evening.flac"))) {
 *     System.out.println(event.start() + " " + event.end() + " " + event.label());
 *   }
 * }
 * }</pre>
 *
 * <p>A file, a clip in memory and a stream of chunks go through the same {@link DetectionStream}
 * and give the same events.
 */
public final class Detector implements AutoCloseable {
  /**
   * Windows that go through the graph together where nobody waits for a single one. More of them
   * leave the cache: sixteen take a quarter more time each.
   */
  private static final int TOGETHER = 4;

  private static final int CHUNK = 1 << 14;

  private final Classifier classifier;
  private final boolean owned;
  private final DetectionOptions options;
  private final WindowScores scores;
  private final int threads;
  private final @Nullable ExecutorService workers;

  private Detector(Classifier classifier, boolean owned, DetectionOptions options, int threads) {
    this.classifier = classifier;
    this.owned = owned;
    this.options = options;
    this.threads = threads;
    this.scores = new WindowScores(classifier, options);
    this.workers =
        threads == 1
            ? null
            : new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> {
                  Thread thread = new Thread(task, "auricle-detector");
                  thread.setDaemon(true);
                  return thread;
                },
                (task, pool) -> {
                  throw new IllegalStateException("the detector is closed");
                });
  }

  /**
   * Reads a bundle; detects by the bundle's own options, in the calling thread alone.
   *
   * @throws AuricleException as {@link Bundle#read} does
   */
  public static Detector load(Path bundle) {
    Classifier classifier = Classifier.load(bundle);
    return new Detector(classifier, true, DetectionOptions.of(classifier.bundle()), 1);
  }

  /**
   * Detects with a classifier that is loaded already and stays open when this is closed.
   *
   * @param threads that score windows of all streams together; with 1, whoever pushes does
   * @throws IllegalArgumentException if they are fewer
   */
  public static Detector of(Classifier classifier, DetectionOptions options, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, found " + threads);
    }
    return new Detector(classifier, false, options, threads);
  }

  public Bundle bundle() {
    return classifier.bundle();
  }

  public DetectionOptions options() {
    return options;
  }

  /** Opens a stream of samples at {@code sampleRate} Hz. */
  public DetectionStream open(int sampleRate, DetectionListener listener) {
    return open(sampleRate, TOGETHER, listener);
  }

  /**
   * Opens a stream that hands on each window's probabilities as soon as the window is heard, which
   * takes a little more work than {@link #open} for the same events.
   */
  public DetectionStream openLive(int sampleRate, DetectionListener listener) {
    return open(sampleRate, 1, listener);
  }

  private DetectionStream open(int sampleRate, int batch, DetectionListener listener) {
    return new DetectionStream(
        scores,
        options,
        classifier.bundle().labels(),
        sampleRate,
        batch,
        workers,
        threads,
        listener);
  }

  /**
   * The events of a file, in time; {@code -} is standard input.
   *
   * @throws AuricleException if the file cannot be read or holds no samples
   */
  public List<Event> detect(Path file) {
    List<Event> events = new ArrayList<>();
    detect(file, events::add);
    events.sort(Event.IN_TIME);
    return events;
  }

  /**
   * As {@link #detect(Path)}, handing on events as they come; those of different labels may come
   * out of order.
   *
   * @return length of the sound in seconds
   */
  public double detect(Path file, DetectionListener listener) {
    try (AudioReader reader =
            AudioReader.open(file, classifier.bundle().preparation().sampleRate());
        DetectionStream stream = open(reader.sampleRate(), listener)) {
      float[] chunk = new float[CHUNK];
      int count;
      while ((count = reader.read(chunk, 0, chunk.length)) > 0) {
        stream.push(chunk, 0, count);
      }
      stream.finish();
      reader.warnings().forEach(listener::damaged);
      return stream.samples() / (double) reader.sampleRate();
    } catch (AuricleException e) {
      // What lies behind decoding knows samples, not files.
      String message = String.valueOf(e.getMessage());
      throw message.contains(file.toString()) ? e : new AuricleException(file + ": " + message, e);
    }
  }

  /**
   * The events of a clip in memory, in time.
   *
   * @throws AuricleException if a sample is not a finite number
   */
  public List<Event> detect(AudioClip clip) {
    List<Event> events = new ArrayList<>();
    try (DetectionStream stream = open(clip.sampleRate(), events::add)) {
      stream.push(clip.samples());
      stream.finish();
    }
    events.sort(Event.IN_TIME);
    return events;
  }

  /**
   * Scores a clip once, so that options can be tried on it without doing so again; see {@link
   * Rehearsal}.
   *
   * @throws AuricleException if a sample is not a finite number
   */
  public Rehearsal rehearse(AudioClip clip) {
    return Rehearsal.of(scores, classifier.bundle(), clip);
  }

  @Override
  public void close() {
    if (workers != null) {
      workers.shutdown(); // What was handed in is still scored: somebody waits for it.
    }
    if (owned) {
      classifier.close();
    }
  }
}
