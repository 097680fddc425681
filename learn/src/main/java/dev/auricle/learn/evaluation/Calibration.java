package dev.auricle.learn.evaluation;

import dev.auricle.network.onnx.Attribute;
import dev.auricle.network.onnx.OnnxGraph;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A correction that makes probabilities mean what they say. It is fitted on predictions of clips
 * that the model was not trained on (out-of-fold predictions of the training part), never on test
 * clips.
 */
public sealed interface Calibration {
  /** What a model calls its probabilities. */
  String OUTPUT = "probabilities";

  /** Corrected probabilities of one clip. */
  float[] apply(float[] probabilities);

  /**
   * Writes the correction into a graph.
   *
   * @param probabilities name of a value of shape {@code [batch, labels]}
   * @return name of what {@link #apply(float[])} gives, to 1e-5
   */
  String write(OnnxGraph graph, String probabilities);

  /** For people: {@code temperature 0.81}. */
  String words();

  /**
   * A model whose probabilities are corrected; everything that runs it then runs the correction.
   */
  default byte[] into(byte[] model, int labels) {
    OnnxGraph graph = OnnxGraph.reopen(model, OUTPUT);
    graph.output(OUTPUT, write(graph, OUTPUT + "_before"), OnnxGraph.BATCH, labels);
    return graph.bytes();
  }

  /** The same clips with corrected probabilities. */
  default Predictions apply(Predictions predictions) {
    float[][] corrected = new float[predictions.size()][];
    for (int i = 0; i < corrected.length; i++) {
      corrected[i] = apply(predictions.probabilities()[i]);
    }
    return predictions.withProbabilities(corrected);
  }

  /**
   * One factor on all log odds (Guo, Pleiss, Sun and Weinberger, 2017): below 1 for a model too
   * sure of itself. Leaves the order of a clip's labels as it is.
   *
   * @param factor one over the temperature
   * @param multiLabel true where labels are independent
   */
  record Temperature(double factor, boolean multiLabel) implements Calibration {
    private static final double SMALLEST = 1e-12;

    @Override
    public float[] apply(float[] probabilities) {
      double[] powers = new double[probabilities.length];
      double sum = 0;
      for (int k = 0; k < powers.length; k++) {
        powers[k] = Math.pow(Math.max(SMALLEST, probabilities[k]), factor);
        sum += powers[k];
      }
      float[] corrected = new float[powers.length];
      for (int k = 0; k < powers.length; k++) {
        double rest =
            multiLabel
                ? powers[k] + Math.pow(Math.max(SMALLEST, 1 - probabilities[k]), factor)
                : sum;
        corrected[k] = (float) (powers[k] / rest);
      }
      return corrected;
    }

    @Override
    public String words() {
      return "temperature %.3f".formatted(1 / factor);
    }

    @Override
    public String write(OnnxGraph graph, String probabilities) {
      String scale = graph.constant(new float[] {(float) factor});
      String scaled = graph.node("Mul", List.of(logarithm(graph, probabilities), scale));
      if (!multiLabel) {
        return graph.node("Softmax", List.of(scaled));
      }
      String one = graph.constant(new float[] {1});
      String rest = logarithm(graph, graph.node("Sub", List.of(one, probabilities)));
      String scaledRest = graph.node("Mul", List.of(rest, scale));
      return graph.node("Sigmoid", List.of(graph.node("Sub", List.of(scaled, scaledRest))));
    }

    private static String logarithm(OnnxGraph graph, String value) {
      String smallest = graph.constant(new float[] {(float) SMALLEST});
      return graph.node("Log", List.of(graph.node("Max", List.of(value, smallest))));
    }
  }

  /**
   * A rising step function for each label (Zadrozny and Elkan, 2002), then brought to sum 1 where
   * labels exclude each other. Needs more clips than a temperature: some hundred a label.
   *
   * @param from {@code double[labels][steps]}, lowest probability of each step
   * @param to {@code double[labels][steps]}, what it becomes; linear between steps
   * @param multiLabel true where labels are independent
   */
  record Isotonic(double[][] from, double[][] to, boolean multiLabel) implements Calibration {
    @Override
    public float[] apply(float[] probabilities) {
      double[] values = new double[probabilities.length];
      double sum = 0;
      for (int k = 0; k < values.length; k++) {
        values[k] = interpolate(from[k], to[k], probabilities[k]);
        sum += values[k];
      }
      float[] corrected = new float[values.length];
      for (int k = 0; k < values.length; k++) {
        double share = sum > 0 ? values[k] / sum : 1.0 / values.length;
        corrected[k] = (float) (multiLabel ? values[k] : share);
      }
      return corrected;
    }

