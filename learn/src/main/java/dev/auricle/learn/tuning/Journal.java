package dev.auricle.learn.tuning;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
 * Finished trials on disk, a JSON line each, written as soon as they finish: a killed search goes
 * on without repeating one. The first line holds the run's settings; a journal of other settings is
 * set aside, not mixed.
 */
final class Journal implements AutoCloseable {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Map<String, Trial> known = new HashMap<>();
  private final BufferedWriter writer;

  private Journal(Path file, String settings) throws IOException {
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    boolean goesOn = !lines.isEmpty() && lines.get(0).equals(header(settings));
    if (goesOn) {
      lines.subList(1, lines.size()).forEach(this::recall);
    } else if (!lines.isEmpty()) {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".old"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    // A kill may have cut the last line off; what follows it starts on a line of its own.
    boolean cut = goesOn && Files.size(file) > 0 && !Files.readString(file).endsWith("\n");
    writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    if (cut) {
      writer.newLine();
    }
    if (!goesOn) {
      writer.write(header(settings));
      writer.newLine();
      writer.flush();
    }
  }

  static Journal open(Path file, String settings) {
    try {
      return new Journal(file, settings);
    } catch (IOException e) {
      throw new UncheckedIOException("the journal " + file + " cannot be opened", e);
    }
  }

  private static String header(String settings) {
    Map<String, Object> header =
        new LinkedHashMap<>(); // in one order, since it is compared as text
    header.put("auricle-tune", 1);
    header.put("settings", settings);
    return JSON.writeValueAsString(header);
  }

  @SuppressWarnings("unchecked")
  private void recall(String line) {
    Map<String, Object> map;
    try {
      map = JSON.readValue(line, Map.class);
    } catch (JacksonException e) {
      return; // The line that a kill cut off: its trial is made again.
    }
    if (map.get("key") instanceof String key
        && map.get("values") instanceof Map<?, ?> values
        && map.get("score") instanceof Number score
        && map.get("spread") instanceof Number spread
        && map.get("seconds") instanceof Number seconds
        && map.get("share") instanceof Number share) {
      known.put(
          key,
          new Trial(
              (Map<String, Object>) values,
              score.doubleValue(),
              spread.doubleValue(),
              seconds.doubleValue(),
              share.doubleValue()));
    }
  }

  /** A finished trial; null if it was not made yet. */
  @Nullable Trial find(String key) {
    return known.get(key);
  }

  /** How many trials earlier runs had finished. */
  int size() {
    return known.size();
  }

  synchronized void add(String key, Trial trial) {
    try {
      writer.write(
          JSON.writeValueAsString(
              Map.of(
                  "key", key,
                  "values", trial.values(),
                  "score", trial.score(),
                  "spread", trial.spread(),
                  "seconds", trial.seconds(),
                  "share", trial.share())));
      writer.newLine();
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the journal cannot be written", e);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
