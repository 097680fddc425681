package dev.auricle.runtime;

import dev.auricle.signal.AuricleException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a bundle must reproduce wherever it is loaded: a generated signal and the probabilities that
 * its maker got for it.
 *
 * @param signal what to classify
 * @param tolerance largest difference allowed in any label's probability
 * @param expected a probability for each label
 */
record SelfTest(TestSignal signal, double tolerance, List<Double> expected) {
  /** Rounding differs between processors in the last bits only. */
  static final double NETWORK_TOLERANCE = 1e-3;

  /** A feature that lies on a tree's threshold may fall on either side. */
  static final double TREE_TOLERANCE = 0.02;

  /** What differs by more is another model. */
  private static final double MOST_TOLERANCE = 0.05;

  private static final byte[] TREES = "TreeEnsemble".getBytes(StandardCharsets.US_ASCII);

  SelfTest {
    if (!(tolerance > 0 && tolerance <= MOST_TOLERANCE)) {
      throw new IllegalArgumentException(
          "the self-test's tolerance is "
              + tolerance
              + ", expected more than 0 and at most "
              + MOST_TOLERANCE);
    }
  }

  /** Runs a classifier on the signal and keeps what it says. */
  static SelfTest record(Classifier classifier) {
    Bundle bundle = classifier.bundle();
    TestSignal signal = TestSignal.forRate(bundle.preparation().sampleRate());
    List<Double> expected = new ArrayList<>();
    for (float probability : classifier.probabilities(signal.generate())) {
      if (!(probability >= -1e-4f && probability <= 1 + 1e-4f)) {
        throw new AuricleException(
            "model "
                + bundle.name()
                + " gives "
                + probability
                + " on the self-test's signal, expected a probability in [0, 1]; its training"
                + " diverged, or its graph lacks the soft-max");
      }
      expected.add((double) probability);
    }
    return new SelfTest(
        signal, holdsTrees(bundle.graph()) ? TREE_TOLERANCE : NETWORK_TOLERANCE, expected);
  }

  /**
   * Runs a classifier on the signal again.
   *
   * @param name of the bundle's file, for the message
   */
  void replay(Classifier classifier, String name) {
    float[] found = classifier.probabilities(signal.generate());
    for (int label = 0; label < found.length; label++) {
      double difference = Math.abs(found[label] - expected.get(label));
      // Written so that NaN fails too.
      if (!(difference <= tolerance)) {
        throw new AuricleException(
            String.format(
                Locale.ROOT,
                "%s does not reproduce its self-test on this machine: label %s has probability"
                    + " %.5f, expected %.5f within %s; update Auricle, or train the bundle anew",
                name,
                classifier.bundle().labels().get(label),
                found[label],
                expected.get(label),
                tolerance));
      }
    }
  }

  Map<String, Object> describe() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("signal", signal.describe());
    json.put("tolerance", tolerance);
    json.put("expected", expected);
    return json;
  }

  static SelfTest of(Map<String, Object> json) {
    return new SelfTest(
        TestSignal.of(Json.object(json, "signal")),
        Json.get(json, "tolerance", Number.class).doubleValue(),
        Json.list(json, "expected", Number.class).stream().map(Number::doubleValue).toList());
  }

  /** ONNX names an operator in plain ASCII, so its name is found without reading the graph. */
  private static boolean holdsTrees(byte[] graph) {
    for (int start = 0; start + TREES.length <= graph.length; start++) {
      int i = 0;
      while (i < TREES.length && graph[start + i] == TREES[i]) {
        i++;
      }
      if (i == TREES.length) {
        return true;
      }
    }
    return false;
  }
}
