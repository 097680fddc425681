package dev.auricle.app;

import dev.auricle.data.Counts;
import dev.auricle.data.text.Nearest;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Labels as the command line names them: parted by commas, which they may hold themselves. */
final class Labels {
  private static final int FEW = 10;

  private Labels() {}

  /**
   * Puts labels together again that were parted at their commas: of each place the longest that is
   * known; what is not known stays apart.
   */
  static Set<String> joined(List<String> parts, Predicate<String> known) {
    Set<String> labels = new LinkedHashSet<>();
    int from = 0;
    while (from < parts.size()) {
      int to = parts.size();
      while (to > from + 1 && !known.test(join(parts, from, to))) {
        to--;
      }
      String label = join(parts, from, to);
      String exact = String.join(",", parts.subList(from, to));
      labels.add(known.test(exact) ? exact : label);
      from = to;
    }
    return labels;
  }

  private static String join(List<String> parts, int from, int to) {
    return String.join(",", parts.subList(from, to)).strip();
  }

  /** What is said of a label that is not known, with the one that was probably meant. */
  static String unknown(String label, Collection<String> known) {
    return label
        + Nearest.of(label, known).map(near -> "; did you mean '" + near + "'? It").orElse("; it")
        + " knows "
        + few(known);
  }

  /** The first ten, and how many more. */
  static String few(Collection<String> all) {
    return Counts.few(all, FEW);
  }
}
