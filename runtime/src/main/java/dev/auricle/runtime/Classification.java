package dev.auricle.runtime;

import java.util.List;

/**
 * A clip's probabilities, the most probable label first.
 *
 * @param ranked every label of the bundle with its probability, in descending order
 */
public record Classification(List<Scored> ranked) {
  /** A label and its probability in [0, 1]. */
  public record Scored(String label, double probability) {}

  public Scored best() {
    return ranked.get(0);
  }

  public List<Scored> top(int k) {
    return ranked.subList(0, Math.min(k, ranked.size()));
  }
}
