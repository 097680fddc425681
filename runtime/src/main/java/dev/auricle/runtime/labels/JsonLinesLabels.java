package dev.auricle.runtime.labels;

import dev.auricle.runtime.Event;
import dev.auricle.runtime.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object a line. */
final class JsonLinesLabels implements LabelCodec {
  @Override
  public String write(SoundEvents sound) {
    StringBuilder text = new StringBuilder();
    for (Event event : sound.events()) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      if (!sound.file().isEmpty()) {
        object.put("file", sound.file());
      }
      object.put("start", event.start());
      object.put("end", event.end());
      object.put("label", event.label());
      if (event.hasScore()) {
        object.put("score", event.score());
      }
      text.append(Json.line(object)).append('\n');
    }
    return text.toString();
  }

  @Override
  public List<SoundEvents> read(LabelText text) {
    Sounds sounds = new Sounds();
    List<String> lines = text.lines();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        Map<String, Object> object = object(text, i + 1, lines.get(i));
        sounds.add(
            object.get("file") instanceof String file ? file : "",
            text.event(
                i + 1,
                String.valueOf(object.get("start")),
                String.valueOf(object.get("end")),
                label(text, i + 1, object),
                object.get("score") instanceof Number score ? score.toString() : ""));
      }
    }
    return sounds.list();
  }

  private static String label(LabelText text, int line, Map<String, Object> object) {
    if (object.get("label") instanceof String label) {
      return label;
    }
    throw text.wrong(line, "label " + object.get("label"), "a string");
  }

  private static Map<String, Object> object(LabelText text, int line, String json) {
    try {
      return Json.readObject(json.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw text.wrong(
          line, "'" + LabelText.shortened(json) + "'", "a JSON object such as {\"start\": 0, …}");
    }
  }
}