    @Override
    public String words() {
      return "isotonic, %d steps".formatted(Arrays.stream(to).mapToInt(row -> row.length).sum());
    }

    @Override
    public String write(OnnxGraph graph, String probabilities) {
      String risen = IsotonicGraph.write(graph, probabilities, from, to);
      if (multiLabel) {
        return risen;
      }
      long[] labels = {1};
      String sum =
          graph.node(
              "ReduceSum",
              List.of(risen, graph.constant(labels, 1)),
              Attribute.integer("keepdims", 1));
      String zero = graph.constant(new float[] {0});
      String even = graph.constant(new float[] {1f / from.length});
      String some = graph.node("Greater", List.of(sum, zero));
      String one = graph.constant(new float[] {1});
      String divisor = graph.node("Where", List.of(some, sum, one));
      String share = graph.node("Div", List.of(risen, divisor));
      return graph.node("Where", List.of(some, share, even));
    }

    private static double interpolate(double[] x, double[] y, double at) {
      int place = Arrays.binarySearch(x, at);
      if (place >= 0) {
        return y[place];
      }
      int above = -place - 1;
      if (above == 0 || above == x.length) {
        return y[above == 0 ? 0 : x.length - 1];
      }
      double share = (at - x[above - 1]) / (x[above] - x[above - 1]);
      return y[above - 1] + share * (y[above] - y[above - 1]);
    }
  }

  /** The factor of least log loss, by golden-section search on its logarithm. */
  static Temperature temperature(Predictions held) {
    double golden = (Math.sqrt(5) - 1) / 2;
    double low = Math.log(0.02);
    double high = Math.log(50);
    while (high - low > 1e-5) {
      double left = high - golden * (high - low);
      double right = low + golden * (high - low);
      if (loss(held, left) <= loss(held, right)) {
        high = right;
      } else {
        low = left;
      }
    }
    return new Temperature(Math.exp((low + high) / 2), held.multiLabel());
  }

  private static double loss(Predictions held, double logFactor) {
    Temperature temperature = new Temperature(Math.exp(logFactor), held.multiLabel());
    return ProbabilityScores.logLoss(temperature.apply(held));
  }

  /** The rising functions of least squared error, by pooling adjacent violators. */
  static Isotonic isotonic(Predictions held) {
    int labels = held.labels().size();
    double[][] from = new double[labels][];
    double[][] to = new double[labels][];
    for (int k = 0; k < labels; k++) {
      int label = k;
      int[] order =
          IntStream.range(0, held.size())
              .boxed()
              .sorted(Comparator.comparingDouble(i -> held.probabilities()[i][label]))
              .mapToInt(Integer::intValue)
              .toArray();
      double[] x = IntStream.of(order).mapToDouble(i -> held.probabilities()[i][label]).toArray();
      double[] y = IntStream.of(order).mapToDouble(i -> held.targets()[i][label]).toArray();
      pool(x, y);
      // Ends of each level suffice: between them the function is flat or linear.
      int[] kept =
          IntStream.range(0, x.length)
              .filter(i -> i == 0 || x[i] > x[i - 1])
              .filter(i -> i == 0 || i == x.length - 1 || y[i] != y[i - 1] || y[i] != y[next(x, i)])
              .toArray();
      from[k] = IntStream.of(kept).mapToDouble(i -> x[i]).toArray();
      to[k] = IntStream.of(kept).mapToDouble(i -> y[i]).toArray();
    }
    return new Isotonic(from, to, held.multiLabel());
  }

  private static int next(double[] x, int i) {
    int next = i + 1;
    while (next < x.length - 1 && x[next] == x[i]) {
      next++;
    }
    return Math.min(next, x.length - 1);
  }

  /** Replaces {@code y}, at ascending {@code x}, by its closest rising function. */
  private static void pool(double[] x, double[] y) {
    int[] start = new int[y.length];
    double[] mean = new double[y.length];
    int blocks = 0;
    for (int i = 0; i < y.length; ) {
      int first = i;
      double sum = 0;
      while (i < y.length && x[i] == x[first]) {
        sum += y[i++];
      }
      start[blocks] = first;
      mean[blocks++] = sum / (i - first);
      while (blocks > 1 && mean[blocks - 2] >= mean[blocks - 1]) {
        int own = i - start[blocks - 1];
        int before = start[blocks - 1] - start[blocks - 2];
        mean[blocks - 2] = (mean[blocks - 2] * before + mean[blocks - 1] * own) / (before + own);
        blocks--;
      }
    }
    for (int b = 0; b < blocks; b++) {
      Arrays.fill(y, start[b], b + 1 < blocks ? start[b + 1] : y.length, mean[b]);
    }
  }
}
