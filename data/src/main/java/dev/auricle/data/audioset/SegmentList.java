package dev.auricle.data.audioset;

import dev.auricle.data.table.Problems;
import dev.auricle.data.table.Table;
import dev.auricle.signal.AuricleException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list such as {@code balanced_train_segments.csv}: comment lines that begin with {@code #}, then
 * {@code --PJHxphWEs, 30.000, 40.000, "/m/09x0r,/t/dd00088"}.
 */
public final class SegmentList {
  private static final Pattern ROW =
      Pattern.compile("([\\w-]{11}),\\s*([\\d.]+),\\s*([\\d.]+),\\s*\"?(/[mtg]/[^\"]+)\"?");
  private static final int LOOKED_AT = 10;

  private SegmentList() {}

  /** Whether a file looks like a segment list, by its first lines. */
  public static boolean recognises(Path file) {
    if (!file.toString().endsWith(".csv")) {
      return false;
    }
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (int i = 0; i < LOOKED_AT; i++) {
        String line = reader.readLine();
        if (line == null) {
          return false;
        }
        if (!line.startsWith("#") && !line.isBlank()) {
          return ROW.matcher(line.strip()).matches();
        }
        if (line.startsWith("# YTID")) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Reads a list.
   *
   * @throws AuricleException if it is missing or has broken rows; names the lines
   */
  public static List<Segment> read(Path file) {
    List<Segment> segments = new ArrayList<>();
    Problems problems = new Problems(file);
    String[] lines = Table.text(file).split("\\R");
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        try {
          segments.add(
              new Segment(
                  i + 1,
                  row.group(1),
                  Double.parseDouble(row.group(2)),
                  Double.parseDouble(row.group(3)),
                  Arrays.stream(row.group(4).split(",")).map(String::strip).toList()));
          continue;
        } catch (NumberFormatException e) {
          // said below
        }
      }
      problems.add(i + 1, "expected YTID, start, end, \"/m/…,/m/…\", found " + line);
    }
    problems.throwIfAny();
    return segments;
  }
}
