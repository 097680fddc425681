package dev.auricle.signal;

/**
 * The discrete cosine transforms of types II and III, orthonormal: each undoes the other. As {@code
 * scipy.fft.dct(type=2 or 3, norm="ortho")}. Immutable and thread-safe.
 */
public final class Dct {
  private final double[] basis;
  private final int outputs;
  private final int inputs;

  private Dct(double[] basis, int outputs, int inputs) {
    this.basis = basis;
    this.outputs = outputs;
    this.inputs = inputs;
  }

  /** The first {@code outputs} coefficients of type II of {@code inputs} values. */
  public static Dct typeTwo(int inputs, int outputs) {
    check(inputs, outputs);
    double[] basis = new double[outputs * inputs];
    for (int k = 0; k < outputs; k++) {
      for (int n = 0; n < inputs; n++) {
        basis[k * inputs + n] = cosine(k, n, inputs);
      }
    }
    return new Dct(basis, outputs, inputs);
  }

  /** The first {@code outputs} values of type III of {@code inputs} coefficients. */
  public static Dct typeThree(int inputs, int outputs) {
    check(inputs, outputs);
    double[] basis = new double[outputs * inputs];
    for (int n = 0; n < outputs; n++) {
      for (int k = 0; k < inputs; k++) {
        basis[n * inputs + k] = cosine(k, n, inputs);
      }
    }
    return new Dct(basis, outputs, inputs);
  }

  private static void check(int inputs, int outputs) {
    Samples.requirePositive(inputs, "inputs");
    Samples.requirePositive(outputs, "outputs");
    if (outputs > inputs) {
      throw new IllegalArgumentException(
          "asked for "
              + outputs
              + " of "
              + inputs
              + " coefficients: there are no more than values");
    }
  }

  private static double cosine(int k, int n, int length) {
    double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / length);
    return scale * Math.cos(Math.PI * k * (2 * n + 1) / (2.0 * length));
  }

  /**
   * Transforms each column.
   *
   * @param values inputs x frames
   * @return outputs x frames
   */
  public Matrix apply(Matrix values) {
    if (values.rows() != inputs) {
      throw new IllegalArgumentException("expected " + inputs + " rows, found " + values.rows());
    }
    Kernel kernel = Kernel.best(values.values().length);
    int lanes = kernel.lanes();
    Matrix out = Matrix.zeros(outputs, values.columns());
    float[] rows = new float[inputs * lanes];
    float[] sums = new float[outputs * lanes];
    double[] work = new double[(inputs + outputs) * lanes];
    for (int t = 0; t < values.columns(); t += lanes) {
      values.takeBlock(rows, lanes, t);
      kernel.multiply(basis, outputs, inputs, rows, sums, work);
      out.putBlock(sums, lanes, t);
    }
    return out;
  }
}
