package dev.auricle.learn.report;

import dev.auricle.data.Example;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the script needs to know of the clips, as JSON that is safe inside a script element: labels,
 * clips (name, group, sound, picture), and for each list its rows (clip, true labels, answer,
 * scores as label and tenths of a per cent in turn).
 */
final class ClipData {
  private static final JsonMapper JSON = new JsonMapper();

  private ClipData() {}

  static String json(ReportContent content, Map<String, ClipMedia> media) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<Map<String, Object>> lists = new ArrayList<>();
    for (ClipList list : content.lists()) {
      List<Map<String, Object>> rows = new ArrayList<>();
      for (ClipRow row : list.rows()) {
        Integer known = numbers.putIfAbsent(row.id(), numbers.size());
        rows.add(row(row, known == null ? numbers.size() - 1 : known));
      }
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("name", list.name());
      json.put("rows", rows);
      lists.add(json);
    }
    Map<String, Example> examples = new HashMap<>();
    content.comparison().dataset().examples().forEach(e -> examples.put(e.id(), e));
    List<Map<String, Object>> clips = new ArrayList<>();
    for (String id : numbers.keySet()) {
      clips.add(clip(id, examples.get(id), media.get(id)));
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("labels", content.labels());
    data.put("groupNoun", content.groupNoun());
    data.put("lists", lists);
    data.put("clips", clips);
    return JSON.writeValueAsString(data).replace("<", "\\u003c");
  }

  private static Map<String, Object> row(ClipRow row, int clip) {
    List<Integer> scores = new ArrayList<>();
    for (ClipRow.Score score : row.scores()) {
      scores.add(score.label());
      scores.add((int) Math.round(1000 * score.probability()));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("c", clip);
    json.put("t", row.truth());
    json.put("g", row.guess());
    json.put("s", scores);
    return json;
  }

  static Map<String, Object> clip(String id, @Nullable Example example, @Nullable ClipMedia media) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("n", id);
    if (example != null && !example.group().equals(id)) {
      json.put("g", example.group());
    }
    if (media != null) {
      json.put("a", media.sound());
      json.put("p", media.picture());
      json.put("d", Math.round(100 * media.seconds()) / 100.0);
      if (media.cut()) {
        json.put("cut", true);
      }
    }
    return json;
  }
}
