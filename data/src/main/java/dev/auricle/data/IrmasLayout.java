package dev.auricle.data;

import dev.auricle.data.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * IRMAS. Training: {@code cel/008__[cel][nod][cla]0058__1.wav}, one instrument by its folder, and a
 * group is the song's number. Test: {@code (02) a song-1.wav} beside {@code (02) a song-1.txt},
 * which names one instrument or more, a line each; a group is the song's name. Where both are there
 * they are the split. J. J. Bosch, J. Janer, F. Fuhrmann, P. Herrera, "A Comparison of Sound
 * Segregation Techniques for Predominant Instrument Recognition", ISMIR 2012.
 */
final class IrmasLayout implements Layout {
  private static final Set<String> CODES =
      Set.of("cel", "cla", "flu", "gac", "gel", "org", "pia", "sax", "tru", "vio", "voi");
  private static final Pattern TRAINING =
      Pattern.compile("(?:.*/)?(\\w{3})/(?:\\d+__)?((?:\\[\\w+\\])+)(\\d+)__(\\d+)\\.\\w+");
  private static final Pattern EXCERPT = Pattern.compile("(.+)-(\\d+)");

  @Override
  public String name() {
    return "irmas";
  }

  @Override
  public String looksLike() {
    return "IRMAS (cel/008__[cel][nod][cla]0058__1.wav, or sounds with .txt files of instruments)";
  }

  @Override
  public Optional<Dataset> read(Tree tree, Selection selection) {
    Set<String> texts = new HashSet<>(tree.others());
    List<Example> examples = new ArrayList<>();
    List<String> otherwise = new ArrayList<>();
    for (String file : tree.audio()) {
      Example example = training(tree, file);
      if (example == null) {
        example = test(tree, file, texts);
      }
      if (example == null) {
        otherwise.add(file);
      } else {
        examples.add(example);
      }
    }
    if (examples.size() <= otherwise.size()) {
      return Optional.empty();
    }
    long tests = examples.stream().filter(e -> "test".equals(e.split())).count();
    if (tests == 0 || tests == examples.size()) {
      examples.replaceAll(e -> e.withSplit(null));
    }
    List<String> warnings = new ArrayList<>(tree.warnings());
    Missing.leftOut(otherwise, "neither named nor described as IRMAS does", warnings);
    long songs = examples.stream().map(Example::group).distinct().count();
    String part =
        tests == 0 ? "training part" : tests == examples.size() ? "test part" : "training and test";
    String description =
        "IRMAS, instruments, "
            + part
            + ": "
            + Counts.of(examples.size(), "excerpt")
            + " of "
            + Counts.of(songs, "song");
    return Optional.of(
        Datasets.of(
            tree.root(), new Datasets.Found(name(), description, "song", examples, warnings)));
  }

  private static @Nullable Example training(Tree tree, String file) {
    Matcher name = TRAINING.matcher(file);
    if (!name.matches() || !CODES.contains(name.group(1))) {
      return null;
    }
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("song", name.group(3));
    columns.put("excerpt", name.group(4));
    String[] tags = name.group(2).substring(1, name.group(2).length() - 1).split("\\]\\[");
    columns.put("genre", tags[tags.length - 1]);
    List<String> labels = List.of(name.group(1));
    return new Example(
        file, tree.path(file), null, null, labels, name.group(3), null, "train", columns);
  }

  private static @Nullable Example test(Tree tree, String file, Set<String> texts) {
    String text = file.substring(0, file.lastIndexOf('.')) + ".txt";
    if (!texts.contains(text)) {
      return null;
    }
    List<String> labels =
        Table.text(tree.path(text))
            .lines()
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .distinct()
            .toList();
    if (labels.isEmpty() || !CODES.containsAll(labels)) {
      return null;
    }
    Matcher excerpt = EXCERPT.matcher(Tree.stem(file));
    String song = excerpt.matches() ? excerpt.group(1) : Tree.stem(file);
    return new Example(
        file, tree.path(file), null, null, labels, song, null, "test", Map.of("song", song));
  }
}
