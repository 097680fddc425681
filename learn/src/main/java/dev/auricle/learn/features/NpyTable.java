package dev.auricle.learn.features;

import dev.auricle.audio.files.WholeFile;
import dev.auricle.runtime.Features;
import dev.auricle.signal.AuricleException;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A NumPy array {@code float32[rows, …shape]} ({@code .npy} version 1.0), and beside it {@code
 * NAME.rows.csv} with {@code path,label,group,start,end} of each row. All rows must share a shape.
 */
final class NpyTable implements FeatureTable {
  private final Path out;
  private final Path part;
  private final OutputStream values;
  private final CsvTable index;
  private int @Nullable [] shape;

  NpyTable(Path out, Path part, long position) throws IOException {
    this.out = out;
    this.part = part;
    Path shapes = sibling(part, ".shape");
    if (position > 0) {
      shape =
          Arrays.stream(Files.readString(shapes).trim().split(" "))
              .mapToInt(Integer::parseInt)
              .toArray();
      CsvTable.cut(part, position);
    } else {
      Files.deleteIfExists(part);
    }
    values = new BufferedOutputStream(new FileOutputStream(part.toFile(), true), 1 << 16);
    index = index(position);
  }

  private CsvTable index(long position) throws IOException {
    Path rows = sibling(part, ".index");
    long at = 0;
    if (position > 0) {
      // The note of progress is written after this one: a run killed between them left one more.
      for (String line : Files.readAllLines(sibling(part, ".at"))) {
        String[] both = line.split(" ", -1);
        at = Long.parseLong(both[0]) == position ? Long.parseLong(both[1]) : at;
      }
    } else {
      Files.deleteIfExists(sibling(part, ".at"));
    }
    String name = out.getFileName().toString().replaceFirst("\\.[nN][pP][yY]$", ".rows.csv");
    return new CsvTable(out.resolveSibling(name), rows, at, List.of());
  }

  private static Path sibling(Path path, String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }

  @Override
  public void add(FeatureRow row) throws IOException {
    int[] found = row.features().shape();
    if (shape == null) {
      shape = found;
      Files.writeString(
          sibling(part, ".shape"),
          IntStream.of(found).mapToObj(Integer::toString).collect(Collectors.joining(" ")));
    } else if (!Arrays.equals(shape, found)) {
      throw new AuricleException(
          row.path()
              + ": features of shape "
              + Arrays.toString(found)
              + ", those before it "
              + Arrays.toString(shape)
              + "; one .npy array needs one length: give --seconds or --window");
    }
    float[] data = row.features().values();
    ByteBuffer bytes = ByteBuffer.allocate(4 * data.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(data);
    values.write(bytes.array());
    Features none = new Features(new float[0], 0);
    index.add(new FeatureRow(row.path(), row.label(), row.group(), row.start(), row.end(), none));
  }

  @Override
  public void flush() throws IOException {
    values.flush();
    index.flush();
    Files.writeString(
        sibling(part, ".at"),
        position() + " " + index.position() + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  @Override
  public long position() throws IOException {
    return Files.size(part);
  }

  @Override
  public void finish() throws IOException {
    close();
    int[] each = shape == null ? new int[0] : shape;
    int size = IntStream.of(each).reduce(1, Math::multiplyExact);
    long rows = Files.size(part) / (4L * size);
    WholeFile.writeOrThrow(
        out,
        whole -> {
          try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(whole));
              InputStream floats = Files.newInputStream(part)) {
            stream.write(header(rows, each));
            floats.transferTo(stream);
          }
        });
    index.finish();
    Files.delete(part);
    Files.deleteIfExists(sibling(part, ".shape"));
    Files.deleteIfExists(sibling(part, ".at"));
  }

  /** The header of version 1.0: magic, length, a Python dictionary, padded to 64 bytes. */
  private static byte[] header(long rows, int[] shape) {
    String axes =
        IntStream.of(shape).mapToObj(n -> ", " + n).collect(Collectors.joining("", "" + rows, ""));
    String words =
        "{'descr': '<f4', 'fortran_order': False, 'shape': ("
            + axes
            + (shape.length == 0 ? "," : "")
            + "), }";
    int total = (10 + words.length() + 1 + 63) / 64 * 64;
    String padded = words + " ".repeat(total - 10 - words.length() - 1) + "\n";
    ByteBuffer bytes = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1);
    bytes.put((byte) 0).putShort((short) padded.length());
    return bytes.put(padded.getBytes(StandardCharsets.US_ASCII)).array();
  }

  @Override
  public void close() throws IOException {
    values.close();
    index.close();
  }
}
