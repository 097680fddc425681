package dev.auricle.data;

import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How scores are obtained.
 *
 * @param kind what kind of division
 * @param folds number of folds of {@code KFOLD}; 0 elsewhere
 * @param fraction test fraction of {@code HOLDOUT}; 0 elsewhere
 * @param groupBy manifest column that names the group, or {@link #EACH_CLIP}; null for the
 *     dataset's own
 * @param foldBy manifest column that names the fold, for {@code FOLDS}; null for the dataset's own
 * @param seed of whatever is drawn
 */
public record Protocol(
    Kind kind,
    int folds,
    double fraction,
    @Nullable String groupBy,
    @Nullable String foldBy,
    long seed) {

  /** The seed where a user names none. */
  public static final long DEFAULT_SEED = 42;

  /** Instead of a column: every clip is a group of its own, whatever columns there are. */
  public static final String EACH_CLIP = "";

  private static final int DEFAULT_FOLDS = 5;
  private static final double DEFAULT_FRACTION = 0.2;

  /** The kinds, with the words that a user writes. */
  public enum Kind {
    /** The publisher's own split, or else its folds. */
    OFFICIAL("official"),
    /** Each named fold is tested once by a model of the others. */
    FOLDS("folds"),
    /** Train and validation against test, as named. */
    SPLIT("split"),
    /** A drawn part is tested once. */
    HOLDOUT("holdout"),
    /** Drawn folds, each tested once by a model of the others. */
    KFOLD("kfold"),
    /** Each group is tested once by a model of the others. */
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

  /** The kind with its usual numbers, the dataset's own groups, and {@link #DEFAULT_SEED}. */
  public static Protocol of(Kind kind) {
    return new Protocol(
        kind,
        kind == Kind.KFOLD ? DEFAULT_FOLDS : 0,
        kind == Kind.HOLDOUT ? DEFAULT_FRACTION : 0,
        null,
        null,
        DEFAULT_SEED);
  }

  /**
   * Reads {@code kfold:5}, {@code holdout:0.2}, {@code leave-one-group-out} and so on.
   *
   * @throws AuricleException if the words are none of these
   */
  public static Protocol parse(String words, long seed) {
    String[] parts = words.strip().toLowerCase(Locale.ROOT).split(":", 2);
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(k -> k != Kind.BUNDLE && k.word().equals(parts[0]))
            .findFirst()
            .orElseThrow(() -> new AuricleException(notAProtocol(words)));
    Protocol usual = of(kind).withSeed(seed);
    if (parts.length == 1) {
      return usual;
    }
    return switch (kind) {
      case KFOLD -> new Protocol(kind, count(words, parts[1]), 0, null, null, seed);
      case HOLDOUT -> new Protocol(kind, 0, fraction(words, parts[1]), null, null, seed);
      default -> throw new AuricleException(notAProtocol(words));
    };
  }

  /** The words that {@link #parse} reads. */
  public String words() {
    return switch (kind) {
      case KFOLD -> kind.word() + ":" + folds;
      case HOLDOUT -> kind.word() + ":" + fraction;
      default -> kind.word();
    };
  }

  /** The same with the groups that a column names. */
  public Protocol withGroupBy(@Nullable String column) {
    return new Protocol(kind, folds, fraction, column, foldBy, seed);
  }

  /** Protocol {@code folds} by the folds that a column names. */
  public Protocol withFoldBy(String column) {
    return new Protocol(Kind.FOLDS, 0, 0, groupBy, column, seed);
  }

  /** The same with another seed. */
  public Protocol withSeed(long other) {
    return new Protocol(kind, folds, fraction, groupBy, foldBy, other);
  }

  /**
   * A sentence for people: {@code 5 folds, grouped by speaker, stratified, seed 42}. Where a
   * published division has groups on both sides, the sentence says so.
   *
   * @throws AuricleException as {@link #folds(Dataset)}
   */
  public String describe(Dataset dataset) {
    return Division.of(this, dataset).sentence();
  }

  /**
   * Divides a dataset. The order of its examples does not matter: the same clips come together.
   *
   * @throws AuricleException if the dataset lacks what the protocol needs
   */
  public List<Fold> folds(Dataset dataset) {
    return Division.of(this, dataset).folds();
  }

  /**
   * What a reader of the scores should know: labels that stand in one group only, and are so never
   * both trained and tested, groups on both sides of a published division, and columns that nobody
   * groups by although their names say that they should.
   */
  public List<String> warnings(Dataset dataset) {
    List<String> warnings = new ArrayList<>(Division.of(this, dataset).warnings());
    if (kind != Kind.BUNDLE && groupBy == null && !dataset.grouped()) {
      warnings.addAll(Groups.likely(dataset));
    }
    return warnings;
  }

  /**
   * The same dataset, with {@link #warnings(Dataset)} behind its own.
   *
   * @throws AuricleException as {@link #folds(Dataset)}
   */
  public Dataset warned(Dataset dataset) {
    List<String> all = new ArrayList<>(dataset.warnings());
    all.addAll(warnings(dataset));
    return dataset.withWarnings(all);
  }

  private static int count(String words, String value) {
    try {
      int folds = Integer.parseInt(value);
      if (folds >= 2) {
        return folds;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new AuricleException(
        "'" + words + "': expected a number of folds of 2 or more, as in kfold:5");
  }

  private static double fraction(String words, String value) {
    try {
      double fraction = Double.parseDouble(value);
      if (fraction > 0 && fraction < 1) {
        return fraction;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new AuricleException(
        "'" + words + "': expected a test fraction between 0 and 1, as in holdout:0.2");
  }

  private static String notAProtocol(String words) {
    String known =
        Arrays.stream(Kind.values())
            .filter(k -> k != Kind.BUNDLE)
            .map(Kind::word)
            .collect(Collectors.joining(", "));
    return "'" + words + "' is no protocol; expected " + known + " (as in kfold:5, holdout:0.2)";
  }
}
