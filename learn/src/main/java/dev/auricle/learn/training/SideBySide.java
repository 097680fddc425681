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
   * Shares threads among fits: as many fits at once as the model allows and there are threads for,
   * but not more than it takes to be done in as few rounds.
   *
   * @param trainer of all the fits
   * @param works how many fits there are to make, done before or not
   * @param threads to share
   */
  public static SideBySide of(Trainer trainer, int works, int threads) {
    int most = Math.max(1, Math.min(Math.min(works, threads), trainer.mostSideBySide()));
    int rounds = rounds(works, most);
    int fits = rounds == 0 ? 1 : rounds(works, rounds);
    return new SideBySide(fits, Math.max(1, threads / fits));
  }

  /** How often all places are taken until some fits are made. */
  public int rounds(int works) {
    return rounds(works, fits);
  }

  private static int rounds(int works, int places) {
    return (works + places - 1) / places;
  }
}
