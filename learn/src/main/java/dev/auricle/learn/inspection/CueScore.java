package dev.auricle.learn.inspection;

import java.util.List;

/**
 * How well small trees tell labels from some cues alone, under a protocol.
 *
 * @param cues one, or all
 * @param accuracy with every label counted alike, in [0, 1]
 * @param chance what that is without looking
 * @param p how often labels dealt out at random, groups kept together, give as much or more: as
 *     high an accuracy, or, where a single label is all that is told, as high a correlation
 * @param labels the same for each label, those told best first
 */
public record CueScore(
    List<Cue> cues, double accuracy, double chance, double p, List<Told> labels) {

  /** Of the way from chance to all right. Cues of sounds without a give-away reach 0.25 at most. */
  private static final double MUCH = 0.25;

  /** Matthews' correlation at which a single label counts as told. */
  private static final double TOLD = 0.7;

  /**
   * How well one label is told.
   *
   * @param found share of its clips that were given it
   * @param right share of the clips given it that carry it
   * @param correlation Matthews' correlation of carrying and being given it: 0 by chance, 1 always
   * @param usual values of the first cue on its clips, the middle half
   * @param others the same on all other clips
   */
  public record Told(
      String label, double found, double right, double correlation, String usual, String others) {
    /** True where hardly an answer is wrong. */
    boolean surely() {
      return correlation >= TOLD;
    }
  }

  public CueScore {
    cues = List.copyOf(cues);
    labels = List.copyOf(labels);
  }

  /** How much of the way from chance to all right: 0 is chance, 1 is all. */
  public double aboveChance() {
    return (accuracy - chance) / (1 - chance);
  }

  /** True where labels on the whole are told much better than by chance. */
  boolean tellsAll() {
    return aboveChance() >= MUCH;
  }

  /** True where a single label is told almost surely. */
  boolean tellsOne() {
    return labels.get(0).surely();
  }

  /** True where that would be a give-away, were it no chance. */
  boolean tellsMuch() {
    return tellsAll() || tellsOne();
  }
}
