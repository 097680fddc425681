package dev.auricle.network.export;

import dev.auricle.network.onnx.Attribute;
import dev.auricle.signal.FilterBank;
import dev.auricle.signal.Matrix;
import java.util.List;

/** Filtered spectra by ONNX's own {@code STFT}, of samples whose margins are already there. */
final class PowerGraph {
  private final int fft;
  private final int hop;
  private final double[] window;
  private final FilterBank filters;
  private final boolean magnitudes;
  private final boolean precise;

  /**
   * Spectra.
   *
   * @param fft samples in a transform
   * @param hop samples from one frame to the next
   * @param window values under the window, at most {@code fft}; it stands in the transform's middle
   * @param filters over the bins of the spectra
   * @param magnitudes whether filters are over magnitudes; else over powers
   * @param precise whether to compute in double precision
   */
  PowerGraph(
      int fft, int hop, double[] window, FilterBank filters, boolean magnitudes, boolean precise) {
    this.fft = fft;
    this.hop = hop;
    this.window = window;
    this.filters = filters;
    this.magnitudes = magnitudes;
    this.precise = precise;
  }

  /** {@code [batch, n]} to {@code [batch, frames, bands]}. */
  String apply(Sheet sheet, String samples) {
    float[] weights = new float[fft];
    for (int i = 0; i < window.length; i++) {
      weights[(fft - window.length) / 2 + i] = (float) window[i];
    }
    String signal = sheet.of("Unsqueeze", samples, sheet.place(2));
    String spectra =
        sheet.node(
            "STFT",
            List.of(
                typed(sheet, signal),
                sheet.graph().constant(new long[] {hop}),
                typed(sheet, sheet.graph().constant(weights, fft)),
                sheet.graph().constant(new long[] {fft})),
            Attribute.integer("onesided", 1));
    String squares = sheet.of("Mul", spectra, spectra);
    String powers =
        sheet.node("ReduceSum", List.of(squares, sheet.place(3)), Attribute.integer("keepdims", 0));
    String filtered =
        sheet.of(
            "MatMul",
            magnitudes ? sheet.of("Sqrt", powers) : powers,
            typed(sheet, matrix(sheet, filters.weights())));
    return precise ? sheet.toFloat(filtered) : filtered;
  }

  private String typed(Sheet sheet, String value) {
    return precise ? sheet.toDouble(value) : value;
  }

  /** Bands x bins as a constant of bins x bands. */
  private static String matrix(Sheet sheet, Matrix weights) {
    Matrix columns = weights.transposed();
    return sheet.graph().constant(columns.values(), columns.rows(), columns.columns());
  }
}
