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
  String CSV = ".csv";
  String PARQUET = ".parquet";
  String NPY = ".npy";

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
    String ending = ending(out);
    return switch (ending) {
      case CSV -> new CsvTable(out, part, position, vectorColumns(frontEnd, ending));
      case PARQUET -> new ParquetTable(out, part, position, vectorColumns(frontEnd, ending));
      default -> new NpyTable(out, part, position);
    };
  }

  /** Removes the unfinished file and what lies beside it, whatever the form. */
  static void discard(Path part) throws IOException {
    for (String suffix : List.of("", ".index", ".shape", ".at", ".rows")) {
      Files.deleteIfExists(part.resolveSibling(part.getFileName() + suffix));
    }
  }

  /** Throws what {@link #open} would, and opens nothing. */
  static void check(Path out, FrontEnd frontEnd) {
    String ending = ending(out);
    if (!ending.equals(NPY)) {
      vectorColumns(frontEnd, ending);
    }
  }

  private static String ending(Path out) {
    String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
    for (String ending : List.of(CSV, PARQUET, NPY)) {
      if (name.endsWith(ending)) {
        return ending;
      }
    }
    throw new AuricleException(
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
