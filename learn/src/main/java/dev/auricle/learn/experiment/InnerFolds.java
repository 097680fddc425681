package dev.auricle.learn.experiment;

import dev.auricle.data.Dataset;
import dev.auricle.data.Example;
import dev.auricle.data.Fold;
import dev.auricle.data.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Folds inside a training part, on which settings are chosen and answers fitted; the test clips
 * stay out.
 */
public final class InnerFolds {
  private static final int FOLDS = 3;

  private InnerFolds() {}

  /**
   * The publisher's own folds where at least two of them are left in the training part, else three
   * folds, grouped and stratified (two where there are two groups; a training part of a single
   * group is dealt by clips).
   *
   * @param train indices into the dataset
   * @return folds whose indices are the dataset's
   */
  public static List<Fold> of(Dataset dataset, Protocol outer, int[] train) {
    List<Example> examples = IntStream.of(train).mapToObj(i -> dataset.examples().get(i)).toList();
    Dataset part = dataset.withExamples(examples);
    List<Fold> folds = new ArrayList<>();
    for (Fold fold : inner(part, outer).folds(part)) {
      folds.add(
          new Fold(
              "inner " + fold.name(),
              global(train, fold.train()),
              global(train, fold.validation()),
              global(train, fold.test())));
    }
    return folds;
  }

  private static Protocol inner(Dataset part, Protocol outer) {
    boolean published =
        outer.kind() == Protocol.Kind.FOLDS || outer.kind() == Protocol.Kind.OFFICIAL;
    List<String> left =
        part.examples().stream().map(Example::fold).filter(Objects::nonNull).distinct().toList();
    boolean everyClip = part.examples().stream().allMatch(e -> e.fold() != null);
    if (published && outer.foldBy() == null && everyClip && left.size() >= 2) {
      return Protocol.parse("folds", outer.seed());
    }
    Dataset grouped = outer.groupBy() == null ? part : part.groupedBy(outer.groupBy());
    long groups = grouped.examples().stream().map(Example::group).distinct().count();
    Protocol inner =
        Protocol.parse("kfold:" + (groups < 2 ? FOLDS : Math.min(FOLDS, groups)), outer.seed());
    return inner.withGroupBy(groups < 2 ? Protocol.EACH_CLIP : outer.groupBy());
  }

  private static int[] global(int[] train, int[] inner) {
    return IntStream.of(inner).map(i -> train[i]).toArray();
  }
}
