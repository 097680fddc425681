package dev.auricle.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How scores are obtained.
 *
 * @param kind what kind of division
 * @param folds number of folds of {@code KFOLD}; 0 elsewhere
 * @param fraction test fraction of {@code HOLDOUT}; 0 elsewhere
 * @param groupBy manifest column that names the group; null for the dataset's own
 * @param foldBy manifest column that names the fold; null for the dataset's own
 * @param seed of whatever is drawn
 */
public record Protocol(
    Kind kind,
    int folds,
    double fraction,
    @Nullable String groupBy,
    @Nullable String foldBy,
    long seed) {

  /** The kinds, with the words that a user writes. */
  public enum Kind {
    OFFICIAL("official"),
    FOLDS("folds"),
    SPLIT("split"),
    HOLDOUT("holdout"),
    KFOLD("kfold"),
    LEAVE_ONE_GROUP_OUT("leave-one-group-out"),
    /** A finished bundle on other sounds: nothing is divided and nothing fitted. */
    BUNDLE("bundle");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** Reads {@code kfold:5}, {@code holdout:0.2}, {@code leave-one-group-out} and so on. */
  public static Protocol parse(String words, long seed) {
    throw new UnsupportedOperationException();
  }

  /** The words that {@link #parse} reads. */
  public String words() {
    throw new UnsupportedOperationException();
  }

  /** The same with another seed. */
  public Protocol withSeed(long other) {
    return new Protocol(kind, folds, fraction, groupBy, foldBy, other);
  }

  /** A sentence for people: {@code 5 folds, grouped by speaker, stratified, seed 42}. */
  public String describe(Dataset dataset) {
    throw new UnsupportedOperationException();
  }

  /**
   * Divides a dataset.
   *
   * @throws dev.auricle.signal.AuricleException if the dataset lacks what the protocol needs
   */
  public List<Fold> folds(Dataset dataset) {
    throw new UnsupportedOperationException();
  }
}
