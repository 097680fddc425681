package dev.auricle.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * GTZAN: {@code genres/blues/blues.00042.wav}. It names no artists, so clips of one artist stand on
 * both sides of any split of it; its repeats and wrong labels are catalogued in B. L. Sturm, "The
 * GTZAN dataset: Its contents, its faults, their effects on evaluation, and its future use", 2013.
 */
final class GtzanLayout implements Layout {
  private static final Pattern NAME = Pattern.compile("(?:.*/)?(\\w+)/(\\w+)\\.(\\d{5})\\.\\w+");

  @Override
  public String name() {
    return "gtzan";
  }

  @Override
  public String looksLike() {
    return "GTZAN (genres/blues/blues.00042.wav)";
  }

  @Override
  public Optional<Dataset> read(Tree tree, Selection selection) {
    List<Example> examples = new ArrayList<>();
    List<String> otherwise = new ArrayList<>();
    for (String file : tree.audio()) {
      Matcher name = NAME.matcher(file);
      if (!name.matches() || !name.group(1).equals(name.group(2))) {
        otherwise.add(file);
        continue;
      }
      examples.add(
          new Example(
              file,
              tree.path(file),
              null,
              null,
              List.of(name.group(1)),
              file,
              null,
              null,
              Map.of("number", name.group(3))));
    }
    if (examples.size() <= otherwise.size()) {
      return Optional.empty();
    }
    List<String> warnings = new ArrayList<>(tree.warnings());
    Missing.leftOut(otherwise, "not named genre.number in the genre's folder", warnings);
    warnings.add(
        "GTZAN names no artists: clips of one artist stand on both sides of any split;"
            + " repeats and wrong labels are known (Sturm 2013)");
    long genres = examples.stream().map(Example::label).distinct().count();
    String description =
        "GTZAN: " + Counts.of(examples.size(), "clip") + " of " + Counts.of(genres, "genre");
    return Optional.of(
        Datasets.of(
            tree.root(), new Datasets.Found(name(), description, "clip", examples, warnings)));
  }
}
