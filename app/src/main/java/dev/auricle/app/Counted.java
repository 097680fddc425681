package dev.auricle.app;

/** Counts with their nouns, for lines on a terminal. */
final class Counted {
  private Counted() {}

  /** {@code 1 row}, {@code 2 rows}. */
  static String of(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
