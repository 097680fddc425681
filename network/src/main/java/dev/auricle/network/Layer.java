package dev.auricle.network;

import java.util.List;

/**
 * One step of a network, as data: what it makes of a shape, what numbers it owns, and how it is
 * written in ONNX. How it is trained stands in the {@code learn} module.
 */
public sealed interface Layer
    permits Activate,
        AddChannel,
        AttentionPool,
        BatchNorm,
        Conv,
        Dense,
        Dropout,
        Flatten,
        GlobalPool,
        Parallel,
        Pool,
        Recurrent,
        Residual,
        SqueezeExcite,
        StackBands,
        Standardize {

  /** A few words for tables and errors: {@code conv 32, 3x3}. */
  String describe();

  /**
   * Shape of the output.
   *
   * @throws RuntimeException if the layer cannot take that input; {@link Network} turns it into an
   *     error that names the layer
   */
  Shape output(Shape input);

  /** What the layer owns, given its input; empty for most. */
  default List<Parameter> parameters(Shape input) {
    return List.of();
  }

  /** Multiplications for one clip, the small ones (activations, scaling) left out. */
  default long multiplications(Shape input) {
    return 0;
  }

  /**
   * Adds the layer's nodes to a graph.
   *
   * @param scope the graph, and this layer's weights
   * @param value name of the input, of shape {@code [batch, …input]}
   * @return name of the output, of shape {@code [batch, …output(input)]}
   */
  String write(OnnxScope scope, String value, Shape input);
}
