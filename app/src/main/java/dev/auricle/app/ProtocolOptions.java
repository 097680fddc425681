package dev.auricle.app;

import dev.auricle.data.Dataset;
import dev.auricle.data.Protocol;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How scores are to be obtained. */
final class ProtocolOptions {
  @Option(
      names = "--protocol",
      paramLabel = "WORDS",
      description =
          "official, folds, split, holdout[:0.2], kfold[:5] or leave-one-group-out "
              + "(default: the publisher's where there is one, else kfold:5, or each group left "
              + "out once where there are fewer than five).")
  @Nullable String words;

  @Option(
      names = "--group-by",
      paramLabel = "COLUMN",
      description = "Manifest column that must not stand on both sides of a split.")
  @Nullable String groupBy;

  @Option(
      names = "--fold-by",
      paramLabel = "COLUMN",
      description = "Manifest column that names the folds.")
  @Nullable String foldBy;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  /** True where the user said anything of it. */
  boolean named() {
    return words != null || groupBy != null || foldBy != null;
  }

  Protocol resolve(Dataset dataset, long seed) {
    String given = words;
    Protocol base =
        given != null
            ? Specs.read(spec, () -> Protocol.parse(given, seed))
            : foldBy != null
                ? Protocol.parse("folds", seed)
                : dataset.defaultProtocol().withSeed(seed);
    return new Protocol(
        base.kind(),
        base.folds(),
        base.fraction(),
        groupBy == null ? base.groupBy() : groupBy,
        foldBy == null ? base.foldBy() : foldBy,
        seed);
  }
}
