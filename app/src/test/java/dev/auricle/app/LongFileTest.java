package dev.auricle.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.testing.LongRecording;
import dev.auricle.testing.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Story: a recording that no memory holds goes through {@code features}, a row per window, and
 * through {@code classify}, each in a JVM of its own with little heap: 20 minutes in 64 MB, or,
 * under {@code -Psoak}, 24 hours in 256 MB.
 */
class LongFileTest {
  private static final int RATE = 16_000;
  private static final boolean SOAK = Boolean.getBoolean("auricle.soak");
  private static final int MINUTES = SOAK ? 24 * 60 : 20;
  private static final int HEAP_MB = SOAK ? 256 : 64;

  /** What a longer recording may take more than one of two minutes, heap apart. */
  private static final int SPARE_MB = 64;

  @TempDir static Path folder;
  private static Path brief;
  private static Path day;

  @BeforeAll
  static void record() throws IOException {
    Assumptions.assumeTrue(
        Files.exists(Path.of("/proc/self/status")), "SKIPPED: needs Linux to tell peak memory");
    brief = LongRecording.write(folder.resolve("brief.wav"), 2, RATE);
    day = LongRecording.write(folder.resolve("day.wav"), MINUTES, RATE);
  }

  @Test
  void featuresHasARowForEachWindow() throws Exception {
    Path table = folder.resolve("day.csv");
    long few =
        peak("features", brief, "--window", "5", "--hop", "2.5", "-o", folder.resolve("brief.csv"));
    long many = peak("features", day, "--window", "5", "--hop", "2.5", "-o", table);
    try (Stream<String> lines = Files.lines(table)) {
      // A window begins each 2.5 s; the last half window is sound enough for one more.
      assertThat(lines.count()).isEqualTo(1 + 24L * MINUTES);
    }
    assertThat(many).isLessThan(few + HEAP_MB + SPARE_MB);
  }

  @Test
  void classifyAveragesItsWindows() throws Exception {
    Path tones = folder.resolve("tones");
    for (int i = 0; i < 12; i++) {
      Wav.write(tones.resolve("low/" + i + ".wav"), Wav.tone(200 + 10 * i, 0.6, RATE, i), RATE);
      Wav.write(tones.resolve("high/" + i + ".wav"), Wav.tone(2000 + 50 * i, 0.6, RATE, i), RATE);
    }
    Path bundle = folder.resolve("tones.auricle");
    Shell trained = Shell.run("train", tones, "-r", "forest", "-o", bundle, "--no-report", "-q");
    assertThat(trained.code()).as(trained.err()).isZero();
    long few = peak("classify", bundle, brief, "--json");
    long many = peak("classify", bundle, day, "--json");
    assertThat(many).isLessThan(few + HEAP_MB + SPARE_MB);
  }

  /** Runs a command in a JVM of its own; gives the process's peak memory in MB. */
  private static long peak(Object... words) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-Xmx" + HEAP_MB + "m",
                "-cp",
                System.getProperty("java.class.path"),
                RunInLittleMemory.class.getName()));
    for (Object word : words) {
      command.add(word.toString());
    }
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> lines = process.inputReader().lines().toList();
    assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
    String last = lines.get(lines.size() - 1);
    System.out.printf("%s %s: %.1f s, %s MB%n", words[0], words[1], seconds(start), last);
    return Long.parseLong(last);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** What the other JVM runs; prints the process's peak memory in MB last. */
  static final class RunInLittleMemory {
    private RunInLittleMemory() {}

    public static void main(String[] args) throws IOException {
      int code = Main.run(args);
      try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
        String line = lines.filter(each -> each.startsWith("VmHWM")).findFirst().orElseThrow();
        System.out.println(Long.parseLong(line.replaceAll("\\D", "")) / 1024);
      }
      System.exit(code);
    }
  }
}
