package dev.auricle.app;

import dev.auricle.learn.events.Counts;
import dev.auricle.learn.events.EventScores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Scores of events, for people and for programs. */
final class EventScoresText {
  private EventScoresText() {}

  static String forPeople(EventScores scores) {
    TextTable table =
        new TextTable(
            "label",
            "events",
            "found",
            "segment F1",
            "error rate",
            "event F1",
            "precision",
            "recall",
            "error rate");
    scores.byLabel().forEach((label, pair) -> add(table, label, pair));
    add(table, "all", scores.all());
    return table.toString();
  }

  private static void add(TextTable table, String name, EventScores.Pair pair) {
    table.add(
        name,
        String.valueOf(pair.events().reference()),
        String.valueOf(pair.events().found()),
        number(pair.segments().f1()),
        number(pair.segments().errorRate()),
        number(pair.events().f1()),
        number(pair.events().precision()),
        number(pair.events().recall()),
        number(pair.events().errorRate()));
  }

  /** A line for each sound. */
  static String filesForPeople(SoundPairs pairs, List<EventScores> each) {
    TextTable table = new TextTable("file", "events", "found", "segment F1", "event F1");
    for (int i = 0; i < each.size(); i++) {
      EventScores.Pair all = each.get(i).all();
      table.add(
          pairs.pairs().get(i).file(),
          String.valueOf(all.events().reference()),
          String.valueOf(all.events().found()),
          number(all.segments().f1()),
          number(all.events().f1()));
    }
    return table.toString();
  }

  static List<Map<String, Object>> filesForPrograms(SoundPairs pairs, List<EventScores> each) {
    List<Map<String, Object>> files = new ArrayList<>();
    for (int i = 0; i < each.size(); i++) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("file", pairs.pairs().get(i).file());
      map.putAll(pair(each.get(i).all()));
      files.add(map);
    }
    return files;
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }

  static Map<String, Object> forPrograms(EventScores scores) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("all", pair(scores.all()));
    Map<String, Object> macro = new LinkedHashMap<>();
    macro.put("segmentF1", scores.mean(pair -> pair.segments().f1()));
    macro.put("eventF1", scores.mean(pair -> pair.events().f1()));
    map.put("macro", macro);
    Map<String, Object> labels = new LinkedHashMap<>();
    scores.byLabel().forEach((label, pair) -> labels.put(label, pair(pair)));
    map.put("labels", labels);
    return map;
  }

  private static Map<String, Object> pair(EventScores.Pair pair) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("segments", counts(pair.segments()));
    map.put("events", counts(pair.events()));
    return map;
  }

  private static Map<String, Object> counts(Counts counts) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("reference", counts.reference());
    map.put("found", counts.found());
    map.put("correct", counts.correct());
    map.put("substituted", counts.substituted());
    map.put("deleted", counts.deleted());
    map.put("inserted", counts.inserted());
    map.put("precision", counts.precision());
    map.put("recall", counts.recall());
    map.put("f1", counts.f1());
    map.put("errorRate", counts.errorRate());
    return map;
  }
}
