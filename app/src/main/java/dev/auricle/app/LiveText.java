package dev.auricle.app;

import dev.auricle.runtime.Event;
import dev.auricle.runtime.detection.DetectionListener;
import dev.auricle.runtime.labels.LabelFiles;
import dev.auricle.runtime.labels.LabelFormat;
import dev.auricle.runtime.labels.SoundEvents;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What is heard now, as bars that are drawn over each other on a terminal; and events as JSON lines
 * on standard output.
 */
final class LiveText implements DetectionListener, AutoCloseable {
  private static final int MOST_BARS = 8;
  private static final int WIDTH = 30;
  private static final String CLEAR = "\u001b[K";

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final List<String> labels;
  private final boolean bars;
  private final int names;
  private int drawn;

  LiveText(List<String> labels, boolean quiet) {
    this.labels = labels;
    this.bars = !quiet && Boolean.getBoolean("auricle.terminal");
    this.names = labels.stream().mapToInt(String::length).max().orElse(0);
  }

  @Override
  public void event(Event event) {
    clear();
    out.print(LabelFiles.body(SoundEvents.of(List.of(event)), LabelFormat.JSONL));
    out.flush();
  }

  @Override
  public void heard(double start, double end, float[] probabilities) {
    if (bars) {
      clear();
      err.print(bars(end, probabilities));
      err.flush();
      drawn = 1 + Math.min(MOST_BARS, labels.size());
    }
  }

  /** The time, and a bar for each label; of many labels, those that are most probable. */
  String bars(double seconds, float[] probabilities) {
    long whole = (long) seconds;
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(Locale.ROOT, "%02d:%02d:%02d%n", whole / 3600, whole / 60 % 60, whole % 60));
    int[] shown = IntStream.range(0, labels.size()).toArray();
    if (shown.length > MOST_BARS) {
      shown =
          IntStream.of(shown)
              .boxed()
              .sorted(Comparator.comparing((Integer label) -> -probabilities[label]))
              .limit(MOST_BARS)
              .mapToInt(Integer::intValue)
              .toArray();
    }
    for (int label : shown) {
      int full = Math.round(WIDTH * probabilities[label]);
      text.append(
          String.format(
              Locale.ROOT,
              "%-" + Math.max(1, names) + "s %s%s %.2f%n",
              labels.get(label),
              "█".repeat(full),
              "·".repeat(WIDTH - full),
              probabilities[label]));
    }
    return text.toString();
  }

  private void clear() {
    if (drawn > 0) {
      String up = "\u001b[" + drawn + "A";
      err.print(up + (CLEAR + "\n").repeat(drawn) + up);
      err.flush();
      drawn = 0;
    }
  }

  @Override
  public void close() {
    clear();
  }
}
