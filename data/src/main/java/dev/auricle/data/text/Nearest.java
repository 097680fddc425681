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

  /** Levenshtein's distance, where two neighbours in the wrong order are one mistake. */
  private static int distance(String a, String b) {
    int[][] to = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          to[i][j] = i + j;
          continue;
        }
        int wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        to[i][j] = Math.min(to[i - 1][j - 1] + wrong, Math.min(to[i - 1][j], to[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          to[i][j] = Math.min(to[i][j], to[i - 2][j - 2] + 1);
        }
      }
    }
    return to[a.length()][b.length()];
  }
}
