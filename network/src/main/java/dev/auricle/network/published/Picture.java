package dev.auricle.network.published;

import dev.auricle.network.onnx.Attribute;
import dev.auricle.network.onnx.OnnxGraph;
import java.util.List;

/**
 * A spectrogram in dB as the picture that a network of images reads: low frequencies below, each
 * clip's loudest cell white and 80 dB below it black, the same in red, green and blue.
 */
final class Picture {
  private static final float HALF_RANGE_DB = 40;
  private static final int COLOURS = 3;

  private Picture() {}

  /** {@code [batch, bands, frames]} to {@code [batch, 3, side, side]} in [-1, 1]. */
  static String draw(OnnxGraph graph, String features, int side) {
    String most =
        graph.node(
            "ReduceMax",
            List.of(features),
            Attribute.integers("axes", 1, 2),
            Attribute.integer("keepdims", 1));
    String below = graph.node("Sub", List.of(features, most));
    String scaled =
        graph.node("Div", List.of(below, graph.constant(new float[] {HALF_RANGE_DB}, 1)));
    String shifted = graph.node("Add", List.of(scaled, graph.constant(new float[] {1}, 1)));
    String grey =
        graph.node(
            "Clip",
            List.of(shifted, graph.constant(new float[] {-1}), graph.constant(new float[] {1})));
    String channel = graph.node("Unsqueeze", List.of(grey, number(graph, 1)));
    String upright =
        graph.node(
            "Slice",
            List.of(
                channel,
                number(graph, -1),
                number(graph, Integer.MIN_VALUE),
                number(graph, 2),
                number(graph, -1)));
    String shape = graph.node("Shape", List.of(features));
    String batch = graph.node("Gather", List.of(shape, number(graph, 0)));
    String sizes =
        graph.node(
            "Concat",
            List.of(batch, graph.constant(new long[] {1, side, side}, COLOURS)),
            Attribute.integer("axis", 0));
    String resized =
        graph.node("Resize", List.of(upright, "", "", sizes), Attribute.text("mode", "linear"));
    return graph.node("Concat", List.of(resized, resized, resized), Attribute.integer("axis", 1));
  }

  private static String number(OnnxGraph graph, long value) {
    return graph.constant(new long[] {value}, 1);
  }
}
