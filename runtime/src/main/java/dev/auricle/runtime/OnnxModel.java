package dev.auricle.runtime;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.auricle.signal.AuricleException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An ONNX graph in ONNX Runtime: features in, probabilities out. Thread-safe.
 *
 * <p>The graph's input is called {@code features} and has shape {@code [batch, …features' shape]};
 * its output is called {@code probabilities} and has shape {@code [batch, labels]}. Scaling,
 * reshaping and soft-max stand inside the graph. Other outputs, such as a published network's
 * {@code embedding}, are read only by {@link #compute}.
 */
public final class OnnxModel implements AutoCloseable {
  private static final String INPUT = "features";
  private static final String OUTPUT = "probabilities";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String input;
  private final long[] inputShape;
  private final Map<String, NodeInfo> outputs;
  private final long[] outputShape;
  // Shared by predictions, exclusive for close: freeing a session in use would end the process.
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private boolean closed;

  private OnnxModel(OrtEnvironment environment, OrtSession session, String input)
      throws OrtException {
    this.environment = environment;
    this.session = session;
    this.input = input;
    this.inputShape = shape(session.getInputInfo(), input, "input");
    this.outputs = session.getOutputInfo();
    this.outputShape = shape(outputs, OUTPUT, "output");
  }

  /**
   * Loads a graph; {@code threads} are those used inside one call.
   *
   * @throws AuricleException if the bytes are no ONNX graph of the form above
   */
  public static OnnxModel load(byte[] graph, int threads) {
    return load(graph, threads, INPUT);
  }

  /** As {@link #load(byte[], int)}, of a graph whose input has another name. */
  public static OnnxModel load(byte[] graph, int threads, String input) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, found " + threads);
    }
    OrtEnvironment environment = OnnxNatives.environment();
    OrtSession session = null;
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      // Its plans are kept for each shape, and clips of free length have many.
      options.setMemoryPatternOptimization(false);
      // Waiting threads that spin take the cores that other work needs.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      session = environment.createSession(graph, options);
      return new OnnxModel(environment, session, input);
    } catch (OrtException | AuricleException e) {
      closeQuietly(session);
      throw e instanceof AuricleException known
          ? known
          : new AuricleException(
              "the graph cannot be loaded (" + e.getMessage() + "); expected an ONNX model", e);
    }
  }

  private static void closeQuietly(@Nullable OrtSession session) {
    if (session != null) {
      try {
        session.close();
      } catch (OrtException e) {
        // Already failing: the first error is the one worth showing.
      }
    }
  }

  private static long[] shape(Map<String, NodeInfo> nodes, String name, String kind) {
    NodeInfo node = nodes.get(name);
    if (node == null || !(node.getInfo() instanceof TensorInfo info)) {
      throw new AuricleException(
          "the graph has no " + kind + " tensor named " + name + "; it has " + nodes.keySet());
    }
    return info.getShape();
  }

  /** Number of labels the graph scores, or -1 where it does not say. */
  public int labels() {
    return outputShape.length == 2 ? (int) outputShape[1] : -1;
  }

  /**
   * Probabilities, {@code float[batch][labels]}; all features must share one shape.
   *
   * @throws AuricleException if that shape is not the one the graph reads
   */
  public float[][] predict(List<Features> batch) {
    if (batch.isEmpty()) {
      return new float[0][];
    }
    return run(OUTPUT, batch, output -> rows(output, batch.size()));
  }

  /**
   * Another of the graph's outputs, such as a published network's {@code embedding}: for each of
   * the batch its values, of the output's shape behind the batch. All features must share one
   * shape.
   *
   * @throws AuricleException if the graph has no such output, or reads another shape
   */
  public List<Features> compute(String output, List<Features> batch) {
    if (batch.isEmpty()) {
      return List.of();
    }
    shape(outputs, output, "output");
    return run(output, batch, tensor -> split(tensor, batch.size()));
  }

  private <T> T run(String name, List<Features> batch, Function<OnnxTensor, T> reading) {
    int[] each = batch.get(0).shape();
    long[] shape = new long[each.length + 1];
    shape[0] = batch.size();
    for (int axis = 0; axis < each.length; axis++) {
      shape[axis + 1] = each[axis];
    }
    check(shape);
    FloatBuffer values = FloatBuffer.wrap(join(batch, each));
    use.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the model is closed");
      }
      try (OnnxTensor tensor = OnnxTensor.createTensor(environment, values, shape);
          OrtSession.Result result = session.run(Map.of(input, tensor), Set.of(name))) {
        return reading.apply((OnnxTensor) result.get(0));
      }
    } catch (OrtException e) {
      throw new AuricleException(
          "the graph fails on features of shape " + Arrays.toString(each) + ": " + e.getMessage(),
          e);
    } finally {
      use.readLock().unlock();
    }
  }

  /** Whether the graph reads features of that shape (without the batch's axis). */
  boolean accepts(int... shape) {
    boolean fits = shape.length + 1 == inputShape.length;
    for (int axis = 0; fits && axis < shape.length; axis++) {
      // A free axis is -1.
      fits = inputShape[axis + 1] < 0 || inputShape[axis + 1] == shape[axis];
    }
    return fits;
  }

  private void check(long[] shape) {
    boolean free = inputShape.length > 0 && (inputShape[0] < 0 || inputShape[0] == shape[0]);
    if (!free || !accepts(Arrays.stream(shape).skip(1).mapToInt(Math::toIntExact).toArray())) {
      throw new AuricleException(
          "features have shape "
              + Arrays.toString(shape)
              + " (the first axis is the batch), but the graph reads "
              + Arrays.toString(inputShape)
              + "; use the front-end and length that the model was trained with");
    }
  }

  private static float[] join(List<Features> batch, int[] each) {
    if (batch.size() == 1) {
      return batch.get(0).values();
    }
    int size = batch.get(0).values().length;
    float[] joined = new float[Math.multiplyExact(size, batch.size())];
    for (int i = 0; i < batch.size(); i++) {
      Features features = batch.get(i);
      if (!Arrays.equals(features.shape(), each)) {
        throw new IllegalArgumentException(
            "features of one batch must share a shape, found "
                + Arrays.toString(each)
                + " and "
                + Arrays.toString(features.shape()));
      }
      System.arraycopy(features.values(), 0, joined, i * size, size);
    }
    return joined;
  }

  private static List<Features> split(OnnxTensor output, int batch) {
    FloatBuffer values = output.getFloatBuffer();
    long[] shape = output.getInfo().getShape();
    int[] each = new int[shape.length - 1];
    for (int axis = 0; axis < each.length; axis++) {
      each[axis] = (int) shape[axis + 1];
    }
    int rows = (int) shape[0] / batch;
    if (rows > 1) {
      // The graph makes several of a clip, such as crops: an axis of their own.
      each = IntStream.concat(IntStream.of(rows), IntStream.of(each)).toArray();
    }
    List<Features> split = new ArrayList<>();
    for (int i = 0; i < batch; i++) {
      float[] own = new float[values.limit() / batch];
      values.get(own);
      split.add(new Features(own, each));
    }
    return split;
  }

  private static float[][] rows(OnnxTensor output, int batch) {
    FloatBuffer values = output.getFloatBuffer();
    long[] shape = output.getInfo().getShape();
    if (shape.length != 2 || shape[0] != batch) {
      throw new AuricleException(
          "the graph gives probabilities of shape "
              + Arrays.toString(shape)
              + ", expected ["
              + batch
              + ", labels]");
    }
    float[][] rows = new float[batch][(int) shape[1]];
    for (float[] row : rows) {
      values.get(row);
    }
    return rows;
  }

  /** Frees the session once the calls under way have ended; a second close does nothing. */
  @Override
  public void close() {
    use.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot free a session", e);
    } finally {
      use.writeLock().unlock();
    }
  }
}
