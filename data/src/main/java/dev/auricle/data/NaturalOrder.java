package dev.auricle.data;

import java.math.BigInteger;
import java.util.Comparator;

/** Whole numbers by value and before words, words by their characters: fold 2 before fold 10. */
enum NaturalOrder implements Comparator<String> {
  INSTANCE;

  @Override
  public int compare(String a, String b) {
    boolean numberA = isNumber(a);
    boolean numberB = isNumber(b);
    if (numberA && numberB) {
      int byValue = new BigInteger(a).compareTo(new BigInteger(b));
      return byValue != 0 ? byValue : a.compareTo(b);
    }
    return numberA != numberB ? (numberA ? -1 : 1) : a.compareTo(b);
  }

  private static boolean isNumber(String s) {
    return !s.isEmpty() && s.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
