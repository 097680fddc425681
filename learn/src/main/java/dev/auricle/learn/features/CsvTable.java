package dev.auricle.learn.features;

import dev.auricle.audio.files.WholeFile;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A row per clip: {@code path,label,group,start,end} and the named columns. */
final class CsvTable implements FeatureTable {
  private final Path out;
  private final Path part;
  private final OutputStream stream;

  CsvTable(Path out, Path part, long position, List<String> columns) throws IOException {
    this.out = out;
    this.part = part;
    if (position > 0) {
      cut(part, position);
      stream = new BufferedOutputStream(new FileOutputStream(part.toFile(), true), 1 << 16);
    } else {
      stream = new BufferedOutputStream(new FileOutputStream(part.toFile()), 1 << 16);
      write(
          "path,label,group,start,end"
              + (columns.isEmpty() ? "" : ",")
              + String.join(",", columns)
              + "\n");
    }
  }

  /** Drops what a killed run wrote after its last note of progress. */
  static void cut(Path part, long position) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(part.toFile(), "rw")) {
      file.setLength(position);
    }
  }

  @Override
  public void add(FeatureRow row) throws IOException {
    StringBuilder line = new StringBuilder(16 * row.features().values().length + 64);
    line.append(quoted(row.path())).append(',').append(quoted(row.label())).append(',');
    line.append(quoted(row.group())).append(',').append(seconds(row.start())).append(',');
    line.append(seconds(row.end()));
    for (float value : row.features().values()) {
      FloatText.append(line.append(','), value);
    }
    write(line.append('\n').toString());
  }

  private static String seconds(double seconds) {
    return Double.toString(Math.round(seconds * 1e6) / 1e6);
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private void write(String text) throws IOException {
    stream.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void flush() throws IOException {
    stream.flush();
  }

  @Override
  public long position() throws IOException {
    return Files.size(part);
  }

  @Override
  public void finish() throws IOException {
    close();
    WholeFile.move(part, out);
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
