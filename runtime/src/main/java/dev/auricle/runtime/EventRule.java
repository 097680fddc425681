package dev.auricle.runtime;

import java.util.Map;

/**
 * When a label counts as heard.
 *
 * @param on smoothed probability from which an event begins
 * @param off probability below which it ends; at most {@code on}
 * @param minOn seconds; shorter events are dropped
 * @param minOff seconds; shorter gaps between two events of the label are closed
 */
public record EventRule(double on, double off, double minOn, double minOff) {
  private static final double LONGEST = 3600;

  public EventRule {
    if (!(on >= 0 && on <= 1 && off >= 0 && off <= on && minOn >= 0 && minOff >= 0)) {
      throw new IllegalArgumentException(
          "thresholds must hold 0 <= off <= on <= 1, times be 0 or more; found on "
              + on
              + ", off "
              + off
              + ", minOn "
              + minOn
              + ", minOff "
              + minOff);
    }
  }

  /** This, but for the options given; an end threshold above a new start threshold follows it. */
  EventRule with(Options options) {
    double newOn = options.number("on", on, 0, 1);
    return new EventRule(
        newOn,
        options.number("off", Math.min(off, newOn), 0, newOn),
        options.number("minOn", minOn, 0, LONGEST),
        options.number("minOff", minOff, 0, LONGEST));
  }

  void describe(Map<String, Object> json) {
    json.put("on", on);
    json.put("off", off);
    json.put("minOn", minOn);
    json.put("minOff", minOff);
  }
}
