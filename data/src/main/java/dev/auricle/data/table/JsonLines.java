package dev.auricle.data.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line; an array becomes its items with semicolons between. */
final class JsonLines {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonLines() {}

  static Table read(Path file, String text) {
    Problems problems = new Problems(file);
    Set<String> columns = new LinkedHashSet<>();
    List<Row> rows = new ArrayList<>();
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].isBlank()) {
        continue;
      }
      try {
        JsonNode node = MAPPER.readTree(lines[i]);
        if (!node.isObject()) {
          problems.add(i + 1, "expected a JSON object, found " + shortened(lines[i]));
          continue;
        }
        Map<String, String> values = new LinkedHashMap<>();
        node.properties().forEach(p -> values.put(p.getKey(), value(p.getValue())));
        columns.addAll(values.keySet());
        rows.add(new Row(i + 1, values));
      } catch (JacksonException e) {
        problems.add(i + 1, "not JSON: " + e.getOriginalMessage());
      }
    }
    problems.throwIfAny();
    return new Table(file, List.copyOf(columns), rows);
  }

  private static String value(JsonNode node) {
    if (node.isArray()) {
      StringJoiner items = new StringJoiner(";");
      node.forEach(item -> items.add(item.asString().strip()));
      return items.toString();
    }
    return node.isNull() ? "" : node.isObject() ? node.toString() : node.asString().strip();
  }

  private static String shortened(String line) {
    return line.length() > 60 ? line.substring(0, 60) + "…" : line;
  }
}
