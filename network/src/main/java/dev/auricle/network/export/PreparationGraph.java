package dev.auricle.network.export;

import dev.auricle.network.onnx.Attribute;
import dev.auricle.runtime.Preparation;
import java.util.List;

/** {@link Preparation} of samples that have its rate already: trimming, level, length. */
final class PreparationGraph {
  /** Frames in which silence is measured: librosa's 2048 and 512 samples at 22,050 Hz. */
  private static final double TRIM_FRAME_SECONDS = 2048 / 22050.0;

  private static final double TRIM_HOP_SECONDS = 512 / 22050.0;

  /** Powers below that of the amplitude 1e-5 count as it. */
  private static final double SMALLEST_POWER = 1e-10;

  private static final double SILENT_RMS = 1e-5;

  private final Sheet sheet;

  PreparationGraph(Sheet sheet) {
    this.sheet = sheet;
  }

  /**
   * Prepared samples of samples {@code [batch, n]}; with trimming the batch must be 1, since each
   * clip is cut elsewhere.
   */
  String apply(Preparation preparation, String samples) {
    Double trimDb = preparation.trimDb();
    Double levelDb = preparation.levelDb();
    String value = samples;
    if (trimDb != null) {
      value = trim(value, trimDb, preparation.sampleRate());
    }
    if (levelDb != null) {
      value = level(value, levelDb);
    }
    return preparation.length() < 0 ? value : fit(value, preparation.length());
  }

  private String trim(String samples, double trimDb, int sampleRate) {
    int frame = (int) Math.round(TRIM_FRAME_SECONDS * sampleRate);
    int hop = (int) Math.round(TRIM_HOP_SECONDS * sampleRate);
    String squares = sheet.of("Unsqueeze", sheet.of("Mul", samples, samples), sheet.place(1));
    String powers =
        sheet.node(
            "AveragePool",
            List.of(squares),
            Attribute.integers("kernel_shape", frame),
            Attribute.integers("strides", hop),
            Attribute.integers("pads", frame / 2, frame / 2),
            Attribute.integer("count_include_pad", 1));
    String levels = sheet.of("Max", powers, sheet.number(SMALLEST_POWER));
    String loudest = sheet.reduce("ReduceMax", levels, 2);
    String least = sheet.of("Mul", loudest, sheet.number(Math.pow(10, -trimDb / 10)));
    String loud = sheet.toWhole(sheet.of("Greater", levels, least));
    String end = sheet.of("Mul", sheet.of("Add", found(loud, 1), sheet.place(1)), sheet.place(hop));
    String start = sheet.of("Mul", found(loud, 0), sheet.place(hop));
    String last = sheet.of("Min", end, sheet.size(samples, 1));
    // A clip that would be cut to nothing is kept.
    String some = sheet.of("Greater", last, start);
    return sheet.slice(
        samples,
        sheet.of("Where", some, start, sheet.place(0)),
        sheet.of("Where", some, last, sheet.size(samples, 1)),
        1);
  }

  /** Place of the first or last one in {@code [1, 1, frames]}. */
  private String found(String loud, long last) {
    String at =
        sheet.node(
            "ArgMax",
            List.of(loud),
            Attribute.integer("axis", 2),
            Attribute.integer("keepdims", 0),
            Attribute.integer("select_last_index", last));
    return sheet.of("Reshape", at, sheet.place(1));
  }

  private String level(String samples, double levelDb) {
    String squares = sheet.of("Mul", samples, samples);
    String rms = sheet.of("Sqrt", sheet.reduce("ReduceMean", squares, 1));
    String gain = sheet.of("Div", sheet.number(Math.pow(10, levelDb / 20)), rms);
    String silent = sheet.of("Less", rms, sheet.number(SILENT_RMS));
    return sheet.of("Mul", samples, sheet.of("Where", silent, sheet.number(1), gain));
  }

  /** The middle {@code length} samples, or all of them with zeros on both sides. */
  private String fit(String samples, int length) {
    String surplus = sheet.of("Sub", sheet.size(samples, 1), sheet.place(length));
    String more = sheet.of("Max", surplus, sheet.place(0));
    String start = sheet.of("Div", more, sheet.place(2));
    String end = sheet.of("Add", start, sheet.place(length));
    String middle = sheet.slice(samples, start, end, 1);
    String missing = sheet.of("Max", sheet.of("Neg", surplus), sheet.place(0));
    String before = sheet.of("Div", missing, sheet.place(2));
    return sheet.pad(middle, before, sheet.of("Sub", missing, before), "constant");
  }
}
