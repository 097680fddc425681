package dev.auricle.runtime.labels;

import dev.auricle.runtime.Event;
import dev.auricle.signal.AuricleException;
import java.util.List;

/**
 * A label file's contents, and messages that name its lines.
 *
 * @param name of the file
 * @param text without a byte order mark
 */
record LabelText(String name, String text) {
  /** Lines without their ends. */
  List<String> lines() {
    return text.lines().toList();
  }

  /** {@code line} counts from 1. */
  AuricleException wrong(int line, String found, String expected) {
    return new AuricleException(
        name + " line " + line + ": found " + found + ", expected " + expected + "; mend the line");
  }

  /** An event from words; {@code score} may be empty. */
  Event event(int line, String start, String end, String label, String score) {
    double from = seconds(line, start);
    double to = seconds(line, end);
    if (to < from) {
      throw wrong(
          line, "an end, " + end.strip() + ", before the start, " + start.strip(), "it after");
    }
    return new Event(from, to, label, score(line, score));
  }

  double seconds(int line, String word) {
    double value = number(word);
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw wrong(line, "'" + shortened(word) + "'", "a time in seconds, 0 or more");
    }
    return value;
  }

  private double score(int line, String word) {
    if (word.isBlank()) {
      return Double.NaN;
    }
    double value = number(word);
    if (!Double.isFinite(value)) {
      throw wrong(line, "'" + shortened(word) + "'", "a score such as 0.93, or nothing");
    }
    return value;
  }

  /** NaN where a word is no number. */
  static double number(String word) {
    try {
      return Double.parseDouble(word.strip());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  static String shortened(String word) {
    return word.length() <= 40 ? word : word.substring(0, 39) + "…";
  }
}
