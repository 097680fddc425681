package dev.auricle.network.published;

import dev.auricle.network.onnx.Attribute;
import dev.auricle.network.onnx.OnnxGraph;
import java.util.List;

/**
 * YAMNet's patches: 96 frames (0.96 s) every 48 (0.48 s). The last one is filled up with silence,
 * as its authors do, so a sound of {@code f} frames has {@code 1 + ceil((f - 96) / 48)} patches.
 */
final class Patches {
  static final int FRAMES = 96;
  static final int HOP = 48;
  static final int BANDS = 64;

  /** Log-mel of silence: {@code ln(0.001)}. */
  private static final float SILENCE = (float) Math.log(0.001);

  private Patches() {}

  /** Patches of so many frames. */
  static int count(int frames) {
    return 1 + Math.floorDiv(Math.max(frames, FRAMES) - FRAMES + HOP - 1, HOP);
  }

  /** {@code [batch, frames, 64]} to {@code [batch · patches, 1, 96, 64]}. */
  static String cut(OnnxGraph graph, String features) {
    String frames = axis(graph, features, 1);
    // ceil((frames - 96) / 48) = floor((frames - 49) / 48), for frames of at least 96.
    String less = graph.node("Sub", List.of(frames, number(graph, FRAMES - HOP + 1)));
    String more = graph.node("Div", List.of(less, number(graph, HOP)));
    String hops = graph.node("Mul", List.of(more, number(graph, HOP)));
    String whole = graph.node("Add", List.of(hops, number(graph, FRAMES)));
    String missing = graph.node("Sub", List.of(whole, frames));
    String pads =
        graph.node(
            "Concat",
            List.of(graph.constant(new long[4], 4), missing, number(graph, 0)),
            Attribute.integer("axis", 0));
    String silence = graph.constant(new float[] {SILENCE});
    String padded = graph.node("Pad", List.of(features, pads, silence));
    String end = scalar(graph, graph.node("Add", List.of(hops, number(graph, 1))));
    String starts =
        graph.node(
            "Range", List.of(graph.constant(new long[1]), end, graph.constant(new long[] {HOP})));
    String column = graph.node("Unsqueeze", List.of(starts, number(graph, 1)));
    long[] offsets = new long[FRAMES];
    for (int i = 0; i < FRAMES; i++) {
      offsets[i] = i;
    }
    String places = graph.node("Add", List.of(column, graph.constant(offsets, 1, FRAMES)));
    String patches = graph.node("Gather", List.of(padded, places), Attribute.integer("axis", 1));
    String shape = graph.constant(new long[] {-1, 1, FRAMES, BANDS}, 4);
    return graph.node("Reshape", List.of(patches, shape));
  }

  /** {@code [batch · patches, size]} to {@code [batch, patches, size]}. */
  static String join(OnnxGraph graph, String features, String value, int size) {
    String shape =
        graph.node(
            "Concat",
            List.of(axis(graph, features, 0), number(graph, -1), number(graph, size)),
            Attribute.integer("axis", 0));
    return graph.node("Reshape", List.of(value, shape));
  }

  /** Size of one axis, as a list of one number. */
  private static String axis(OnnxGraph graph, String value, int axis) {
    String shape = graph.node("Shape", List.of(value));
    return graph.node("Gather", List.of(shape, number(graph, axis)));
  }

  private static String number(OnnxGraph graph, long value) {
    return graph.constant(new long[] {value}, 1);
  }

  private static String scalar(OnnxGraph graph, String list) {
    return graph.node("Squeeze", List.of(list, number(graph, 0)));
  }
}
