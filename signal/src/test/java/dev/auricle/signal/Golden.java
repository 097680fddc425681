package dev.auricle.signal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The reference values in {@code golden.zip}: what librosa and two networks' authors compute. */
final class Golden {
  private static final Map<String, byte[]> FILES = read("golden.zip");

  private Golden() {}

  /**
   * One computation.
   *
   * @param id name
   * @param input path of a WAV file
   * @param sampleRate its rate in Hz, or 0 where the index does not say
   * @param call what was called
   * @param args its named arguments
   * @param output path of a NumPy file
   */
  record Case(
      String id,
      String input,
      int sampleRate,
      String call,
      Map<String, String> args,
      String output) {
    int integer(String name, int otherwise) {
      return Integer.parseInt(args.getOrDefault(name, "" + otherwise));
    }

    double number(String name, double otherwise) {
      return Double.parseDouble(args.getOrDefault(name, "" + otherwise));
    }

    float[] sound() {
      return wav(input);
    }

    float[] expected() {
      return npy(output);
    }

    @Override
    public String toString() {
      return id;
    }
  }

  static List<Case> cases() {
    String index = new String(file("cases.txt"), StandardCharsets.UTF_8);
    return index.lines().map(Golden::parse).toList();
  }

  private static Case parse(String line) {
    String[] fields = line.split("\\|", -1);
    Map<String, String> args = new HashMap<>();
    for (String arg : fields[4].split(";")) {
      if (!arg.isEmpty()) {
        args.put(arg.substring(0, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1));
      }
    }
    int rate = fields[2].isEmpty() ? 0 : Integer.parseInt(fields[2]);
    return new Case(fields[0], fields[1], rate, fields[3], args, fields[5]);
  }

  /** Samples of a 16-bit mono WAV file with a header of 44 bytes, in [-1, 1). */
  static float[] wav(String name) {
    ByteBuffer bytes = ByteBuffer.wrap(file(name)).order(ByteOrder.LITTLE_ENDIAN);
    float[] samples = new float[(bytes.limit() - 44) / 2];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = bytes.getShort(44 + 2 * i) / 32768f;
    }
    return samples;
  }

  /** Values of a NumPy file of little-endian float32, row after row. */
  static float[] npy(String name) {
    ByteBuffer bytes = ByteBuffer.wrap(file(name)).order(ByteOrder.LITTLE_ENDIAN);
    int start = 10 + bytes.getShort(8);
    String header = new String(file(name), 10, start - 10, StandardCharsets.US_ASCII);
    float[] values = new float[(bytes.limit() - start) / 4];
    bytes.position(start);
    bytes.asFloatBuffer().get(values);
    if (header.contains("'fortran_order': True")) {
      // Column after column: a matrix of the reversed shape, transposed.
      String shape = header.substring(header.indexOf('(') + 1, header.indexOf(')'));
      int rows = Integer.parseInt(shape.split(",")[0].strip());
      return new Matrix(values.length / rows, rows, values).transposed().values();
    }
    return values;
  }

  private static byte[] file(String name) {
    byte[] bytes = FILES.get(name);
    if (bytes == null) {
      throw new IllegalArgumentException("golden.zip has no " + name);
    }
    return bytes;
  }

  /** The arrays in {@code more.zip}, which {@code bench/peers/more_golden.py} writes. */
  static Map<String, float[]> more() {
    Map<String, float[]> arrays = new HashMap<>();
    read("more.zip")
        .forEach(
            (name, bytes) -> {
              float[] values = new float[bytes.length / 4];
              ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
              arrays.put(name, values);
            });
    return arrays;
  }

  private static Map<String, byte[]> read(String archive) {
    Map<String, byte[]> files = new HashMap<>();
    try (InputStream resource = Golden.class.getResourceAsStream(archive);
        ZipInputStream zip = new ZipInputStream(resource)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
