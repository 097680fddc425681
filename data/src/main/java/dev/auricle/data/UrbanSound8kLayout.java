package dev.auricle.data;

import dev.auricle.data.table.Row;
import dev.auricle.data.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * UrbanSound8K: {@code audio/fold3/102842-3-1-5.wav}, named {@code fsID-classID-occurrence-slice};
 * ten official folds, and a group is the Freesound recording. {@code UrbanSound8K.csv} adds its
 * columns; its start and end are positions in that recording, not in the slice, so they cut
 * nothing. J. Salamon, C. Jacoby, J. P. Bello, "A Dataset and Taxonomy for Urban Sound Research",
 * ACM Multimedia 2014.
 */
final class UrbanSound8kLayout implements Layout {
  private static final Pattern NAME =
      Pattern.compile("(?:.*/)?fold(\\d+)/(\\d+)-(\\d)-(\\d+)-(\\d+)\\.\\w+");
  private static final String META = "UrbanSound8K.csv";
  private static final List<String> CLASSES =
      List.of(
          "air_conditioner",
          "car_horn",
          "children_playing",
          "dog_bark",
          "drilling",
          "engine_idling",
          "gun_shot",
          "jackhammer",
          "siren",
          "street_music");

  @Override
  public String name() {
    return "urbansound8k";
  }

  @Override
  public String looksLike() {
    return "UrbanSound8K (audio/fold1/101415-3-0-2.wav, metadata/UrbanSound8K.csv)";
  }

  @Override
  public Optional<Dataset> read(Tree tree, Selection selection) {
    if (tree.audio().stream().filter(f -> NAME.matcher(f).matches()).count() * 2
        <= tree.audio().size()) {
      return Optional.empty();
    }
    List<String> warnings = new ArrayList<>(tree.warnings());
    Map<String, Map<String, String>> meta = meta(tree);
    Set<String> unseen = new HashSet<>(meta.keySet());
    List<Example> examples = new ArrayList<>();
    List<String> otherwise = new ArrayList<>();
    for (String file : tree.audio()) {
      Matcher name = NAME.matcher(file);
      if (!name.matches()) {
        otherwise.add(file);
        continue;
      }
      unseen.remove(Tree.stem(file));
      Map<String, String> columns = new LinkedHashMap<>();
      columns.put("fsID", name.group(2));
      columns.put("occurrence", name.group(4));
      columns.put("slice", name.group(5));
      columns.putAll(meta.getOrDefault(Tree.stem(file), Map.of()));
      examples.add(
          new Example(
              file,
              tree.path(file),
              null,
              null,
              List.of(CLASSES.get(Integer.parseInt(name.group(3)))),
              name.group(2),
              name.group(1),
              null,
              columns));
    }
    Missing.leftOut(
        otherwise, "not named fsID-class-occurrence-slice in a fold's folder", warnings);
    if (!unseen.isEmpty()) {
      warnings.add(
          Counts.of(unseen.size(), "slice")
              + " named in "
              + META
              + " not found: "
              + Counts.few(unseen.stream().sorted().toList()));
    }
    long recordings = examples.stream().map(Example::group).distinct().count();
    String description =
        "UrbanSound8K: "
            + Counts.of(examples.size(), "slice")
            + " of "
            + Counts.of(recordings, "Freesound recording")
            + ", official folds";
    return Optional.of(
        Datasets.of(
            tree.root(), new Datasets.Found(name(), description, "recording", examples, warnings)));
  }

  private static Map<String, Map<String, String>> meta(Tree tree) {
    Map<String, Map<String, String>> meta = new HashMap<>();
    for (String file : tree.others()) {
      if (Tree.fileName(file).equals(META)) {
        for (Row row : Table.read(tree.path(file)).rows()) {
          meta.put(Tree.stem(row.get("slice_file_name")), row.values());
        }
      }
    }
    return meta;
  }
}
