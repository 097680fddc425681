package dev.auricle.network;

import dev.auricle.network.onnx.Attribute;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The largest or the mean value in each window. Padding counts for neither.
 *
 * @param kind largest or mean
 * @param windows one for {@code [channels, frames]}, two for {@code [channels, bands, frames]};
 *     without dilation; an average takes no padding
 */
public record Pool(Kind kind, List<Window> windows) implements Layer {
  /** Which value of a window is kept. */
  public enum Kind {
    MAX,
    AVERAGE
  }

  public Pool {
    windows = List.copyOf(windows);
    for (Window window : windows) {
      boolean pads = window.before() + window.after() > 0;
      if (window.dilation() != 1 || (kind == Kind.AVERAGE && pads)) {
        throw new IllegalArgumentException("no such pooling: " + window);
      }
    }
  }

  /** The largest of each window; windows lie side by side. */
  public static Pool max(int... sizes) {
    return new Pool(Kind.MAX, sideBySide(sizes));
  }

  /** The mean of each window; windows lie side by side. */
  public static Pool average(int... sizes) {
    return new Pool(Kind.AVERAGE, sideBySide(sizes));
  }

  private static List<Window> sideBySide(int[] sizes) {
    return Arrays.stream(sizes).mapToObj(size -> Window.valid(size, size)).toList();
  }

  @Override
  public String describe() {
    return kind.name().toLowerCase(Locale.ROOT) + " pool " + Windows.describe(windows);
  }

  @Override
  public Shape output(Shape input) {
    return Windows.output(this, windows, input.axis(0), input);
  }

  @Override
  public String write(OnnxScope scope, String value, Shape input) {
    String operator = kind == Kind.MAX ? "MaxPool" : "AveragePool";
    return scope.node(operator, List.of(value), Windows.attributes(windows, new Attribute[0]));
  }
}
