package dev.auricle.data.table;

import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table read from a file: {@code .tsv} is divided by tabs, {@code .jsonl} and {@code .ndjson}
 * hold one JSON object a line, anything else is CSV (RFC 4180: quoted fields may hold commas,
 * doubled quotes and line ends; a header with semicolons and no comma is divided by semicolons).
 *
 * @param file it came from
 * @param columns as the header names them
 * @param rows in the order of the file; blank lines are left out
 */
public record Table(Path file, List<String> columns, List<Row> rows) {

  /**
   * Reads a table.
   *
   * @throws AuricleException if the file is missing, is not UTF-8 text, or has broken rows; names
   *     the lines
   */
  public static Table read(Path file) {
    String text = text(file);
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return JsonLines.read(file, text);
    }
    String header = text.lines().findFirst().orElse("");
    char delimiter = name.endsWith(".tsv") ? '\t' : ',';
    if (delimiter == ',' && header.indexOf(',') < 0) {
      delimiter = header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
    }
    return named(file, Delimited.parse(file, text, delimiter));
  }

  /** UTF-8 text of a file, less a byte order mark. */
  public static String text(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new AuricleException(file + " is not UTF-8 text; save it as UTF-8", e);
    } catch (NoSuchFileException e) {
      throw new AuricleException("no such file: " + file, e);
    } catch (IOException e) {
      throw new AuricleException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static Table named(Path file, List<Record> records) {
    if (records.isEmpty()) {
      throw new AuricleException(file + " is empty; expected a header line that names columns");
    }
    List<String> columns = records.get(0).fields();
    if (new LinkedHashSet<>(columns).size() < columns.size()) {
      throw new AuricleException(file + ", line 1: a column stands twice in the header " + columns);
    }
    Problems problems = new Problems(file);
    List<Row> rows = new ArrayList<>();
    for (Record record : records.subList(1, records.size())) {
      int found = record.fields().size();
      if (found != columns.size()) {
        problems.add(
            record.line(), found + " fields where the header names " + columns.size() + " columns");
        continue;
      }
      Map<String, String> values = new LinkedHashMap<>();
      for (int c = 0; c < found; c++) {
        values.put(columns.get(c), record.fields().get(c));
      }
      rows.add(new Row(record.line(), values));
    }
    problems.throwIfAny();
    return new Table(file, columns, rows);
  }

  /** Fields of one row before they have names. */
  record Record(int line, List<String> fields) {}
}
