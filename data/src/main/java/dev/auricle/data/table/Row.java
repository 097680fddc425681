package dev.auricle.data.table;

import java.util.Map;

/**
 * One row of a table.
 *
 * @param line where it starts in the file, from 1
 * @param values by column, trimmed; a column that the row leaves out is absent or empty
 */
public record Row(int line, Map<String, String> values) {

  /** The value of a column, or the empty string. */
  public String get(String column) {
    return values.getOrDefault(column, "");
  }
}
