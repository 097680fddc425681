package dev.auricle.data;

import dev.auricle.signal.AuricleException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One folder a label. Folders inside a label's folder count to it; {@code dog,cat} carries two
 * labels; folders named {@code train} and {@code test} at the top are the split, and the labels lie
 * inside them; folders named {@code fold1}, {@code fold2} … there are folds in the same way.
 */
final class FolderLayout implements Layout {
  private static final Map<String, String> SPLITS =
      Map.of(
          "train", "train",
          "training", "train",
          "val", "validation",
          "valid", "validation",
          "validation", "validation",
          "dev", "validation",
          "test", "test",
          "testing", "test");
  private static final Pattern FOLD = Pattern.compile("(?i)fold[-_ ]?(\\d{1,3})");

  @Override
  public String name() {
    return "folders";
  }

  @Override
  public String looksLike() {
    return "one folder per label with the sounds inside (dog/1.wav, cat/2.wav)";
  }

  @Override
  public Optional<Dataset> read(Tree tree, Selection selection) {
    if (tree.audio().isEmpty()) {
      return Optional.empty();
    }
    boolean split = splitAtTop(tree);
    boolean folds = foldsAtTop(tree);
    int top = split || folds ? 1 : 0;
    List<Example> examples = new ArrayList<>();
    List<String> loose = new ArrayList<>();
    for (String file : tree.audio()) {
      List<String> folders = Tree.folders(file);
      if (folders.size() <= top) {
        loose.add(file);
      } else {
        examples.add(
            example(
                tree,
                file,
                folders.subList(top, folders.size()),
                split ? splitOf(folders.get(0)) : null,
                folds ? foldOf(folders.get(0)) : null));
      }
    }
    if (examples.isEmpty()) {
      return Optional.empty();
    }
    Set<String> labels = new TreeSet<>();
    examples.forEach(e -> labels.addAll(e.labels()));
    if (labels.size() < 2) {
      throw new AuricleException(
          tree.root()
              + " holds one label only, '"
              + labels.iterator().next()
              + "' ("
              + Counts.of(examples.size(), "sound")
              + "); a classifier needs two folders of sounds or more");
    }
    List<String> warnings = new ArrayList<>(tree.warnings());
    Missing.leftOut(loose, "in no label's folder", warnings);
    boolean tested = examples.stream().anyMatch(e -> "test".equals(e.split()));
    if (split && !tested) {
      warnings.add(
          "the parts train and validation are put together, since there is no test part; to be"
              + " judged on the validation part, call its folder test");
    }
    String description =
        "one folder per label: "
            + Counts.of(examples.size(), "sound")
            + ", "
            + Counts.of(labels.size(), "label")
            + (split ? ", with train and " + (tested ? "test" : "validation") + " folders" : "")
            + (folds ? ", in folders of folds" : "");
    return Optional.of(
        Datasets.of(
            tree.root(), new Datasets.Found(name(), description, "clip", examples, warnings)));
  }

  /** True where all folders at the top are named as parts of a split, train among them. */
  private static boolean splitAtTop(Tree tree) {
    Set<String> parts = partsAtTop(tree, FolderLayout::splitOf);
    return parts.contains("train") && parts.size() > 1;
  }

  /** True where all folders at the top are named as folds, two or more, with labels inside. */
  private static boolean foldsAtTop(Tree tree) {
    return partsAtTop(tree, FolderLayout::foldOf).size() > 1
        && tree.audio().stream().noneMatch(file -> Tree.folders(file).size() == 1);
  }

  /** What the folders at the top are parts of; nothing where one of them is none. */
  private static Set<String> partsAtTop(Tree tree, Function<String, @Nullable String> partOf) {
    Set<String> parts = new TreeSet<>();
    for (String file : tree.audio()) {
      List<String> folders = Tree.folders(file);
      if (!folders.isEmpty()) {
        String part = partOf.apply(folders.get(0));
        if (part == null) {
          return Set.of();
        }
        parts.add(part);
      }
    }
    return parts;
  }

  private static @Nullable String foldOf(String folder) {
    Matcher name = FOLD.matcher(folder);
    return name.matches() ? name.group(1) : null;
  }

  /** The part of a split that a folder or a manifest names, or null. */
  static @Nullable String splitOf(String folder) {
    return SPLITS.get(folder.toLowerCase(Locale.ROOT));
  }

  /** A sound whose label's folder is the first of these. */
  private static Example example(
      Tree tree, String file, List<String> folders, @Nullable String split, @Nullable String fold) {
    List<String> labels =
        Arrays.stream(folders.get(0).split(","))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .distinct()
            .toList();
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("folder", String.join("/", Tree.folders(file)));
    return new Example(
        file,
        tree.path(file),
        null,
        null,
        labels.isEmpty() ? List.of(folders.get(0)) : labels,
        file,
        fold,
        split,
        columns);
  }
}
