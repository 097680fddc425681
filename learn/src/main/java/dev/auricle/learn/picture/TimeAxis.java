package dev.auricle.learn.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Ticks along time: decimal seconds, and minutes and hours where a sound is long.
 *
 * @param seconds places of the ticks
 * @param labels of each
 * @param unit what they are counted in: {@code s}, {@code min:s} or {@code h:min:s}
 */
record TimeAxis(List<Double> seconds, List<String> labels, String unit) {
  private static final double LONG = 120;
  private static final double HOUR = 3600;
  private static final int[] STEPS = {
    10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400
  };

  static TimeAxis of(double length, int most) {
    if (length < LONG) {
      Ticks ticks = Ticks.between(0, Math.max(length, 1e-3), most);
      return new TimeAxis(ticks.values(), ticks.values().stream().map(ticks::label).toList(), "s");
    }
    int step = STEPS[STEPS.length - 1];
    for (int candidate : STEPS) {
      if (length / candidate <= most - 1) {
        step = candidate;
        break;
      }
    }
    List<Double> seconds = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (long t = 0; t <= length; t += step) {
      seconds.add((double) t);
      labels.add(
          length < HOUR
              ? String.format(Locale.ROOT, "%d:%02d", t / 60, t % 60)
              : String.format(Locale.ROOT, "%d:%02d:%02d", t / 3600, t / 60 % 60, t % 60));
    }
    return new TimeAxis(seconds, labels, length < HOUR ? "min:s" : "h:min:s");
  }
}
