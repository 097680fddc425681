package dev.auricle.signal;

import java.util.Arrays;

/**
 * A table of numbers, such as a spectrogram: one row a bin, band or coefficient, one column a
 * frame.
 *
 * @param rows number of rows (bins, bands, coefficients)
 * @param columns number of columns (frames)
 * @param values {@code float[rows * columns]}, row after row: the value in row r and column c is
 *     {@code values[r * columns + c]}; not copied, so whoever holds it can change the matrix
 */
@SuppressWarnings("ArrayRecordComponent") // The values are the point; equality is by content.
public record Matrix(int rows, int columns, float[] values) {
  public Matrix {
    if (rows < 0 || columns < 0 || values.length != Math.multiplyExact(rows, columns)) {
      throw new IllegalArgumentException(
          "a matrix of " + rows + " x " + columns + " cannot hold " + values.length + " values");
    }
  }

  /** A matrix of zeros. */
  public static Matrix zeros(int rows, int columns) {
    return new Matrix(rows, columns, new float[Math.multiplyExact(rows, columns)]);
  }

  public float get(int row, int column) {
    return values[row * columns + column];
  }

  /** A copy of one row: {@code float[columns]}. */
  public float[] row(int row) {
    return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
  }

  /** A copy of one column: {@code float[rows]}. */
  public float[] column(int column) {
    float[] copy = new float[rows];
    for (int row = 0; row < rows; row++) {
      copy[row] = values[row * columns + column];
    }
    return copy;
  }

  /** A copy with rows and columns exchanged: one row a frame. */
  public Matrix transposed() {
    float[] turned = new float[values.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column * rows + row] = values[row * columns + column];
      }
    }
    return new Matrix(columns, rows, turned);
  }

  /** Puts a block, laid out {@code [rows][lanes]}, into the columns from {@code first} on. */
  void putBlock(float[] block, int lanes, int first) {
    int count = Math.min(lanes, columns - first);
    for (int row = 0; row < rows; row++) {
      System.arraycopy(block, row * lanes, values, row * columns + first, count);
    }
  }

  /** Puts one row's numbers into the columns from {@code first} on. */
  void putRow(int row, float[] numbers, int lanes, int first) {
    System.arraycopy(numbers, 0, values, row * columns + first, Math.min(lanes, columns - first));
  }

  /** Copies the columns from {@code first} on into a block, laid out {@code [rows][lanes]}. */
  void takeBlock(float[] block, int lanes, int first) {
    int count = Math.min(lanes, columns - first);
    for (int row = 0; row < rows; row++) {
      System.arraycopy(values, row * columns + first, block, row * lanes, count);
    }
  }

  /** The largest value; negative infinity where the matrix is empty. */
  public float max() {
    float max = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      max = Math.max(max, value);
    }
    return max;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Matrix that
        && rows == that.rows
        && columns == that.columns
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * rows + columns) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Matrix[" + rows + " x " + columns + "]";
  }
}
