package dev.auricle.runtime;

import java.util.List;
import java.util.Map;

/** The named front-ends, and their form in JSON. */
public final class FrontEnds {
  private FrontEnds() {}

  /** Names that {@link #preset} knows, in the order to show them. */
  public static List<String> names() {
    throw new UnsupportedOperationException();
  }

  /**
   * The preset of that name.
   *
   * @throws dev.auricle.signal.AuricleException if there is none, naming those there are
   */
  public static FrontEnd preset(String name) {
    throw new UnsupportedOperationException();
  }

  /**
   * A preset with some options replaced, as recipes allow: {@code {"preset": "logmel-64", "hop":
   * 256}}.
   */
  public static FrontEnd of(Map<String, ?> options) {
    throw new UnsupportedOperationException();
  }

  /** Every option spelled out; {@link #of} reads it back to an equal front-end. */
  public static Map<String, Object> describe(FrontEnd frontEnd) {
    throw new UnsupportedOperationException();
  }
}
