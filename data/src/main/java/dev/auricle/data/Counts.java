package dev.auricle.data;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Numbers and lists in sentences. */
public final class Counts {
  private static final int FEW = 3;

  private Counts() {}

  /** {@code 1 clip}, {@code 2,000 clips}. */
  static String of(long n, String noun) {
    return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? noun : plural(noun));
  }

  static String plural(String noun) {
    return noun.matches(".*(s|x|ch|sh)") ? noun + "es" : noun + "s";
  }

  /** The first three, and how many more. */
  static String few(Collection<String> all) {
    return few(all, FEW);
  }

  /** The first of them, {@code most} at most, and how many more: {@code a, b and 7 more}. */
  public static String few(Collection<String> all, int most) {
    List<String> first = all.stream().limit(most).toList();
    String more = all.size() > most ? " and " + (all.size() - most) + " more" : "";
    return String.join(", ", first) + more;
  }
}
