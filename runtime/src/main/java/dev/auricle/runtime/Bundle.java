package dev.auricle.runtime;

import dev.auricle.audio.files.WholeFile;
import dev.auricle.signal.AuricleException;
import dev.auricle.signal.LabelNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A classifier as one file ({@code *.auricle}): how to prepare a clip, the front-end, the graph,
 * the labels, how it was judged, where it came from, and a self-test.
 *
 * @param name shown to people, by default the recipe's name
 * @param preparation what happens to samples first
 * @param frontEnd what the graph reads
 * @param labels in the order of the graph's output, each its own and with a name that can be shown
 *     (see {@link LabelNames})
 * @param multiLabel true where labels are independent (sigmoid), false where one excludes the
 *     others
 * @param thresholds the least probability, from 0 to 1, at which each label is given, in the
 *     labels' order; empty where none were fitted: the most probable label is given whatever its
 *     probability, and independent labels from {@link #EVEN} on
 * @param graph the ONNX model, calibration inside; not copied, so treat it as read-only
 * @param evaluation protocol and scores, as JSON values
 * @param provenance recipe, data fingerprint, SHA-256 of each training clip's samples (and of each
 *     trained group's name, where there are any), seed, threads, versions, date, as JSON values
 * @param detection how its probabilities become events; null for the usual way
 * @param longestSeconds length of the longest clip it was judged on and fitted to, before trimming:
 *     where the preparation leaves lengths free, a sound that is no longer is taken whole, as those
 *     clips were; 0 where nothing is known
 */
public record Bundle(
    String name,
    Preparation preparation,
    FrontEnd frontEnd,
    List<String> labels,
    boolean multiLabel,
    List<Double> thresholds,
    byte[] graph,
    Map<String, Object> evaluation,
    Map<String, Object> provenance,
    @Nullable DetectionOptions detection,
    double longestSeconds) {
  /** From which probability on an independent label is given, where nothing else was fitted. */
  public static final double EVEN = 0.5;

  public Bundle {
    labels = List.copyOf(labels);
    thresholds = List.copyOf(thresholds);
    if (!thresholds.isEmpty() && thresholds.size() != labels.size()) {
      throw new IllegalArgumentException(
          "a bundle of "
              + labels.size()
              + " labels needs as many thresholds, found "
              + thresholds.size());
    }
    if (!(longestSeconds >= 0 && longestSeconds < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a longest clip lasts 0 s or more, found " + longestSeconds);
    }
    if (labels.isEmpty()) {
      throw new IllegalArgumentException("a bundle needs at least one label");
    }
    LabelNames.check(labels);
    for (double threshold : thresholds) {
      if (!(threshold >= 0 && threshold <= 1)) {
        throw new IllegalArgumentException(
            "a label's threshold is a probability from 0 to 1, found "
                + threshold
                + "; train the bundle anew");
      }
    }
    if (preparation.sampleRate() != frontEnd.sampleRate()) {
      throw new IllegalArgumentException(
          "samples are prepared at "
              + preparation.sampleRate()
              + " Hz, but front-end "
              + frontEnd.name()
              + " reads "
              + frontEnd.sampleRate()
              + " Hz");
    }
  }

  /** A bundle that detects in the usual way. */
  public Bundle(
      String name,
      Preparation preparation,
      FrontEnd frontEnd,
      List<String> labels,
      boolean multiLabel,
      List<Double> thresholds,
      byte[] graph,
      Map<String, Object> evaluation,
      Map<String, Object> provenance) {
    this(
        name,
        preparation,
        frontEnd,
        labels,
        multiLabel,
        thresholds,
        graph,
        evaluation,
        provenance,
        null,
        0);
  }

  /** As above, and without fitted thresholds. */
  public Bundle(
      String name,
      Preparation preparation,
      FrontEnd frontEnd,
      List<String> labels,
      boolean multiLabel,
      byte[] graph,
      Map<String, Object> evaluation,
      Map<String, Object> provenance) {
    this(name, preparation, frontEnd, labels, multiLabel, List.of(), graph, evaluation, provenance);
  }

  /** The same with other options of detection; null for the usual ones. */
  public Bundle withDetection(@Nullable DetectionOptions options) {
    return new Bundle(
        name,
        preparation,
        frontEnd,
        labels,
        multiLabel,
        thresholds,
        graph,
        evaluation,
        provenance,
        options,
        longestSeconds);
  }

  /** The same, fitted to clips of up to that length. */
  public Bundle withLongestSeconds(double seconds) {
    return new Bundle(
        name,
        preparation,
        frontEnd,
        labels,
        multiLabel,
        thresholds,
        graph,
        evaluation,
        provenance,
        detection,
        seconds);
  }

  /** The least probability at which a label is given. */
  public double threshold(int label) {
    return thresholds.isEmpty() ? (multiLabel ? EVEN : 0) : thresholds.get(label);
  }

  /**
   * Writes the bundle with a self-test made by running it once; to a temporary file first, then
   * moved. The same contents give the same bytes.
   *
   * @throws AuricleException if the graph does not fit the front-end or the labels, gives anything
   *     but probabilities, or the file cannot be written
   */
  public void write(Path file) {
    SelfTest selfTest;
    try (Classifier classifier = Classifier.of(this, 1)) {
      selfTest = SelfTest.record(classifier);
    }
    byte[] bytes = BundleWriter.encode(this, selfTest);
    try {
      WholeFile.writeOrThrow(file, temporary -> Files.write(temporary, bytes));
    } catch (IOException e) {
      throw new AuricleException(file + " cannot be written: " + e, e);
    }
  }

  /** Bytes that {@link #write} would write, but for the self-test's few; runs nothing. */
  public long size() {
    return BundleWriter.encode(this, new byte[0]).length;
  }

  /**
   * Reads a bundle and replays its self-test.
   *
   * @throws AuricleException if the file is missing, is no bundle, was damaged (an entry's SHA-256
   *     differs), is of a newer format, or does not reproduce its self-test
   */
  public static Bundle read(Path file) {
    try (Classifier classifier = Classifier.load(file)) {
      return classifier.bundle();
    }
  }

  /** Reads without replaying, for {@link Classifier#load}, which replays with its own session. */
  static BundleReader.Contents open(Path file) {
    if (!Files.exists(file)) {
      throw new AuricleException(
          file + " does not exist; expected a bundle, as auricle train writes it");
    }
    if (Files.isDirectory(file)) {
      throw new AuricleException(file + " is a folder; expected a bundle (*.auricle)");
    }
    try {
      return BundleReader.decode(Files.readAllBytes(file), file.toString());
    } catch (IOException e) {
      throw new AuricleException(file + " cannot be read: " + e, e);
    }
  }
}
