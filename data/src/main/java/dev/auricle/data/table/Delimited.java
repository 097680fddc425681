package dev.auricle.data.table;

import dev.auricle.signal.AuricleException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Divides text into records by RFC 4180, with any one-character delimiter. */
final class Delimited {
  private final Path file;
  private final String text;
  private final char delimiter;
  private int at;
  private int line = 1;

  private Delimited(Path file, String text, char delimiter) {
    this.file = file;
    this.text = text;
    this.delimiter = delimiter;
  }

  static List<Table.Record> parse(Path file, String text, char delimiter) {
    return new Delimited(file, text, delimiter).records();
  }

  private List<Table.Record> records() {
    List<Table.Record> records = new ArrayList<>();
    while (at < text.length()) {
      int start = line;
      List<String> fields = record();
      boolean blank = fields.size() == 1 && fields.get(0).isEmpty();
      if (!blank) {
        records.add(new Table.Record(start, fields));
      }
    }
    return records;
  }

  private List<String> record() {
    List<String> fields = new ArrayList<>();
    while (true) {
      fields.add(field());
      if (at >= text.length()) {
        return fields;
      }
      char end = text.charAt(at++);
      if (end != delimiter) {
        if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
          at++;
        }
        line++;
        return fields;
      }
    }
  }

  /** Reads up to the delimiter or line end that closes the field, and stays before it. */
  private String field() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    int start = at;
    while (at < text.length() && !closes(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at).strip();
  }

  private String quoted() {
    int opened = line;
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\n') {
        line++;
      }
      if (c != '"') {
        value.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        value.append('"');
        at++;
      } else {
        return closed(value.toString());
      }
    }
    throw new AuricleException(file + ", line " + opened + ": a quote opens and never closes");
  }

  private String closed(String value) {
    while (at < text.length() && !closes(text.charAt(at))) {
      if (text.charAt(at++) != ' ') {
        throw new AuricleException(
            file + ", line " + line + ": text after a closing quote; double the quotes inside");
      }
    }
    return value.strip();
  }

  private boolean closes(char c) {
    return c == delimiter || c == '\n' || c == '\r';
  }
}
