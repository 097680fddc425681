package dev.auricle.app.server;

import dev.auricle.runtime.Event;
import dev.auricle.runtime.labels.LabelFiles;
import dev.auricle.runtime.labels.LabelFormat;
import dev.auricle.runtime.labels.SoundEvents;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /api/v1/labels}: events as JSON in, a label file out. What somebody has corrected on
 * the page leaves by the same writers as what a detector found.
 */
final class LabelsRoute {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int MOST_BYTES = 8 << 20;
  private static final int LONGEST_LABEL = 200;

  private LabelsRoute() {}

  static void answer(Context request, Admission admission) {
    Query query = new Query(request, Set.of("format"));
    String word = query.text("format");
    LabelFormat format = format(word == null ? LabelFormat.CSV.word() : word, "");
    SoundEvents sound = sound(body(request, admission));
    request
        .contentType("text/plain; charset=utf-8")
        .header("Auricle-Extension", format.extension())
        .result(LabelFiles.header(format) + LabelFiles.body(sound, format));
  }

  /**
   * A format by its word.
   *
   * @param also another word that the caller takes, with a comma behind it, or nothing
   * @throws Problem with status 400 that names those there are
   */
  static LabelFormat format(String word, String also) {
    return Arrays.stream(LabelFormat.values())
        .filter(each -> each.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.badRequest(
                    "there is no format '"
                        + word
                        + "'; there are "
                        + also
                        + Arrays.stream(LabelFormat.values())
                            .map(LabelFormat::word)
                            .collect(Collectors.joining(", "))));
  }

  private static JsonNode body(Context request, Admission admission) {
    try (Admission.Turn ignored = admission.receive()) {
      byte[] bytes = request.req().getInputStream().readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw Problem.tooLarge("labels may take " + MOST_BYTES + " bytes; send fewer at a time");
      }
      return MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Bodies.unread(e);
    } catch (JacksonException e) {
      throw Problem.badRequest("the body is not JSON: " + e.getOriginalMessage());
    }
  }

  private static SoundEvents sound(JsonNode body) {
    JsonNode list = body.get("events");
    if (list == null || !list.isArray()) {
      throw Problem.badRequest(
          "expected {\"file\": NAME, \"seconds\": S, \"events\": [...]}, found no list 'events'");
    }
    List<Event> events = new ArrayList<>();
    for (JsonNode each : list) {
      events.add(event(each, events.size()));
    }
    double seconds = body.path("seconds").asDouble(0);
    return new SoundEvents(
        body.path("file").asString(""),
        seconds >= 0 && seconds < Double.POSITIVE_INFINITY ? seconds : 0,
        Math.max(0, body.path("sampleRate").asInt(0)),
        events);
  }

  private static Event event(JsonNode node, int index) {
    Double start = number(node.get("start"));
    Double end = number(node.get("end"));
    JsonNode label = node.get("label");
    if (start == null || end == null || !(start >= 0 && end >= start)) {
      throw wrong(index, "needs 'start' and 'end' in seconds, 0 <= start <= end");
    }
    if (label == null
        || !label.isString()
        || label.asString().isBlank()
        || label.asString().length() > LONGEST_LABEL) {
      throw wrong(index, "needs a 'label' of 1 to " + LONGEST_LABEL + " characters");
    }
    Double score = number(node.get("score"));
    return new Event(start, end, label.asString(), score == null ? Double.NaN : score);
  }

  private static Problem wrong(int index, String detail) {
    return Problem.badRequest("event " + index + " " + detail);
  }

  private static @Nullable Double number(@Nullable JsonNode node) {
    if (node == null || !node.isNumber()) {
      return null;
    }
    double value = node.asDouble();
    return Double.isFinite(value) ? value : null;
  }
}
