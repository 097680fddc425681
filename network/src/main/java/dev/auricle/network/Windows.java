package dev.auricle.network;

import dev.auricle.network.onnx.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Windows over the axes behind the channels, shared by {@link Conv} and {@link Pool}. */
final class Windows {
  private Windows() {}

  /** Shape after the windows have moved over it. */
  static Shape output(Layer layer, List<Window> windows, int channels, Shape input) {
    if (input.rank() != windows.size() + 1) {
      String needs = windows.size() == 1 ? "[channels, frames]" : "[channels, bands, frames]";
      throw new ShapeMismatch(layer, input, needs);
    }
    List<Integer> axes = new ArrayList<>();
    axes.add(channels);
    for (int i = 0; i < windows.size(); i++) {
      Window window = windows.get(i);
      int positions = window.positions(input.axis(i + 1));
      if (positions < 1) {
        int least = window.reach() - window.before() - window.after();
        String axis = windows.size() == 2 && i == 0 ? "bands" : "frames";
        String needs = "at least " + least + " " + axis + " (longer clips, or less pooling before)";
        throw new ShapeMismatch(layer, input, needs);
      }
      axes.add(positions);
    }
    return new Shape(axes);
  }

  static Attribute[] attributes(List<Window> windows, Attribute... more) {
    List<Attribute> attributes = new ArrayList<>(List.of(more));
    attributes.add(Attribute.integers("kernel_shape", longs(windows, Window::size)));
    attributes.add(Attribute.integers("strides", longs(windows, Window::stride)));
    long[] pads = new long[2 * windows.size()];
    System.arraycopy(longs(windows, Window::before), 0, pads, 0, windows.size());
    System.arraycopy(longs(windows, Window::after), 0, pads, windows.size(), windows.size());
    attributes.add(Attribute.integers("pads", pads));
    return attributes.toArray(Attribute[]::new);
  }

  static long[] longs(List<Window> windows, ToIntFunction<Window> part) {
    return windows.stream().mapToInt(part).asLongStream().toArray();
  }

  static String describe(List<Window> windows) {
    String sizes =
        windows.stream().map(window -> "" + window.size()).collect(Collectors.joining("x"));
    boolean strides = windows.stream().anyMatch(window -> window.stride() > 1);
    return strides
        ? sizes
            + "/"
            + windows.stream().map(window -> "" + window.stride()).collect(Collectors.joining("x"))
        : sizes;
  }
}
