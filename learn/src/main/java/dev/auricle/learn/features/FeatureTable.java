package dev.auricle.learn.features;

import dev.auricle.runtime.FrontEnd;
import dev.auricle.signal.AuricleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A table of features being written; rows come in order. */
interface FeatureTable extends AutoCloseable {
  /** Adds a row. */
  void add(FeatureRow row) throws IOException;

  /** Writes what is buffered, so that a killed run loses nothing before this point. */
  void flush() throws IOException;

  /** Bytes in the unfinished file after {@link #flush}: where a run that goes on cuts it off. */
  long position() throws IOException;

  /** Completes the file and moves it into place. */
  void finish() throws IOException;

  @Override
  void close() throws IOException;

  /**
   * Opens the table that the file's name asks for.
   *
   * @param part the unfinished file, cut off at {@code position} if that is positive
   */
  static FeatureTable open(Path out, Path part, long position, FrontEnd frontEnd)
      throws IOException {
    String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return new CsvTable(out, part, position, vectorColumns(frontEnd, ".csv"));
    }
    if (name.endsWith(".parquet")) {
      return new ParquetTable(out, part, position, vectorColumns(frontEnd, ".parquet"));
    }
    if (name.endsWith(".npy")) {
      return new NpyTable(out, part, position);
    }
    throw noForm(out);
  }

  /** Removes the unfinished file and what lies beside it, whatever the form. */
  static void discard(Path part) throws IOException {
    for (String suffix : List.of("", ".index", ".shape", ".at", ".rows")) {
      Files.deleteIfExists(part.resolveSibling(part.getFileName() + suffix));
    }
  }

  /** Throws what {@link #open} would, and opens nothing. */
  static void check(Path out, FrontEnd frontEnd) {
    String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv") || name.endsWith(".parquet")) {
      vectorColumns(frontEnd, name.substring(name.lastIndexOf('.')));
    } else if (!name.endsWith(".npy")) {
      throw noForm(out);
    }
  }

  private static AuricleException noForm(Path out) {
    return new AuricleException(
        out + ": the name must end in .csv, .parquet or .npy, which says what to write");
  }

  private static List<String> vectorColumns(FrontEnd frontEnd, String ending) {
    if (frontEnd.columns().isEmpty()) {
      throw new AuricleException(
          "the preset '"
              + frontEnd.name()
              + "' gives an array per clip, which does not fit a "
              + ending
              + " table; write .npy, or use a preset with columns such as 'descriptors'");
    }
    return frontEnd.columns();
  }
}
