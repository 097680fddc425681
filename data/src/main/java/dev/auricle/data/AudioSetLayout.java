package dev.auricle.data;

import dev.auricle.data.audioset.Ontology;
import dev.auricle.data.audioset.RollUp;
import dev.auricle.data.audioset.Segment;
import dev.auricle.data.audioset.SegmentList;
import dev.auricle.signal.AuricleException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * AudioSet: one or more segment lists with the cut clips below them, named {@code VIDEO}, {@code
 * VIDEO_30}, {@code VIDEO_30000} or {@code VIDEO_30.000_40.000}, with or without a {@code Y} before
 * it. A group is the video. {@code ontology.json} beside the lists (or one folder up) gives the
 * names of the classes and lets them be rolled up.
 */
final class AudioSetLayout implements Layout {
  static final String NAME = "audioset";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String looksLike() {
    return "AudioSet (*_segments.csv as published, ontology.json, and the clips)";
  }

  @Override
  public Optional<Dataset> read(Tree tree, Selection selection) {
    List<Path> lists =
        tree.others().stream()
            .filter(f -> f.indexOf('/') < 0)
            .map(tree::path)
            .filter(SegmentList::recognises)
            .toList();
    return lists.isEmpty() ? Optional.empty() : Optional.of(read(tree, lists, selection));
  }

  static Dataset read(Tree tree, List<Path> lists, Selection selection) {
    Ontology ontology = ontology(tree.root());
    List<String> warnings = new ArrayList<>(tree.warnings());
    if (ontology == null) {
      if (!selection.classes().isEmpty()) {
        throw new AuricleException(
            "to roll AudioSet's classes up, put its ontology.json into " + tree.root());
      }
      warnings.add("no ontology.json beside the segment list: labels are ids, such as /m/09x0r");
    }
    Function<List<String>, List<String>> labels = labels(ontology, selection.classes());
    Map<String, String> files = new HashMap<>();
    tree.audio().forEach(f -> files.put(Tree.stem(f), f));
    List<Example> examples = new ArrayList<>();
    for (Path list : lists) {
      List<String> missing = new ArrayList<>();
      int found = 0;
      for (Segment segment : SegmentList.read(list)) {
        List<String> chosen = labels.apply(segment.classes());
        if (chosen.isEmpty()) {
          continue;
        }
        Optional<String> file = names(segment).map(files::get).filter(f -> f != null).findFirst();
        if (file.isPresent()) {
          examples.add(example(tree, file.get(), segment, chosen, list));
          found++;
        } else {
          missing.add(segment.video());
        }
      }
      Missing.check(list, missing, found, warnings);
    }
    String description =
        "AudioSet: "
            + Counts.of(examples.size(), "clip")
            + " of "
            + Counts.of(examples.stream().map(Example::group).distinct().count(), "video")
            + (selection.classes().isEmpty()
                ? ""
                : ", rolled up to " + String.join(", ", selection.classes()));
    return Datasets.of(
        tree.root(), new Datasets.Found(NAME, description, "video", examples, warnings));
  }

  private static Function<List<String>, List<String>> labels(
      @Nullable Ontology ontology, List<String> classes) {
    if (ontology == null) {
      return ids -> ids;
    }
    if (classes.isEmpty()) {
      return ids -> ids.stream().map(ontology::name).distinct().toList();
    }
    RollUp rollUp = ontology.rollUp(classes);
    return rollUp::of;
  }

  private static Example example(
      Tree tree, String file, Segment segment, List<String> labels, Path list) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("video", segment.video());
    columns.put("start_seconds", Double.toString(segment.start()));
    columns.put("end_seconds", Double.toString(segment.end()));
    return new Example(
        file, tree.path(file), null, null, labels, segment.video(), null, split(list), columns);
  }

  private static @Nullable String split(Path list) {
    String name = String.valueOf(list.getFileName()).toLowerCase(Locale.ROOT);
    return name.startsWith("eval") ? "test" : name.contains("train") ? "train" : null;
  }

  /** The names that a segment's clip may have, without ending. */
  private static Stream<String> names(Segment s) {
    List<String> stems = new ArrayList<>();
    stems.add(s.video());
    for (String format : new String[] {"%.0f", "%.3f", "%.1f"}) {
      String start = String.format(Locale.ROOT, format, s.start());
      String end = String.format(Locale.ROOT, format, s.end());
      stems.add(s.video() + "_" + start);
      stems.add(s.video() + "_" + start + "_" + end);
    }
    String millis = String.format(Locale.ROOT, "%.0f", 1000 * s.start());
    stems.add(s.video() + "_" + millis);
    stems.add(s.video() + "_" + millis + String.format(Locale.ROOT, "_%.0f", 1000 * s.end()));
    return stems.stream().flatMap(stem -> Stream.of(stem, "Y" + stem));
  }

  private static @Nullable Ontology ontology(Path root) {
    for (Path place : new Path[] {root, root.toAbsolutePath().normalize().getParent()}) {
      if (place != null && Files.exists(place.resolve("ontology.json"))) {
        return Ontology.read(place.resolve("ontology.json"));
      }
    }
    return null;
  }
}
