package dev.auricle.app;

import dev.auricle.audio.AudioFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the finished files of a folder hold, in a hidden file beside them: a JSON object a line, the
 * last of a name counts. A name tells a file's start alone; by these notes, one that was cut to
 * another end, with another fade, to another format or out of another sound is known and made anew.
 */
final class CutNotes {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final Map<String, String> known = new HashMap<>();

  private CutNotes(Path file) throws IOException {
    this.file = file;
    String text = Files.exists(file) ? Files.readString(file) : "";
    text.lines().forEach(this::recall);
    if (!text.isEmpty() && !text.endsWith("\n")) {
      append("\n");
    }
  }

  static CutNotes in(Path folder) throws IOException {
    return new CutNotes(folder.resolve(".auricle-split.journal"));
  }

  private void recall(String line) {
    try {
      Map<?, ?> map = JSON.readValue(line, Map.class);
      if (map.get("file") instanceof String name && map.get("holds") instanceof String holds) {
        known.put(name, holds);
      }
    } catch (JacksonException | ClassCastException e) {
      // Cut off by a kill: that file is made again.
    }
  }

  /** All that decides about a file; null for a stream, which is not known again. */
  static @Nullable String of(Path sound, Stretch stretch, AudioFormat format, double fadeSeconds)
      throws IOException {
    return !Files.isRegularFile(sound)
        ? null
        : String.join(
            " ",
            sound.toAbsolutePath().toString(),
            String.valueOf(Files.size(sound)),
            String.valueOf(Files.getLastModifiedTime(sound).toMillis()),
            stretch.parts().stream().map(part -> part.start() + "-" + part.end()).toList() + "",
            format.toString(),
            String.valueOf(fadeSeconds));
  }

  /** Whether the file is there and holds this. */
  boolean has(Path piece, @Nullable String holds) {
    return holds != null && holds.equals(known.get(name(piece))) && Files.exists(piece);
  }

  /** Files cut from a sound, now or earlier, that are still there. */
  List<String> of(Path sound) {
    String start = sound.toAbsolutePath() + " ";
    return known.entrySet().stream()
        .filter(each -> each.getValue().startsWith(start))
        .map(Map.Entry::getKey)
        .filter(name -> Files.exists(file.resolveSibling(name)))
        .sorted()
        .toList();
  }

  /** Notes what a file holds; null before it is replaced, so that a kill leaves no old note. */
  void put(Path piece, @Nullable String holds) throws IOException {
    String was = known.put(name(piece), holds == null ? "" : holds);
    if (was != null || holds != null) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("file", name(piece));
      line.put("holds", holds == null ? "" : holds);
      append(JSON.writeValueAsString(line) + "\n");
    }
  }

  private void append(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String name(Path piece) {
    return String.valueOf(piece.getFileName());
  }
}
