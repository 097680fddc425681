package dev.auricle.data.audit;

import java.util.List;

/**
 * Examples that are not independent of each other.
 *
 * @param kind in what way
 * @param what they share, in words: the source's name, or how one sound differs from the other
 * @param ids of the examples, at least two, sorted
 * @param crosses true where the protocol tests one of them with a model that has seen another
 * @param labelsDiffer true where they do not all carry the same labels
 * @param sides where the protocol puts them, such as {@code fold 1 and fold 3}
 */
public record Leak(
    Kind kind, String what, List<String> ids, boolean crosses, boolean labelsDiffer, String sides) {

  /** Ways not to be independent, the surest first. */
  public enum Kind {
    SAME_BYTES("same bytes"),
    SAME_SAMPLES("same samples"),
    NEAR_DUPLICATE("same sound"),
    OVERLAP("overlapping stretches"),
    SAME_SOURCE("same source");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public Leak {
    ids = List.copyOf(ids);
  }
}
