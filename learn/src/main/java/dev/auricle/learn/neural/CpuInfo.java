package dev.auricle.learn.neural;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Linux lists of the first processor; elsewhere nobody can be asked. */
final class CpuInfo {
  private static final Path LIST = Path.of("/proc/cpuinfo");

  private CpuInfo() {}

  /** What stands behind a name such as {@code flags}; empty where it is not listed. */
  static String of(String name) {
    if (!Files.isReadable(LIST)) {
      return "";
    }
    try (Stream<String> lines = Files.lines(LIST, StandardCharsets.ISO_8859_1)) {
      return lines
          .map(line -> line.split("\\s*:\\s*", 2))
          .filter(parts -> parts.length == 2 && parts[0].equals(name))
          .map(parts -> parts[1])
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }
}
