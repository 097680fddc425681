package dev.auricle.signal;

/**
 * A table of complex numbers, such as a short-time Fourier transform.
 *
 * @param real real parts: one row a bin, one column a frame
 * @param imaginary imaginary parts, of the same shape
 */
public record ComplexMatrix(Matrix real, Matrix imaginary) {
  public ComplexMatrix {
    if (real.rows() != imaginary.rows() || real.columns() != imaginary.columns()) {
      throw new IllegalArgumentException(
          "real part is " + real + ", imaginary part is " + imaginary);
    }
  }

  public int rows() {
    return real.rows();
  }

  public int columns() {
    return real.columns();
  }

  /** Distance of each value from zero. */
  public Matrix magnitude() {
    Matrix out = power();
    float[] values = out.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sqrt(values[i]);
    }
    return out;
  }

  /** Squared distance of each value from zero. */
  public Matrix power() {
    float[] re = real.values();
    float[] im = imaginary.values();
    float[] power = new float[re.length];
    for (int i = 0; i < power.length; i++) {
      power[i] = re[i] * re[i] + im[i] * im[i];
    }
    return new Matrix(rows(), columns(), power);
  }
}
