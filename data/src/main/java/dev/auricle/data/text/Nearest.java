package dev.auricle.data.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that somebody probably meant, by edit distance. */
public final class Nearest {
  private Nearest() {}

  /** The nearest of the known words, if it is near: a third of its letters at most are wrong. */
  public static Optional<String> of(String word, Collection<String> known) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return known.stream()
        .min(Comparator.comparingInt(k -> distance(wanted, k.toLowerCase(Locale.ROOT))))
        .filter(
            k -> distance(wanted, k.toLowerCase(Locale.ROOT)) * 3 <= Math.max(3, wanted.length()));
  }

  /** {@code ; did you mean 'Speech'?}, or nothing. */
  public static String question(String word, Collection<String> known) {
    return of(word, known).map(n -> "; did you mean '" + n + "'?").orElse("");
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
