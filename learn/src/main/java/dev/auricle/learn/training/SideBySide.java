package dev.auricle.learn.training;

/**
 * How many fits run at once, and with how many threads each. Networks of usual sizes gain little
 * from a second thread, and nothing where batches are small; a second fit gains all of it.
 *
 * @param fits at once, 1 or more
 * @param threads of each, 1 or more
 */
public record SideBySide(int fits, int threads) {
  /**
   * Shares threads among fits: as many fits at once as may be and there are threads for, but not
   * more than it takes to be done in as few rounds.
   *
   * @param most that may run at once
   * @param works how many fits there are to make, done before or not
   * @param threads to share
   */
  public static SideBySide of(int most, int works, int threads) {
    int places = Math.max(1, Math.min(Math.min(works, threads), most));
    int rounds = Math.max(1, rounds(works, places));
    int fits = Math.max(1, rounds(works, rounds));
    return new SideBySide(fits, threads / fits);
  }

  /** How often all places are taken until some fits are made. */
  public int rounds(int works) {
    return rounds(works, fits);
  }

  private static int rounds(int works, int places) {
    return (works + places - 1) / places;
  }
}
