package dev.auricle.data.audit;

import dev.auricle.data.Example;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Stretches of one file that share time. */
final class Overlaps {
  private Overlaps() {}

  static List<Leak> find(Sides sides) {
    List<Example> examples = sides.dataset().examples();
    Map<Path, List<Integer>> byFile = new TreeMap<>();
    for (int i = 0; i < examples.size(); i++) {
      byFile.computeIfAbsent(examples.get(i).path(), p -> new ArrayList<>()).add(i);
    }
    List<Leak> leaks = new ArrayList<>();
    for (List<Integer> stretches : byFile.values()) {
      if (stretches.size() > 1) {
        add(leaks, sides, stretches);
      }
    }
    return leaks;
  }

  /** Chains of stretches, each of which begins before those before it end. */
  private static void add(List<Leak> leaks, Sides sides, List<Integer> stretches) {
    List<Example> examples = sides.dataset().examples();
    List<Integer> sorted = new ArrayList<>(stretches);
    sorted.sort(Comparator.comparingDouble(i -> start(examples.get(i))));
    List<Integer> chain = new ArrayList<>();
    double end = -1;
    double shared = 0;
    for (int i : sorted) {
      Example e = examples.get(i);
      if (!chain.isEmpty() && start(e) < end) {
        shared = Math.max(shared, Math.min(end, end(e)) - start(e));
      } else {
        close(leaks, sides, chain, shared);
        chain = new ArrayList<>();
        shared = 0;
      }
      chain.add(i);
      end = Math.max(chain.size() == 1 ? end(e) : end, end(e));
    }
    close(leaks, sides, chain, shared);
  }

  private static void close(List<Leak> leaks, Sides sides, List<Integer> chain, double shared) {
    if (chain.size() > 1) {
      String what =
          Double.isInfinite(shared)
              ? "the same file to its end"
              : String.format(Locale.ROOT, "up to %.2f s in common", shared);
      leaks.add(sides.leak(Leak.Kind.OVERLAP, what, chain));
    }
  }

  private static double start(Example e) {
    return Objects.requireNonNullElse(e.start(), 0.0);
  }

  private static double end(Example e) {
    return Objects.requireNonNullElse(e.end(), Double.POSITIVE_INFINITY);
  }
}
