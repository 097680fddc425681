package dev.auricle.runtime.labels;

import java.util.ArrayList;
import java.util.List;

/** Rows of comma- or tab-separated text as RFC 4180 has them: quoted cells may hold anything. */
final class CsvRows {
  /** Cells of a row, and the line (from 1) that it starts on. */
  record Row(int line, List<String> cells) {}

  private final LabelText source;
  private final char separator;
  private final String text;
  private int at;
  private int line = 1;

  private CsvRows(LabelText source, char separator) {
    this.source = source;
    this.separator = separator;
    this.text = source.text();
  }

  /** All rows but empty ones. */
  static List<Row> of(LabelText source, char separator) {
    CsvRows rows = new CsvRows(source, separator);
    List<Row> all = new ArrayList<>();
    while (rows.at < rows.text.length()) {
      Row row = rows.next();
      if (row.cells().size() > 1 || !row.cells().get(0).isBlank()) {
        all.add(row);
      }
    }
    return all;
  }

  private Row next() {
    int started = line;
    List<String> cells = new ArrayList<>();
    boolean more = true;
    while (more) {
      cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
      more = at < text.length() && text.charAt(at) == separator;
      if (more) {
        at++;
      }
    }
    endLine();
    return new Row(started, cells);
  }

  private String plain() {
    int from = at;
    while (at < text.length() && !ends(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private boolean ends(char c) {
    return c == separator || c == '\n' || c == '\r';
  }

  private String quoted() {
    int opened = line;
    StringBuilder cell = new StringBuilder();
    at++;
    while (true) {
      if (at >= text.length()) {
        throw source.wrong(opened, "a quote that is never closed", "a second one");
      }
      char c = text.charAt(at++);
      if (c == '"' && at < text.length() && text.charAt(at) == '"') {
        at++;
      } else if (c == '"') {
        break;
      } else if (c == '\n') {
        line++;
      }
      cell.append(c);
    }
    if (at < text.length() && !ends(text.charAt(at))) {
      throw source.wrong(
          line, "'" + text.charAt(at) + "' after a closing quote", "a separator or the line's end");
    }
    return cell.toString();
  }

  private void endLine() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    line++;
  }
}
