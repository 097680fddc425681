package dev.auricle.bench.accuracy;

import dev.auricle.learn.experiment.FoldResult;
import dev.auricle.learn.training.EpochScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/** A line of JSON for each fold that is done, in a file of its own for each row. */
final class Journal {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Map<String, Map<?, ?>> lines = new LinkedHashMap<>();

  Journal(Path file) {
    this.file = file;
    try {
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file)) {
          Map<?, ?> entry = JSON.readValue(line, Map.class);
          lines.put(String.valueOf(entry.get("key")), entry);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("journal " + file + " cannot be read", e);
    }
  }

  boolean knows(String key) {
    return lines.containsKey(key);
  }

  /** What was written under that key. */
  Map<?, ?> get(String key) {
    Map<?, ?> entry = lines.get(key);
    if (entry == null) {
      throw new IllegalArgumentException("nothing under " + key);
    }
    return entry;
  }

  void add(String key, FoldResult result, double seconds) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("key", key);
    entry.put("fold", result.fold().name());
    entry.put("testClips", result.fold().test().length);
    entry.put("accuracy", result.accuracy());
    entry.put("trainAccuracy", result.trainAccuracy());
    entry.put("seconds", seconds);
    entry.put("details", result.details());
    entry.put("curve", result.curve().stream().map(Journal::point).toList());
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(
          file,
          JSON.writeValueAsString(entry) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new IllegalStateException("journal " + file + " cannot be written", e);
    }
    lines.put(key, entry);
  }

  private static List<Object> point(EpochScore score) {
    return List.of(score.epoch(), score.trainLoss(), String.valueOf(score.trainAccuracy()));
  }
}
