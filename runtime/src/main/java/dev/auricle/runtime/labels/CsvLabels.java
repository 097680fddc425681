package dev.auricle.runtime.labels;

import dev.auricle.runtime.Event;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Comma-separated values. Read are also files separated by tabs, with other names for the columns
 * (onset, offset, event_label), or without a heading: start, end, label, score.
 */
final class CsvLabels implements LabelCodec {
  private static final List<String> START =
      List.of("start", "onset", "event_onset", "begin", "start_seconds");
  private static final List<String> END =
      List.of("end", "offset", "event_offset", "stop", "end_seconds");
  private static final List<String> LABEL = List.of("label", "event_label", "class", "category");
  private static final List<String> SCORE = List.of("score", "probability", "confidence");
  private static final List<String> FILE = List.of("file", "filename", "path", "audio");

  private record Columns(int start, int end, int label, int score, int file) {
    static final Columns PLAIN = new Columns(0, 1, 2, 3, -1);
  }

  @Override
  public String header() {
    return "file,start,end,label,score\n";
  }

  @Override
  public String write(SoundEvents sound) {
    StringBuilder text = new StringBuilder();
    for (Event event : sound.events()) {
      text.append(quoted(sound.file())).append(',');
      text.append(Numbers.time(event.start())).append(',');
      text.append(Numbers.time(event.end())).append(',');
      text.append(quoted(event.label())).append(',');
      text.append(Numbers.score(event.score())).append('\n');
    }
    return text.toString();
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain && cell.equals(cell.strip()) ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  @Override
  public List<SoundEvents> read(LabelText text) {
    String first = text.text().lines().findFirst().orElse("");
    List<CsvRows.Row> rows = CsvRows.of(text, first.indexOf('\t') >= 0 ? '\t' : ',');
    if (rows.isEmpty()) {
      return List.of();
    }
    CsvRows.Row top = rows.get(0);
    boolean headed = top.cells().stream().noneMatch(cell -> LabelText.number(cell) >= 0);
    Columns columns = headed ? columns(text, top) : Columns.PLAIN;
    int least = Math.max(Math.max(columns.start, columns.end), columns.label);
    String expected =
        columns.file < 0 ? "a start, an end and a label" : "a file, a start, an end and a label";
    Sounds sounds = new Sounds();
    for (CsvRows.Row row : headed ? rows.subList(1, rows.size()) : rows) {
      if (row.cells().size() <= Math.max(least, columns.file)) {
        throw text.wrong(row.line(), row.cells().size() + " cells", expected);
      }
      sounds.add(
          columns.file < 0 ? "" : row.cells().get(columns.file),
          text.event(
              row.line(),
              row.cells().get(columns.start),
              row.cells().get(columns.end),
              row.cells().get(columns.label),
              columns.score >= 0 && columns.score < row.cells().size()
                  ? row.cells().get(columns.score)
                  : ""));
    }
    return sounds.list();
  }

  /** Whether a line between tabs names columns as these files do. */
  static boolean heads(String line) {
    List<String> names =
        Stream.of(line.split("\t", -1)).map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
    return find(names, START) >= 0 && find(names, END) >= 0 && find(names, LABEL) >= 0;
  }

  private static Columns columns(LabelText text, CsvRows.Row heading) {
    List<String> names =
        heading.cells().stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
    Columns found =
        new Columns(
            find(names, START),
            find(names, END),
            find(names, LABEL),
            find(names, SCORE),
            find(names, FILE));
    if (found.start < 0 || found.end < 0 || found.label < 0) {
      throw text.wrong(
          heading.line(), "the columns " + heading.cells(), "start, end and label among them");
    }
    return found;
  }

  private static int find(List<String> names, List<String> wanted) {
    return wanted.stream().mapToInt(names::indexOf).filter(i -> i >= 0).findFirst().orElse(-1);
  }
}
