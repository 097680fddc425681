package dev.auricle.network;

import dev.auricle.network.onnx.Attribute;
import java.util.ArrayList;
import java.util.List;

/**
 * A recurrent layer over frames: {@code [channels, frames]} to {@code [hidden, frames]}, twice as
 * many channels in both directions.
 *
 * <p>Weights are kept as libtorch orders them: gates i, f, g, o (LSTM) or r, z, n (GRU) along the
 * first axis; ONNX wants i, o, f, c and z, r, h.
 *
 * @param cell what a step computes
 * @param hidden values a step hands on
 * @param bidirectional true to read the frames backwards as well
 */
public record Recurrent(Cell cell, int hidden, boolean bidirectional) implements Layer {
  /** What a step computes. */
  public enum Cell {
    /** Elman's, with tanh. */
    RNN("RNN", 0),
    /** Hochreiter and Schmidhuber 1997, with a forget gate. */
    LSTM("LSTM", 0, 3, 1, 2),
    /** Cho et al. 2014; the reset gate acts behind the hidden matrix. */
    GRU("GRU", 1, 0, 2);

    private final String operator;
    private final int[] onnxOrder;

    Cell(String operator, int... onnxOrder) {
      this.operator = operator;
      this.onnxOrder = onnxOrder;
    }

    /** Matrices stacked in one weight. */
    public int gates() {
      return onnxOrder.length;
    }
  }

  /** Prefixes of the weights: one for each direction. */
  public List<String> directions() {
    return bidirectional ? List.of("forward", "backward") : List.of("forward");
  }

  @Override
  public String describe() {
    return (bidirectional ? "bi-" : "") + cell + " " + hidden;
  }

  @Override
  public Shape output(Shape input) {
    if (input.rank() != 2) {
      throw new ShapeMismatch(this, input, "[channels, frames]");
    }
    return Shape.of(hidden * directions().size(), input.axis(1));
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    List<Parameter> parameters = new ArrayList<>();
    int rows = cell.gates() * hidden;
    for (String direction : directions()) {
      Shape in = Shape.of(rows, input.axis(0));
      Shape back = Shape.of(rows, hidden);
      Shape bias = Shape.of(rows);
      parameters.add(new Parameter(direction + ".input", in, Parameter.Role.RECURRENT));
      parameters.add(new Parameter(direction + ".hidden", back, Parameter.Role.RECURRENT));
      parameters.add(new Parameter(direction + ".input-bias", bias, Parameter.Role.BIAS));
      parameters.add(new Parameter(direction + ".hidden-bias", bias, Parameter.Role.BIAS));
    }
    return parameters;
  }

  @Override
  public long multiplications(Shape input) {
    long step = (long) cell.gates() * hidden * (input.axis(0) + hidden);
    return directions().size() * step * input.axis(1);
  }

  @Override
  public String write(OnnxScope scope, String value, Shape input) {
    int rows = cell.gates() * hidden;
    int ways = directions().size();
    String frames = scope.node("Transpose", List.of(value), Attribute.integers("perm", 2, 0, 1));
    String w = scope.constant("W", gather(scope, ".input"), ways, rows, input.axis(0));
    String r = scope.constant("R", gather(scope, ".hidden"), ways, rows, hidden);
    String b = scope.constant("B", biases(scope), ways, 2L * rows);
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(Attribute.integer("hidden_size", hidden));
    attributes.add(Attribute.text("direction", bidirectional ? "bidirectional" : "forward"));
    if (cell == Cell.GRU) {
      attributes.add(Attribute.integer("linear_before_reset", 1));
    }
    Attribute[] all = attributes.toArray(Attribute[]::new);
    String steps = scope.node(cell.operator, List.of(frames, w, r, b), all);
    String turned = scope.node("Transpose", List.of(steps), Attribute.integers("perm", 2, 1, 3, 0));
    String shape = scope.list("shape", 0, (long) ways * hidden, input.axis(1));
    return scope.node("Reshape", List.of(turned, shape));
  }

  /** A parameter of both directions, with its gates in ONNX's order. */
  private float[] gather(OnnxScope scope, String name) {
    int ways = directions().size();
    float[] all = new float[ways * scope.values("forward" + name).length];
    for (int way = 0; way < ways; way++) {
      float[] values = reorder(scope.values(directions().get(way) + name));
      System.arraycopy(values, 0, all, way * values.length, values.length);
    }
    return all;
  }

  private float[] biases(OnnxScope scope) {
    float[] input = gather(scope, ".input-bias");
    float[] hiddens = gather(scope, ".hidden-bias");
    int rows = cell.gates() * hidden;
    float[] all = new float[2 * input.length];
    for (int way = 0; way < directions().size(); way++) {
      System.arraycopy(input, way * rows, all, 2 * way * rows, rows);
      System.arraycopy(hiddens, way * rows, all, 2 * way * rows + rows, rows);
    }
    return all;
  }

  private float[] reorder(float[] values) {
    float[] ordered = new float[values.length];
    int block = values.length / cell.gates();
    for (int gate = 0; gate < cell.gates(); gate++) {
      System.arraycopy(values, cell.onnxOrder[gate] * block, ordered, gate * block, block);
    }
    return ordered;
  }
}
