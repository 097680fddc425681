package dev.auricle.network;

import dev.auricle.network.onnx.Attribute;
import java.util.List;
import java.util.Locale;

/**
 * Reduces whole axes to one value a channel.
 *
 * @param kind what of them is kept
 * @param over which axes go away
 */
public record GlobalPool(Kind kind, Over over) implements Layer {
  /** What is kept. */
  public enum Kind {
    MAX,
    AVERAGE,
    /** First all averages, then all maxima: twice the channels. */
    BOTH
  }

  /** Which axes go away. */
  public enum Over {
    /** {@code [channels, frames]} and {@code [channels, bands, frames]} to {@code [channels]}. */
    ALL,
    /** {@code [channels, bands, frames]} to {@code [channels, frames]}. */
    BANDS
  }

  /** Over all axes but the channels'. */
  public static GlobalPool of(Kind kind) {
    return new GlobalPool(kind, Over.ALL);
  }

  @Override
  public String describe() {
    String all = over == Over.ALL ? "global " : "";
    String where = over == Over.ALL ? "" : " over bands";
    return all
        + (kind == Kind.BOTH ? "average and max" : kind.name().toLowerCase(Locale.ROOT))
        + " pool"
        + where;
  }

  @Override
  public Shape output(Shape input) {
    if (over == Over.ALL && input.rank() < 2) {
      throw new ShapeMismatch(this, input, "[channels, frames] or [channels, bands, frames]");
    }
    if (over == Over.BANDS && input.rank() != 3) {
      throw new ShapeMismatch(this, input, "[channels, bands, frames]");
    }
    int channels = input.axis(0) * (kind == Kind.BOTH ? 2 : 1);
    return over == Over.ALL ? Shape.of(channels) : Shape.of(channels, input.axis(2));
  }

  /** Axes that go away, the batch counted as the first. */
  public long[] axes(Shape input) {
    return over == Over.BANDS || input.rank() == 2 ? new long[] {2} : new long[] {2, 3};
  }

  @Override
  public String write(OnnxScope scope, String value, Shape input) {
    return switch (kind) {
      case MAX -> reduce("ReduceMax", scope, value, input);
      case AVERAGE -> reduce("ReduceMean", scope, value, input);
      case BOTH ->
          scope.node(
              "Concat",
              List.of(
                  reduce("ReduceMean", scope, value, input),
                  reduce("ReduceMax", scope, value, input)),
              Attribute.integer("axis", 1));
    };
  }

  private String reduce(String operator, OnnxScope scope, String value, Shape input) {
    return scope.node(
        operator,
        List.of(value),
        Attribute.integers("axes", axes(input)),
        Attribute.integer("keepdims", 0));
  }
}
