package dev.auricle.network.export;

import dev.auricle.network.onnx.Attribute;
import dev.auricle.signal.Dct;
import dev.auricle.signal.Delta;
import dev.auricle.signal.Matrix;
import dev.auricle.signal.MelFilterBank;
import dev.auricle.signal.MelScale;
import dev.auricle.signal.Window;
import java.util.List;

/** The front-ends of bands in dB, {@code logmel-*} and {@code mfcc-*}, by their options. */
final class MelGraph {
  private static final int DELTA_FRAMES = 9;
  private static final double SMALLEST_DEVIATION = 1e-5;

  private final Sheet sheet;
  private final FrontEndOptions options;

  MelGraph(Sheet sheet, FrontEndOptions options) {
    this.sheet = sheet;
    this.options = options;
  }

  /** {@code [batch, n]} to {@code [batch, bands, frames]}. */
  String logMel(String samples) {
    return normalise(levels(samples, false));
  }

  /** {@code [batch, n]} to {@code [batch, coefficients and their deltas, frames]}. */
  String mfcc(String samples) {
    String levels = levels(samples, true);
    String coefficients = sheet.of("MatMul", basis(), levels);
    int deltas = options.whole("deltas");
    if (deltas == 0) {
      return normalise(coefficients);
    }
    String slopes = slopes(coefficients, 1);
    List<String> rows =
        deltas == 1
            ? List.of(coefficients, slopes)
            : List.of(coefficients, slopes, slopes(coefficients, 2));
    return normalise(sheet.node("Concat", rows, Attribute.integer("axis", 1)));
  }

  private String levels(String samples, boolean precise) {
    int fft = options.whole("fft");
    Window window = options.constant("window", Window.class);
    MelFilterBank bank =
        new MelFilterBank(
            options.whole("sampleRate"),
            fft,
            options.whole("bands"),
            options.number("minHz"),
            options.number("maxHz"),
            options.constant("scale", MelScale.class),
            options.flag("areaNormalised"),
            MelFilterBank.Shape.STRAIGHT_IN_HERTZ);
    PowerGraph powers =
        new PowerGraph(
            fft,
            options.whole("hop"),
            window.periodic(options.whole("windowLength")),
            bank.filters(),
            false,
            precise);
    String bands = sheet.transpose(powers.apply(sheet, padded(samples, fft)), 0, 2, 1);
    double smallest = options.number("smallest");
    double reference = Math.max(smallest, Math.abs(options.number("reference")));
    String heard = sheet.of("Max", bands, sheet.number(Math.max(Float.MIN_NORMAL, smallest)));
    String scaled = sheet.of("Mul", sheet.of("Log", heard), sheet.number(10 / Math.log(10)));
    String levels = sheet.of("Sub", scaled, sheet.number(10 * Math.log10(reference)));
    String highest = sheet.reduce("ReduceMax", levels, 1, 2);
    return sheet.of(
        "Max", levels, sheet.of("Sub", highest, sheet.number(options.number("rangeDb"))));
  }

  /** With what lies outside the sound where frames are centred; long enough for a frame. */
  private String padded(String samples, int fft) {
    if (!options.flag("centred")) {
      return sheet.atLeast(samples, fft);
    }
    String mode =
        switch (options.word("padding")) {
          case "zero" -> "constant";
          case "reflect" -> "reflect";
          default -> "edge";
        };
    // Mirroring needs more samples than it adds at each end.
    String whole = mode.equals("reflect") ? sheet.atLeast(samples, fft / 2 + 1) : samples;
    return sheet.pad(whole, sheet.place(fft / 2), sheet.place(fft / 2), mode);
  }

  /** The cosine transform with its lifter: coefficients x bands. */
  private String basis() {
    int bands = options.whole("bands");
    int coefficients = options.whole("coefficients");
    double lifter = options.number("lifter");
    Matrix unit = Matrix.zeros(bands, bands);
    for (int band = 0; band < bands; band++) {
      unit.values()[band * bands + band] = 1;
    }
    Matrix basis = Dct.typeTwo(bands, coefficients).apply(unit);
    for (int n = 0; lifter > 0 && n < coefficients; n++) {
      float gain = (float) (1 + lifter / 2 * Math.sin(Math.PI * (n + 1) / lifter));
      for (int band = 0; band < bands; band++) {
        basis.values()[n * bands + band] *= gain;
      }
    }
    return sheet.graph().constant(basis.values(), coefficients, bands);
  }

  /** See {@link Delta}: a clip of fewer than nine frames repeats its ends. */
  private String slopes(String table, int order) {
    int half = DELTA_FRAMES / 2;
    int rows = options.whole("coefficients");
    String pads = sheet.graph().constant(new long[] {0, 0, half, 0, 0, half}, 6);
    String padded = sheet.node("Pad", List.of(table, pads), Attribute.text("mode", "edge"));
    float[] weights = new float[rows * DELTA_FRAMES];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(weights(order), 0, weights, row * DELTA_FRAMES, DELTA_FRAMES);
    }
    String slopes =
        sheet.node(
            "Conv",
            List.of(padded, sheet.graph().constant(weights, rows, 1, DELTA_FRAMES)),
            Attribute.integers("kernel_shape", DELTA_FRAMES),
            Attribute.integer("group", rows));
    String frames = sheet.size(table, 2);
    String few = sheet.of("Less", frames, sheet.place(DELTA_FRAMES));
    String margin = sheet.of("Where", few, sheet.place(0), sheet.place(half));
    String last = sheet.of("Sub", sheet.of("Sub", frames, sheet.place(1)), margin);
    String count = sheet.of("Squeeze", frames, sheet.place(0));
    String places =
        sheet.of(
            "Range",
            sheet.graph().constant(new long[1]),
            count,
            sheet.graph().constant(new long[] {1}));
    String inside = sheet.of("Min", sheet.of("Max", places, margin), last);
    return sheet.node("Gather", List.of(slopes, inside), Attribute.integer("axis", 2));
  }

  /** Weights of the frames from four before to four behind, as an impulse shows them. */
  private static float[] weights(int order) {
    int length = 2 * DELTA_FRAMES - 1;
    Matrix impulse = Matrix.zeros(1, length);
    impulse.values()[length / 2] = 1;
    float[] found = Delta.compute(impulse, DELTA_FRAMES, order, Delta.Edges.NEAREST).values();
    float[] weights = new float[DELTA_FRAMES];
    for (int k = 0; k < DELTA_FRAMES; k++) {
      weights[k] = found[length / 2 + DELTA_FRAMES / 2 - k];
    }
    return weights;
  }

  private String normalise(String table) {
    return switch (options.word("normalise")) {
      case "none" -> table;
      case "peak" -> sheet.of("Sub", table, sheet.reduce("ReduceMax", table, 1, 2));
      case "clip" -> standardise(table, 1, 2);
      default -> standardise(table, 2);
    };
  }

  private String standardise(String table, long... axes) {
    // As doubles: the rounded mean of a row of equal values would differ from them, and count.
    String wide = sheet.toDouble(table);
    String centred = sheet.toFloat(sheet.of("Sub", wide, sheet.reduce("ReduceMean", wide, axes)));
    String squares = sheet.of("Mul", centred, centred);
    String deviation = sheet.of("Sqrt", sheet.reduce("ReduceMean", squares, axes));
    String flat = sheet.of("Less", deviation, sheet.number(SMALLEST_DEVIATION));
    String gain =
        sheet.of("Where", flat, sheet.number(0), sheet.of("Div", sheet.number(1), deviation));
    return sheet.of("Mul", centred, gain);
  }
}
