package dev.auricle.learn.experiment;

import dev.auricle.data.Dataset;
import dev.auricle.data.Fold;
import dev.auricle.data.Protocol;
import dev.auricle.signal.AuricleException;
import java.util.List;

/** The split that flatters: clips dealt at random, whatever group they are of. */
final class RandomSplit {
  private static final int MOST_FOLDS = 10;

  private RandomSplit() {}

  /** A random protocol whose models learn from about as many clips as another's. */
  static Protocol like(Protocol protocol, List<Fold> folds) {
    String words = "kfold:" + Math.min(MOST_FOLDS, folds.size());
    if (folds.size() == 1) {
      Fold only = folds.get(0);
      double all = only.train().length + only.validation().length + only.test().length;
      words = "holdout:" + only.test().length / all;
    }
    return Protocol.parse(words, protocol.seed()).withGroupBy(Protocol.EACH_CLIP);
  }

  /**
   * Makes sure that there is anything to tear apart.
   *
   * @throws AuricleException if every clip is a group of its own
   */
  static void requireGroups(Dataset dataset) {
    if (!dataset.grouped()) {
      throw new AuricleException(
          "optimism compares with a split that tears groups apart, and in "
              + dataset.name()
              + " every clip is a group of its own; name the groups in a manifest's column"
              + " 'group', or with --group-by");
    }
  }
}
