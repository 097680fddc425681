package dev.auricle.learn.evaluation;

/**
 * How much a random split flatters a model: the same recipe, judged with clips of one group on both
 * sides, and judged with groups apart.
 *
 * @param random accuracy where clips were dealt at random
 * @param grouped accuracy where groups stayed together
 */
public record Optimism(double random, double grouped) {
  public static Optimism of(Evaluation random, Evaluation grouped) {
    return new Optimism(random.accuracy(), grouped.accuracy());
  }

  /** The flattery: positive where the random split promises too much. */
  public double difference() {
    return random - grouped;
  }
}
