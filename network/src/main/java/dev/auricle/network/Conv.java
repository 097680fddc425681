package dev.auricle.network;

import dev.auricle.network.onnx.Attribute;
import java.util.ArrayList;
import java.util.List;

/**
 * A convolution over frames, or over bands and frames.
 *
 * @param channels of the output; {@link #EACH} keeps the input's and convolves each by itself
 * @param windows one for {@code [channels, frames]}, two for {@code [channels, bands, frames]}
 * @param groups the channels are split into that many parts that do not see each other
 * @param bias whether each output channel adds a number of its own; not needed before {@link
 *     BatchNorm}
 */
public record Conv(int channels, List<Window> windows, int groups, boolean bias) implements Layer {
  /** As {@link #channels}: a depthwise convolution. */
  public static final int EACH = 0;

  public Conv {
    windows = List.copyOf(windows);
    if (windows.isEmpty() || windows.size() > 2 || channels < 0 || groups < 1) {
      throw new IllegalArgumentException("no such convolution");
    }
  }

  /** Over frames, without bias. */
  public static Conv frames(int channels, Window frames) {
    return new Conv(channels, List.of(frames), 1, false);
  }

  /** Over bands and frames, without bias. */
  public static Conv plane(int channels, Window bands, Window frames) {
    return new Conv(channels, List.of(bands, frames), 1, false);
  }

  /** Each channel by itself, without bias. */
  public static Conv depthwise(Window... windows) {
    return new Conv(EACH, List.of(windows), 1, false);
  }

  /** Groups, once the input is known. */
  public int groups(Shape input) {
    return channels == EACH ? input.axis(0) : groups;
  }

  @Override
  public String describe() {
    String what = channels == EACH ? "depthwise conv " : "conv " + channels + ", ";
    return what + Windows.describe(windows);
  }

  @Override
  public Shape output(Shape input) {
    int out = channels == EACH ? input.axis(0) : channels;
    if (input.axis(0) % groups(input) != 0 || out % groups(input) != 0) {
      throw new ShapeMismatch(this, input, "channels that divide by " + groups + " groups");
    }
    return Windows.output(this, windows, out, input);
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    int out = output(input).axis(0);
    List<Integer> axes = new ArrayList<>(List.of(out, input.axis(0) / groups(input)));
    windows.forEach(window -> axes.add(window.size()));
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(new Parameter("weight", new Shape(axes), Parameter.Role.WEIGHT));
    if (bias) {
      parameters.add(new Parameter("bias", Shape.of(out), Parameter.Role.BIAS));
    }
    return parameters;
  }

  @Override
  public long multiplications(Shape input) {
    Shape output = output(input);
    long positions = output.size() / output.axis(0);
    return positions * parameters(input).get(0).shape().size();
  }

  @Override
  public String write(OnnxScope scope, String value, Shape input) {
    List<String> inputs = new ArrayList<>(List.of(value, scope.weight("weight")));
    if (bias) {
      inputs.add(scope.weight("bias"));
    }
    return scope.node(
        "Conv",
        inputs,
        Windows.attributes(
            windows,
            Attribute.integer("group", groups(input)),
            Attribute.integers("dilations", Windows.longs(windows, Window::dilation))));
  }
}
