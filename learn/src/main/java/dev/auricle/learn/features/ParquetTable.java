package dev.auricle.learn.features;

import dev.auricle.audio.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The rows of {@link CsvTable} as Parquet: text and double columns, then float columns. Made by
 * DuckDB.
 */
final class ParquetTable implements FeatureTable {
  private final Path out;
  private final Path csv;
  private final List<String> columns;
  private final CsvTable rows;

  ParquetTable(Path out, Path part, long position, List<String> columns) throws IOException {
    this.out = out;
    this.csv = part.resolveSibling(part.getFileName() + ".rows");
    this.columns = columns;
    this.rows = new CsvTable(csv, part, position, columns);
  }

  @Override
  public void add(FeatureRow row) throws IOException {
    rows.add(row);
  }

  @Override
  public void flush() throws IOException {
    rows.flush();
  }

  @Override
  public long position() throws IOException {
    return rows.position();
  }

  @Override
  public void finish() throws IOException {
    rows.finish();
    WholeFile.writeOrThrow(out, this::convert);
    Files.delete(csv);
  }

  /** By DuckDB, from the rows as CSV. */
  private void convert(Path made) throws IOException {
    StringBuilder types =
        new StringBuilder("'path':'VARCHAR','label':'VARCHAR','group':'VARCHAR'")
            .append(",'start':'DOUBLE','end':'DOUBLE'");
    for (String column : columns) {
      types.append(",'").append(column.replace("'", "''")).append("':'FLOAT'");
    }
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT * FROM read_csv("
              + literal(csv)
              + ", header = true, quote = '\"', escape = '\"', columns = {"
              + types
              + "})) TO "
              + literal(made)
              + " (FORMAT parquet)");
    } catch (SQLException e) {
      throw new IOException("writing Parquet failed: " + e.getMessage(), e);
    }
  }

  private static String literal(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
