package dev.auricle.bench.accuracy;

import dev.auricle.learn.experiment.FoldResult;
import dev.auricle.learn.experiment.JudgedFold;
import dev.auricle.learn.training.EpochScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/** A line of JSON for each fold that is done or was stopped, in a file for each row. */
final class Journal {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Map<String, Map<?, ?>> lines = new LinkedHashMap<>();

  /** Processor time of each fold's runs that were stopped. */
  private final Map<String, Double> before = new LinkedHashMap<>();

  Journal(Path file) {
    this.file = file;
    try {
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file)) {
          Map<?, ?> entry = JSON.readValue(line, Map.class);
          hear(entry);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("journal " + file + " cannot be read", e);
    }
  }

  private void hear(Map<?, ?> entry) {
    String key = String.valueOf(entry.get("key"));
    if (entry.containsKey("answers")) {
      lines.put(key, entry);
    } else if (entry.get("processorSeconds") instanceof Number seconds) {
      before.merge(key, seconds.doubleValue(), Double::sum);
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

  /** Writes down that a fold was stopped after so much processor time. */
  void stopped(String key, double seconds) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("key", key);
    entry.put("processorSeconds", seconds);
    write(entry);
  }

  /**
   * Writes down a fold that is done.
   *
   * @param seconds of processor time, those of stopped runs left out
   */
  void add(String key, JudgedFold judged, double seconds) {
    FoldResult result = judged.result();
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("key", key);
    entry.put("fold", result.fold().name());
    entry.put("testClips", result.fold().test().length);
    entry.put("accuracy", result.accuracy());
    entry.put("trainAccuracy", result.trainAccuracy());
    entry.put("processorSeconds", seconds + before.getOrDefault(key, 0.0));
    entry.put("details", result.details());
    entry.put("curve", result.curve().stream().map(Journal::point).toList());
    entry.put("answers", Answers.write(judged.test()));
    write(entry);
  }

  private void write(Map<String, Object> entry) {
    String line = JSON.writeValueAsString(entry);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new IllegalStateException("journal " + file + " cannot be written", e);
    }
    hear(JSON.readValue(line, Map.class));
  }

  private static List<Object> point(EpochScore score) {
    return List.of(score.epoch(), score.trainLoss(), String.valueOf(score.trainAccuracy()));
  }
}
